import { runMesh } from '../../testing/run-program.ts';

/** Where a program of the stack is, as `mesh native` says it; it is built first where it is missing. */
export async function nativePath(name: string): Promise<string> {
  const { code, stdout, stderr } = await runMesh(['native', name], {});
  const path = new RegExp(`^${name}\t(.+)$`, 'm').exec(stdout)?.[1];
  if (code !== 0 || path === undefined) throw new Error(`mesh native ${name}: ${stdout}${stderr}`);
  return path;
}
