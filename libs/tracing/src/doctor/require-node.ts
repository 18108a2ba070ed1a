// To be imported before all else: what comes after it does not load, or does not work, in an older Node.

import module from 'node:module';
import { refuseStart } from './refuse-start.ts';

if (typeof module.registerHooks !== 'function') {
  const version = process.versions.node;
  refuseStart(
    `does not work with Node ${version}, which has no hooks for imports: use Node 24, or 22.15 at least`,
  );
}
