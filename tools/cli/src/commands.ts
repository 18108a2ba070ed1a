import type { Command } from './command.ts';
import { doctorCommand } from './doctor/command.ts';
import { nativeCommand } from './native/command.ts';
import { resetCommand } from './reset/command.ts';
import { samplingCommand } from './sampling/command.ts';
import { traceCommand } from './trace/command.ts';
import { upCommand } from './up/command.ts';
import { verifyCommand } from './verify/command.ts';

/** Every command of `mesh` by its name, in the order in which the help lists them. */
export const commands: Readonly<Record<string, Command>> = {
  up: { summary: 'runs the whole mesh until Ctrl-C, configured by environment variables', run: upCommand },
  trace: {
    summary: 'shows the whole path of a request: <trace id | order id | last>',
    run: traceCommand,
  },
  verify: {
    summary: 'proves that orders and stock agree, or with --telemetry that traces and lines are whole',
    run: verifyCommand,
  },
  doctor: {
    summary: 'says what keeps spans and lines from being made or arriving: [-- <command>]',
    run: doctorCommand,
  },
  sampling: {
    summary: 'which traces are kept: show, set <quiet | canary | production | file>, mark',
    run: samplingCommand,
  },
  native: {
    summary: 'builds the back ends that run without Docker and tells where they are: [names]',
    run: nativeCommand,
  },
  reset: { summary: 'empties the embedded data; the next start begins with the seed', run: resetCommand },
};
