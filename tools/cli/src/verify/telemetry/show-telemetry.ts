import type { Env } from '../../command.ts';
import { printableJson } from '../../terminal/printable.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { readTraceConfig } from '../../trace/config.ts';
import type { MeshReader } from '../mesh-reader.ts';
import type { TelemetryWords } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { meshStartMs } from './mesh-start.ts';
import { renderTelemetry } from './render-telemetry.ts';
import { telemetryDocument } from './telemetry-document.ts';
import { verifyTelemetry } from './verify-telemetry.ts';
import type { Window } from './window.ts';

/**
 * Verifies the telemetry of the orders since a time, prints the report and answers whether it is whole.
 * @throws {UsageError | ReadError | BackEndError}
 */
export async function showTelemetry(
  mesh: MeshReader,
  { sinceMs, settleMs, json }: TelemetryWords,
  env: Env,
  terminal: Terminal,
): Promise<boolean> {
  const stores = readTraceConfig(env);
  if ('problem' in stores) throw new UsageError(stores.problem);
  const report = await verifyTelemetry(mesh, stores, {
    window: { fromMs: sinceMs ?? startOrRefuse(env), toMs: Date.now() },
    settleMs,
    onOpen: (count) => {
      const what = count === 1 ? 'trace is' : 'traces are';
      terminal.complain(`${count} ${what} not whole yet; read again for up to ${settleMs / 1000} s.`);
    },
  });
  if (report.checked.orders === 0) throw new UsageError(noOrder(report.window));
  const document = () => `${printableJson(telemetryDocument(report))}\n`;
  terminal.print(json ? document() : renderTelemetry(report, terminal.paint));
  return report.findings.length === 0;
}

/** Nothing is not whole: a wrong time or address must not look like success. */
function noOrder({ fromMs }: Window): string {
  return `No order was created since ${new Date(fromMs).toISOString()}, so nothing was proved: say another --since, or check ORDER_ADDRESS.`;
}

function startOrRefuse(env: Env): number {
  const start = meshStartMs(env);
  if (start !== undefined) return start;
  throw new UsageError(
    'No mesh was started here by `npm start` (MESH_HOME), so its start is not known: say --since, e.g. --since 10m.',
  );
}
