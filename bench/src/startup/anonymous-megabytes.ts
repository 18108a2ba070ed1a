import { readFileSync } from 'node:fs';

/**
 * The memory of a process that no file stands behind: heap, stacks, compiled code. It is what a further replica
 * costs, as all of them share the program's pages (https://docs.kernel.org/filesystems/proc.html, smaps_rollup).
 */
export function anonymousMegabytes(pid: number): number {
  const [, kilobytes] =
    /^Anonymous:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
