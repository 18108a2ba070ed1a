import { parseLog } from '../../../testing/read-lines.ts';
import { containersOf } from './containers.ts';
import type { ComposeProject } from './open-compose.ts';

/** How many calls each replica of a service has finished since then, by the name of its container: its own lines say so. */
export async function callsTaken(
  project: ComposeProject,
  service: string,
  since: Date,
): Promise<Record<string, number>> {
  const containers = await containersOf(project, service);
  const counts = containers.map(async ({ Id, Name }) => {
    const log = await project.docker('logs', '--since', since.toISOString(), Id);
    return [Name, parseLog(log).filter(({ message }) => message === 'call finished').length] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}
