// To be imported before all else: what comes after it does not load, or does not work, in an older Node.

import { supportsSyncHooks } from 'import-in-the-middle/register-hooks.mjs';

if (!supportsSyncHooks()) {
  const error = new Error(
    `@mesh/tracing does not work with Node ${process.versions.node}, whose module hooks are not what it needs: use 24.11.1 or later, or 22.22.3 or later of 22.`,
  );
  // Where in here it was found is nobody's business.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
}
