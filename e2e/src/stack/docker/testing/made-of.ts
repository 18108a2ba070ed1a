import type { Engine } from './engine.ts';
import { run } from './run.ts';

/** On every image that is made here: a digest of what it was made of. */
export const madeOf = 'mesh.made-of';

/** Whether there is an image that was made of just this. */
export async function isMadeOf({ variables }: Engine, tag: string, digest: string): Promise<boolean> {
  const format = `{{index .Config.Labels "${madeOf}"}}`;
  const inspect = run('docker', ['image', 'inspect', '--format', format, tag], variables);
  return (await inspect.catch(() => '')).trim() === digest;
}
