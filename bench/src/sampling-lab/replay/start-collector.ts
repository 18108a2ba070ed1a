import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cpuMillisOf } from '../../services/cpu-millis.ts';
import { freePorts } from '../../services/free-ports.ts';
import { readGauges } from './read-gauges.ts';

/** Without the gate it leaves `th:0` in what it keeps one in a hundred of, and nobody could scale that up. */
const FLAGS = ['--feature-gates=processor.tailsamplingprocessor.usetracestate'];
const CONFIG = fileURLToPath(new URL('../../../collector/tail.yaml', import.meta.url));
const PATIENCE_MS = 20_000;

/** A collector that decides when a trace is complete. */
export interface Collector extends AsyncDisposable {
  /** Where it takes traces. */
  readonly url: string;
  cpuMillis(): number;
  /** How many traces it has decided about and handed on, and the memory that it has. */
  state(): Promise<CollectorState>;
}

export interface CollectorState {
  readonly decided: number;
  readonly queued: number;
  readonly megabytes: number;
}

/** @param sinkUrl where it sends what it keeps */
export async function startCollector(path: string, sinkUrl: string): Promise<Collector> {
  const [otlp = 0, health = 0, metrics = 0] = await freePorts(3);
  const child = spawn(path, [`--config=${CONFIG}`, ...FLAGS], {
    env: { OTLP_PORT: `${otlp}`, HEALTH_PORT: `${health}`, METRICS_PORT: `${metrics}`, SINK_URL: sinkUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exited = once(child, 'exit');
  const collector = {
    url: `http://127.0.0.1:${otlp}/v1/traces`,
    cpuMillis: () => cpuMillisOf(child.pid ?? 0),
    state: () => stateOf(metrics),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
  await waitUntilHealthy(health).catch(async (error) => {
    await collector[Symbol.asyncDispose]();
    throw error;
  });
  return collector;
}

async function waitUntilHealthy(port: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))?.ok) {
    if (Date.now() > end) throw new Error('The collector was not ready in time.');
    await pause(50);
  }
}

async function stateOf(port: number): Promise<CollectorState> {
  const gauges = readGauges(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  return {
    decided: gauges('otelcol_processor_tail_sampling_global_count_traces_sampled_total'),
    queued: gauges('otelcol_exporter_queue_size') + gauges('otelcol_exporter_in_flight_requests'),
    megabytes: gauges('otelcol_process_memory_rss_bytes') / 1e6,
  };
}
