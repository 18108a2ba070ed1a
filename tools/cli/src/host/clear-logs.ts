import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/** Empties the logs of earlier runs. The files stay: a server that is taken over still writes to its own. */
export function clearLogs(folder: string): void {
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.log')) truncateSync(join(folder, file));
  }
}
