import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SamplingError } from './sampling-error.ts';

/**
 * Writes a file so that who reads it has the old text or the new one, never a part. A link stays one, and who could read
 * it still can.
 *
 * @throws SamplingError with what the system says
 */
export function writeWhole(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const target = realOf(file);
    const part = `${target}.${process.pid}.part`;
    try {
      const { mode } = statSync(target, { throwIfNoEntry: false }) ?? {};
      writeFileSync(part, text, { flush: true, mode });
      renameSync(part, target);
    } finally {
      rmSync(part, { force: true });
    }
  } catch (error) {
    throw new SamplingError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
