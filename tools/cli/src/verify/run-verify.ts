import type { Env } from '../command.ts';
import { printableJson } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readVerifyConfig } from './config.ts';
import { openMeshReader } from './grpc-mesh-reader.ts';
import { verifyHelp } from './help.ts';
import { type Ledger, LedgerError, readLedger } from './ledger.ts';
import { ReadError } from './mesh-reader.ts';
import { parseVerifyArguments } from './parse-arguments.ts';
import { renderReport } from './render-report.ts';
import { reportDocument } from './report-document.ts';
import { type Report, type VerifyOptions, verify } from './verify.ts';

const exitCode = { holds: 0, violations: 1, usage: 2, unreadable: 3 } as const;

/** `mesh verify` on any terminal; answers the exit code. */
export async function runVerify(args: string[], env: Env, terminal: Terminal): Promise<number> {
  const words = parseVerifyArguments(args);
  if ('help' in words) {
    terminal.print(verifyHelp);
    return exitCode.holds;
  }
  const problem = 'problem' in words ? words.problem : undefined;
  if ('problem' in words) return refuse(terminal, `${problem}\nSee mesh verify --help.`, exitCode.usage);
  try {
    const hasLedger = words.ledgerFile !== undefined;
    const ledger: Ledger = words.ledgerFile === undefined ? new Map() : await readLedger(words.ledgerFile);
    const report = await verifyMesh(env, {
      ledger,
      settleMs: words.settleMs,
      onSuspects: announce(words.settleMs, terminal),
    });
    if ('problem' in report) return refuse(terminal, report.problem, exitCode.usage);
    const text = words.json
      ? `${printableJson(reportDocument(report, hasLedger))}\n`
      : renderReport(report, hasLedger, terminal.paint);
    terminal.print(text);
    return report.violations.length === 0 ? exitCode.holds : exitCode.violations;
  } catch (error) {
    if (error instanceof LedgerError) return refuse(terminal, error.message, exitCode.usage);
    if (error instanceof ReadError) return refuse(terminal, error.message, exitCode.unreadable);
    throw error;
  }
}

async function verifyMesh(env: Env, options: VerifyOptions): Promise<Report | { problem: string }> {
  const config = readVerifyConfig(env);
  if ('problem' in config) return config;
  const mesh = openMeshReader(config);
  try {
    return await verify(mesh, options);
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

function refuse(terminal: Terminal, sentence: string, code: number): number {
  terminal.complain(`mesh verify: ${sentence}`);
  return code;
}
