import type { Env } from '../command.ts';
import type { Home } from '../host/home.ts';
import type { ProcessRecords } from '../host/process-records.ts';
import { withHome } from '../host/with-home.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openBackends } from './backends/open-backends.ts';
import { clearTheWay } from './clear-the-way.ts';
import { readUpConfig, type UpConfig } from './config.ts';
import { upHelp } from './help.ts';
import { meshPrograms } from './mesh-programs.ts';
import { openSampling } from './open-sampling.ts';
import { parseUpArguments, type UpWords } from './parse-arguments.ts';
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

const exitCode = { stopped: 0, failed: 1, usage: 2 } as const;

/** `mesh up` on any terminal; answers the exit code. */
export async function runUp(args: string[], env: Env, surroundings: UpSurroundings): Promise<number> {
  const { terminal } = surroundings;
  const refuse = (sentence: string) => {
    terminal.complain(sentence);
    return exitCode.usage;
  };
  const words = parseUpArguments(args);
  if ('help' in words) {
    terminal.print(upHelp);
    return exitCode.stopped;
  }
  if ('problem' in words) return refuse(`mesh up: ${words.problem}\nSee mesh up --help.`);
  const config = readUpConfig(env);
  if ('problem' in config) return refuse(`mesh up: ${config.problem}`);
  return await withHome(env, terminal.complain, async (home, records) => {
    try {
      return await runMesh(words, config, env, { home, records }, surroundings);
    } catch (error) {
      if (surroundings.signals.stop.aborted) return exitCode.stopped;
      terminal.complain((error as Error).message);
      return exitCode.failed;
    }
  });
}

interface Place {
  readonly home: Home;
  readonly records: ProcessRecords;
}

async function runMesh(
  words: UpWords,
  config: UpConfig,
  env: Env,
  { home, records }: Place,
  { terminal, canRewrite, signals }: UpSurroundings,
): Promise<number> {
  const { stop, force } = signals;
  const progress = showProgress(terminal, canRewrite);
  const problems = await clearTheWay(words, config, home, records, progress.say);
  for (const problem of problems) terminal.complain(problem);
  if (problems.length > 0) return exitCode.failed;
  const sampling = openSampling(env, home);
  const providing = { env, progress, canRewrite, signal: stop };
  const backends = await openBackends(words, config, home, providing, force);
  progress.say(backends.about);
  progress.say(`Starting the mesh; what its processes print goes to ${home.logs}.`);
  const whenUp = async () => {
    await backends.untilReadable(progress, stop);
    if (!stop.aborted) await showMesh({ config, env, home, backends, sampling }, terminal, stop);
  };
  try {
    const groups = meshPrograms(config, { ...env, ...sampling.env }, home, backends);
    return await runHost({ groups, whenUp, records, progress, signals });
  } finally {
    await backends.close(progress);
  }
}
