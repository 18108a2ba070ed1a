import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { printable } from '../terminal/printable.ts';

const LISTEN = '0A';
const COMMAND_LENGTH = 100;

/**
 * The process that listens on a TCP port, as `process 4711 (node server.js)`. Undefined where the system does not tell:
 * on other systems than Linux, and of other users' processes. Source of the format: proc_pid_net(5), `/proc/net/tcp`.
 */
export function portOwner(port: number): string | undefined {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeners(table, port)));
  if (inodes.size === 0) return undefined;
  const pid = entries('/proc').find((name) => /^\d+$/.test(name) && holdsSocket(name, inodes));
  return pid && `process ${pid} (${commandOf(pid)})`;
}

/** Inodes of the sockets that listen on the port. */
function listeners(table: string, port: number): string[] {
  const rows = read(table).split('\n').slice(1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(
      ([, local = '', , state]) =>
        state === LISTEN && Number.parseInt(local.split(':')[1] ?? '', 16) === port,
    )
    .map((columns) => columns[9] ?? '');
}

function holdsSocket(pid: string, inodes: ReadonlySet<string>): boolean {
  return entries(`/proc/${pid}/fd`).some((fd) => {
    const target = attempt(() => readlinkSync(`/proc/${pid}/fd/${fd}`), '');
    return inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? '');
  });
}

/** The program without its folder, and its arguments. It chose them itself: they are not safe to print as they are. */
function commandOf(pid: string): string {
  const [program = '', ...args] = read(`/proc/${pid}/cmdline`).split('\0');
  return printable([basename(program), ...args].join(' ').trim()).slice(0, COMMAND_LENGTH);
}

const entries = (folder: string) => attempt(() => readdirSync(folder), []);
const read = (file: string) => attempt(() => readFileSync(file, 'utf8'), '');

/** Processes end while they are looked at, and those of others are closed to us. */
function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
