import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROTOS, scriptOf } from './protos.ts';
import type { Repository } from './repository.ts';

/** The options that @grpc/proto-loader and its type generator share; others are the generator's own. */
const SHARED = ['keepCase', 'longs', 'enums', 'bytes', 'defaults', 'arrays', 'objects', 'oneofs', 'json'];

/** The stubs are generated with the options that the loader uses at run time; a difference makes the types lie. */
export async function checkLoaderFlags(repository: Repository): Promise<string[]> {
  const flags = flagsIn(scriptOf(repository, 'generate'));
  const options = await loaderOptionsIn(repository.root);
  return SHARED.filter((name) => flags[name] !== options[name]).map(
    (name) =>
      `${PROTOS}/package.json generates with ${name} ${flags[name] ?? 'unset'} but ` +
      `${PROTOS}/src/loader-options.ts loads with ${options[name] ?? 'unset'}: ` +
      'make them equal and run `npm run generate`.',
  );
}

function flagsIn(command: string): Record<string, string> {
  const words = [...command.matchAll(/--(\w+)(?:=(\S+))?/g)];
  return Object.fromEntries(words.map(([, name = '', value = 'true']) => [name, value]));
}

async function loaderOptionsIn(root: string): Promise<Record<string, string>> {
  const file = pathToFileURL(join(root, PROTOS, 'src/loader-options.ts')).href;
  const { loaderOptions } = (await import(file)) as { loaderOptions: Record<string, unknown> };
  return Object.fromEntries(Object.entries(loaderOptions).map(([name, value]) => [name, written(value)]));
}

/** An option as the command line writes it: the loader takes the constructor `String`, the generator its name. */
function written(value: unknown): string {
  return typeof value === 'function' ? value.name : String(value);
}
