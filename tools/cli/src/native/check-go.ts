import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asking, askTool } from '../host/ask-tool.ts';

/** A module that is to be built. */
interface Module {
  readonly name: string;
  readonly folder: string;
}

const OTHER_WAYS =
  'or do without: "npm start" alone uses the stand-in, "npm start -- --backends docker" the images.';

/** A sentence where the machine's Go cannot build these modules: there is none, or it is older than one of them asks for. */
export async function checkGo(
  modules: readonly Module[],
  asking: Omit<Asking, 'cwd'>,
): Promise<string | undefined> {
  const newest = modules.map(goLineOf).sort(compareVersions).at(-1);
  if (newest === undefined) return undefined;
  const names = modules.map(({ name }) => name).join(', ');
  const way = `install Go ${newest.version} or newer (https://go.dev/dl), ${OTHER_WAYS}`;
  const { code, stdout, stderr } = await askTool('go', ['env', 'GOVERSION'], {
    ...asking,
    cwd: newest.folder,
  });
  if (code === undefined)
    return `Go is not installed (no "go" on the PATH), and ${names} must be built with it: ${way}`;
  const version = /^go(\d+(?:\.\d+)*)/.exec(stdout)?.[1];
  if (code === 0 && version !== undefined && compareVersions({ version }, newest) >= 0) return undefined;
  const found = version === undefined ? stderr.trim() : `this is ${version}`;
  return `Go is too old for ${names} (${found}): ${way}`;
}

function goLineOf({ folder }: Module): { readonly version: string; readonly folder: string } {
  const [, version = '1.0'] = /^go (\d+(?:\.\d+)*)/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8')) ?? [];
  return { version, folder };
}

function compareVersions(a: { readonly version: string }, b: { readonly version: string }): number {
  return a.version.localeCompare(b.version, 'en', { numeric: true });
}
