import { join } from 'node:path';
import type { Env } from '../../../command.ts';
import { processProgram } from '../../process-program.ts';
import type { Program } from '../../program.ts';
import type { NativeContext } from './native-context.ts';

/** A back end as a process. */
export interface NativeOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Env;
  readonly isReady: () => Promise<boolean>;
  readonly account?: { readonly uid?: number; readonly gid?: number };
}

/** What a program needs to run at all. The rest of the user's environment, OTEL_* first of all, is meant for the mesh. */
const KEPT = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG'];

/** A back end without which the mesh works: it is started again whenever it ends. */
export function nativeProgram({ env, home }: NativeContext, options: NativeOptions): Program {
  const kept = Object.fromEntries(KEPT.map((name) => [name, env[name]]));
  return processProgram({
    ...options,
    env: { ...kept, ...options.env },
    logFile: join(home.logs, `${options.name}.log`),
    optional: true,
  });
}
