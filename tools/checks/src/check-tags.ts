import type { Repository } from './repository.ts';
import { projectTypes } from './workspace.ts';

const known: readonly string[] = projectTypes.map((type) => `type:${type}`);

/** Every workspace has exactly one `type:` tag, and one that the dependency rules know. */
export function checkTags({ workspaces }: Repository): string[] {
  return workspaces.flatMap(({ folder, manifest }) => {
    const tags = (manifest.nx?.tags ?? []).filter((tag) => tag.startsWith('type:'));
    if (tags.length === 1 && known.includes(tags[0] ?? '')) return [];
    const found = tags.length === 0 ? 'has no type: tag' : `has the tags ${tags.join(', ')}`;
    return `${folder}/package.json ${found}: give nx.tags exactly one of ${known.join(', ')}.`;
  });
}
