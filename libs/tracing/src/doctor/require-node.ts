// To be imported before all else: what comes after it does not load, or does not work, in an older Node.

import module from 'node:module';

if (typeof module.registerHooks !== 'function') {
  const error = new Error(
    `@mesh/tracing does not work with Node ${process.versions.node}, which has no hooks for imports: use Node 24, or 22.15 at least.`,
  );
  // Where in here it was found is nobody's business.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
}
