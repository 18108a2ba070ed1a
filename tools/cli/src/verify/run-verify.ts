import type { Env } from '../command.ts';
import { printableJson } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readVerifyConfig, type VerifyConfig } from './config.ts';
import { openMeshReader } from './grpc-mesh-reader.ts';
import { verifyHelp } from './help.ts';
import { LedgerError, readLedger } from './ledger.ts';
import { ReadError } from './mesh-reader.ts';
import { parseVerifyArguments, type VerifyWords } from './parse-arguments.ts';
import { renderReport } from './render-report.ts';
import { reportDocument } from './report-document.ts';
import { verify } from './verify.ts';

const exitCode = { holds: 0, violations: 1, usage: 2, unreadable: 3 } as const;

/** `mesh verify` on any terminal; answers the exit code. */
export async function runVerify(args: string[], env: Env, terminal: Terminal): Promise<number> {
  const words = parseVerifyArguments(args);
  if ('help' in words) {
    terminal.print(verifyHelp);
    return exitCode.holds;
  }
  const config = readVerifyConfig(env);
  const refuse = (sentence: string, code: number) => {
    terminal.complain(`mesh verify: ${sentence}`);
    return code;
  };
  if ('problem' in words) return refuse(`${words.problem}\nSee mesh verify --help.`, exitCode.usage);
  if ('problem' in config) return refuse(config.problem, exitCode.usage);
  try {
    return await show(config, words, terminal);
  } catch (error) {
    if (error instanceof LedgerError) return refuse(error.message, exitCode.usage);
    if (error instanceof ReadError) return refuse(error.message, exitCode.unreadable);
    throw error;
  }
}

async function show(config: VerifyConfig, { ledgerFile, settleMs, json }: VerifyWords, terminal: Terminal) {
  const hasLedger = ledgerFile !== undefined;
  const ledger = hasLedger ? await readLedger(ledgerFile) : new Map();
  const mesh = openMeshReader(config);
  try {
    const report = await verify(mesh, { ledger, settleMs, onSuspects: announce(settleMs, terminal) });
    const document = () => `${printableJson(reportDocument(report, hasLedger))}\n`;
    terminal.print(json ? document() : renderReport(report, hasLedger, terminal.paint));
    return report.violations.length === 0 ? exitCode.holds : exitCode.violations;
  } finally {
    mesh.close();
  }
}

function announce(settleMs: number, terminal: Terminal) {
  return (count: number) => {
    const seconds = `${settleMs / 1000} s`;
    terminal.complain(
      `${count} ${count === 1 ? 'thing does' : 'things do'} not agree yet; read again for up to ${seconds}.`,
    );
  };
}
