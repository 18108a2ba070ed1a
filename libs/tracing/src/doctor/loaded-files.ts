import { createRequire } from 'node:module';

const MAIN = /[\\/]node_modules[\\/](?:@grpc[\\/]grpc-js[\\/]build[\\/]src|pg[\\/]lib)[\\/]index\.js$/;

/** Node's cache of CommonJS modules: both packages are CommonJS, and come here by `import` as well. */
export const { cache } = createRequire(import.meta.url);

/** The main modules of all copies of the packages whose calls are traced that were loaded until now. */
export function loadedFiles(): string[] {
  // The cache has those that are only linked to as well.
  return Object.keys(cache).filter((file) => MAIN.test(file) && cache[file]?.loaded);
}
