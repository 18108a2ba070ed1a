import { type Asking, askTool } from '../host/ask-tool.ts';

/** A sentence where the machine has no Maven to fetch these with. */
export async function checkMaven(names: readonly string[], asking: Asking): Promise<string | undefined> {
  if (names.length === 0) return undefined;
  const { code, stderr, stdout } = await askTool('mvn', ['--version'], asking);
  if (code === 0) return undefined;
  const why =
    code === undefined ? 'no "mvn" on the PATH' : `"mvn --version" says: ${(stderr || stdout).trim()}`;
  return `Maven is missing (${why}), and ${names.join(', ')} must be fetched with it: install it with a JDK of 17 or newer (apt-get install maven), or leave --with out.`;
}
