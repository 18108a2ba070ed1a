import type { Env } from '../command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readSamplingConfig } from './config.ts';
import { samplingHelp } from './help.ts';
import { makeMark } from './make-mark.ts';
import { parseSamplingArguments, type SamplingWords } from './parse-arguments.ts';
import { SamplingError } from './sampling-error.ts';
import { setSampling } from './set-sampling.ts';
import { showSampling } from './show-sampling.ts';

const exitCode = { done: 0, incomplete: 1, usage: 2 } as const;

/** `mesh sampling` on any terminal; answers the exit code. */
export async function runSampling(args: string[], env: Env, terminal: Terminal): Promise<number> {
  const words = parseSamplingArguments(args);
  if ('help' in words) {
    terminal.print(samplingHelp);
    return exitCode.done;
  }
  const refuse = (sentence: string) => {
    terminal.complain(`mesh sampling: ${sentence}`);
    return exitCode.usage;
  };
  if ('problem' in words) return refuse(`${words.problem}\nSee mesh sampling --help.`);
  try {
    return (await run(words, env, terminal)) ? exitCode.done : exitCode.incomplete;
  } catch (error) {
    if (error instanceof SamplingError) return refuse(error.message);
    throw error;
  }
}

async function run(words: SamplingWords, env: Env, terminal: Terminal): Promise<boolean> {
  if (words.verb === 'mark') {
    terminal.print(makeMark(words, env));
    return true;
  }
  const config = readSamplingConfig(env);
  if ('problem' in config) throw new SamplingError(config.problem);
  return words.verb === 'show'
    ? showSampling(config, words.json, terminal)
    : setSampling(words, config, env, terminal);
}
