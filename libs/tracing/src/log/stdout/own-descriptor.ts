import { constants, fstatSync, openSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * A descriptor for the same pipe or terminal that refuses a write instead of waiting for the reader. Opened anew
 * (https://man7.org/linux/man-pages/man5/proc_pid_fd.5.html): the flag belongs to the description that siblings share, and a
 * Node that ends resets it there under those that go on.
 *
 * @returns `fd` itself for what cannot be opened anew: sockets, pipes of another user and systems without /proc, where Node's
 *   own stream has made it non-blocking; and files, which have no reader to wait for
 */
export function openOwnDescriptor(fd: number): number {
  try {
    if (!fstatSync(fd).isFIFO() && !isatty(fd)) return fd;
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return fd;
  }
}
