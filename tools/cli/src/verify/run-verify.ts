import type { Env } from '../command.ts';
import { BackEndError } from '../http/back-end-error.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readVerifyConfig } from './config.ts';
import { openMeshReader } from './grpc-mesh-reader.ts';
import { verifyHelp } from './help.ts';
import { LedgerError } from './ledger.ts';
import { ReadError } from './mesh-reader.ts';
import { parseVerifyArguments, type StockWords, type TelemetryWords } from './parse-arguments.ts';
import { showStock } from './show-stock.ts';
import { showTelemetry } from './telemetry/show-telemetry.ts';
import { UsageError } from './usage-error.ts';

const exitCode = { holds: 0, violations: 1, usage: 2, unreadable: 3 } as const;

/** `mesh verify` on any terminal; answers the exit code. */
export async function runVerify(args: string[], env: Env, terminal: Terminal): Promise<number> {
  const words = parseVerifyArguments(args);
  if ('help' in words) {
    terminal.print(verifyHelp);
    return exitCode.holds;
  }
  const refuse = (sentence: string, code: number) => {
    terminal.complain(`mesh verify: ${sentence}`);
    return code;
  };
  if ('problem' in words) return refuse(`${words.problem}\nSee mesh verify --help.`, exitCode.usage);
  try {
    return (await show(words, env, terminal)) ? exitCode.holds : exitCode.violations;
  } catch (error) {
    if (error instanceof LedgerError || error instanceof UsageError)
      return refuse(error.message, exitCode.usage);
    if (error instanceof ReadError || error instanceof BackEndError)
      return refuse(error.message, exitCode.unreadable);
    throw error;
  }
}

/** Prints the report and answers whether everything was right. */
async function show(words: StockWords | TelemetryWords, env: Env, terminal: Terminal): Promise<boolean> {
  const config = readVerifyConfig(env);
  if ('problem' in config) throw new UsageError(config.problem);
  const mesh = openMeshReader(config);
  try {
    return words.subject === 'stock'
      ? await showStock(mesh, words, terminal)
      : await showTelemetry(mesh, words, env, terminal);
  } finally {
    mesh.close();
  }
}
