import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endLeftovers } from '../../host/end-leftovers.ts';
import { HOST } from '../../host/names.ts';
import { withHome } from '../../host/with-home.ts';
import { processTerminal } from '../../terminal/process-terminal.ts';
import { processProgram } from '../process-program.ts';
import { showProgress } from '../progress.ts';
import { runHost } from '../run-host.ts';
import { listenForStop } from '../stop-signals.ts';

/** A program of a test: what Node evaluates. It is ready when it has printed `ready`. */
export interface FixtureProgram {
  readonly name: string;
  readonly code: string;
}

/** A host like that of `mesh up`, with the programs that the command line describes as JSON. */
const [groups]: [FixtureProgram[][]] = JSON.parse(process.argv[2] ?? '');
const { env } = process;
const terminal = processTerminal();
const signals = listenForStop();

process.exitCode = await withHome(env, terminal.complain, async (home, records) => {
  const ended = await endLeftovers(records, (name) => name === HOST);
  terminal.print(`ended ${ended.length} leftovers\n`);
  const program = ({ name, code }: FixtureProgram) => {
    const logFile = join(home.logs, `${name}.log`);
    const isReady = async () => readFileSync(logFile, 'utf8').includes('ready');
    return processProgram({ name, command: process.execPath, args: ['-e', code], env, logFile, isReady });
  };
  return await runHost({
    groups: groups.map((group) => group.map(program)),
    whenUp: async () => terminal.print('everything is up\n'),
    records,
    progress: showProgress(terminal, false),
    signals,
  });
});
