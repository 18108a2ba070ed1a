import type { Profile, ProfileNode } from './read-profiles.ts';

/** Milliseconds by function and place, largest first; waiting is left out. */
export function selfTimes(profiles: readonly Profile[]): [place: string, millis: number][] {
  const times = new Map<string, number>();
  for (const { nodes, samples, timeDeltas } of profiles) {
    const places = new Map(nodes.map((node) => [node.id, placeOf(node)]));
    samples.forEach((id, at) => {
      const place = places.get(id) ?? '';
      times.set(place, (times.get(place) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
    });
  }
  times.delete('(idle)');
  return [...times].sort(([, a], [, b]) => b - a);
}

function placeOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const name = functionName || '(anonymous)';
  return url === '' ? name : `${name} ${shortened(url)}:${lineNumber + 1}`;
}

/** From the package on, or from the repository's folder on. */
function shortened(url: string): string {
  return url.replace(/^.*\/(?=@mesh\/|libs\/)|^.*\/node_modules\/|^.*\/(?=bench\/)/, '');
}
