import {
  chmodSync,
  chownSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { SamplingError } from './sampling-error.ts';

/**
 * Writes a file so that who reads it has the old text or the new one, never a part. A link to a file stays one, and who
 * could read that file still can.
 *
 * @throws SamplingError with what the system says
 */
export function writeWhole(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    const target = realOf(file);
    const old = statSync(target, { throwIfNoEntry: false });
    // A rename would put a file in the place of a device.
    if (old && !old.isFile()) throw Object.assign(new Error(), { code: 'not a file' });
    const part = `${target}.${process.pid}.part`;
    try {
      writeFileSync(part, text, { flush: true });
      if (old) makeLike(part, old);
      renameSync(part, target);
    } finally {
      rmSync(part, { force: true });
    }
  } catch (error) {
    throw new SamplingError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** One, not all that lead to it: a folder with a slip in its name is not to be. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** By hand, as what a file is made with is cut by the umask. */
function makeLike(file: string, { mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>): void {
  chownSync(file, uid, gid);
  chmodSync(file, mode);
}
