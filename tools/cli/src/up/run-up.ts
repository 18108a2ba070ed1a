import type { Env } from '../command.ts';
import { refuseArguments } from '../host/refuse-arguments.ts';
import { withHome } from '../host/with-home.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { clearTheWay } from './clear-the-way.ts';
import { readUpConfig } from './config.ts';
import { meshPrograms } from './mesh-programs.ts';
import { showProgress } from './progress.ts';
import { runHost } from './run-host.ts';
import { showMesh } from './show-mesh.ts';
import type { StopSignals } from './stop-signals.ts';

/** Where `mesh up` writes, and who stops it. */
export interface UpSurroundings {
  readonly terminal: Terminal;
  /** Whether a line can be taken back, as on a terminal. */
  readonly canRewrite: boolean;
  readonly signals: StopSignals;
}

const exitCode = { failed: 1, usage: 2 } as const;

/** `mesh up` on any terminal; answers the exit code. */
export async function runUp(args: string[], env: Env, surroundings: UpSurroundings): Promise<number> {
  const { terminal, canRewrite, signals } = surroundings;
  const refuse = (sentence: string) => {
    terminal.complain(sentence);
    return exitCode.usage;
  };
  const unwanted = refuseArguments('up', args);
  if (unwanted !== undefined) return refuse(unwanted);
  const config = readUpConfig(env);
  if ('problem' in config) return refuse(`mesh up: ${config.problem}`);
  return await withHome(env, terminal.complain, async (home, records) => {
    const progress = showProgress(terminal, canRewrite);
    const problems = await clearTheWay(config, home, records, progress.say);
    for (const problem of problems) terminal.complain(problem);
    if (problems.length > 0) return exitCode.failed;
    progress.say(`Starting the mesh; what its processes print goes to ${home.logs}.`);
    const whenUp = (stop: AbortSignal) => showMesh(config, env, home, terminal, stop);
    return await runHost({ groups: meshPrograms(config, env, home), whenUp, records, progress, signals });
  });
}
