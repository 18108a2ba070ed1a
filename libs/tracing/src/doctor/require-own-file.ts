// To be imported before all that asks where its file is, which dies where there is none.

import { refuseStart } from './refuse-start.ts';

// A bundle in CommonJS has no URL.
if ((import.meta.url as string | undefined) === undefined) {
  const cure =
    'take the import of @mesh/tracing/register out, and start with node --import @mesh/tracing/register <file>';
  refuseStart(`is no preload where it is bundled into the program: ${cure}`);
}
