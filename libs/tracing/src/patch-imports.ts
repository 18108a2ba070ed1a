// The default export: a Node that has no such hooks must come to the sentence of require-node.ts.
import module from 'node:module';

/**
 * Lets instrumentations that wait for `require` patch what is imported, too: at the first import from a file the module
 * is required there, before Node reads its exports. It has to be CommonJS and to be patched in place, as those of ours are.
 *
 * import-in-the-middle does it for all kinds of modules, puts a generated one in front of each, and takes a third of
 * what a small service needs to start.
 *
 * @param names as they stand in imports
 */
export function patchImports(names: readonly string[]): void {
  module.registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const { conditions, parentURL } = context;
      if (names.includes(specifier) && parentURL?.startsWith('file:') && !conditions.includes('require'))
        requireFirst(specifier, parentURL);
      return resolved;
    },
  });
}

/** What goes wrong here goes wrong again in the import itself, where the service can see it. */
function requireFirst(specifier: string, parent: string): void {
  try {
    module.createRequire(parent)(specifier);
  } catch {}
}
