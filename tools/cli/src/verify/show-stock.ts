import { printableJson } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readLedger } from './ledger.ts';
import type { MeshReader } from './mesh-reader.ts';
import type { StockWords } from './parse-arguments.ts';
import { renderReport } from './render-report.ts';
import { reportDocument } from './report-document.ts';
import { verify } from './verify.ts';

/**
 * Verifies orders and stock, prints the report and answers whether every rule holds.
 * @throws {LedgerError | ReadError}
 */
export async function showStock(
  mesh: MeshReader,
  { ledgerFile, settleMs, json }: StockWords,
  terminal: Terminal,
): Promise<boolean> {
  const hasLedger = ledgerFile !== undefined;
  const ledger = hasLedger ? await readLedger(ledgerFile) : new Map();
  const report = await verify(mesh, { ledger, settleMs, onSuspects: announce(settleMs, terminal) });
  const document = () => `${printableJson(reportDocument(report, hasLedger))}\n`;
  terminal.print(json ? document() : renderReport(report, hasLedger, terminal.paint));
  return report.violations.length === 0;
}

function announce(settleMs: number, terminal: Terminal) {
  return (count: number) => {
    const seconds = `${settleMs / 1000} s`;
    terminal.complain(
      `${count} ${count === 1 ? 'thing does' : 'things do'} not agree yet; read again for up to ${seconds}.`,
    );
  };
}
