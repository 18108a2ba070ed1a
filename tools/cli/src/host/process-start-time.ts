import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When the process with this pid began, in the system's own notation; undefined when none runs (one that has ended and
 * waits for its parent does not run). Pid and start time together name one process for ever: pids are used again.
 * Source: proc_pid_stat(5), fields 3 (state) and 22 (starttime); elsewhere `ps`.
 */
export function processStartTime(pid: number): string | undefined {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

function fromProc(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in parentheses and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

function fromPs(pid: number): string | undefined {
  const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return line.startsWith('Z') ? undefined : line.slice(line.indexOf(' ')).trim();
}
