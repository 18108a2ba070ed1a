import assert from 'node:assert/strict';
import { TraceFlags } from '@opentelemetry/api';
import { type Line, type Service, startService } from '../../../testing/service.ts';
import { until } from '../../../testing/until.ts';

/** In which a change of a file, or of what a server answers, is in effect. */
const BOUND_MS = 2000;

/** A real process with a request every 20 ms. */
export interface SampledService extends Service {
  /** Makes a change and holds it to the bound. @param isKept what becomes of requests from then on; before, the opposite did */
  changes(isKept: boolean, change: () => Promise<void>): Promise<void>;
  /** The same of anything that the lines of requests say. */
  becomes(is: (line: Line) => boolean, change: () => Promise<void>): Promise<void>;
  /** That the next requests, too, are treated so. */
  stays(isKept: boolean): Promise<void>;
  /** Waits for a warning, and gives all there are. */
  warning(pattern: RegExp): Promise<string[]>;
}

export function startSampled(env: Record<string, string>): SampledService {
  const off = { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' };
  const service = startService('samples', { env: { ...off, ...env } });
  const after = (time: number) => requestsOf(service).filter((line) => timeOf(line) > time);
  const warnings = () => service.stderr().split('\n').filter(Boolean);
  return Object.assign(service, {
    async changes(isKept: boolean, change: () => Promise<void>) {
      await this.becomes((line) => isKeptIn(line) === isKept, change);
      await this.stays(isKept);
    },
    async becomes(is: (line: Line) => boolean, change: () => Promise<void>) {
      await change();
      const changed = Date.now();
      const first = await until(() => after(changed).find(is), 'a change');
      assert.ok(timeOf(first) - changed <= BOUND_MS, `${timeOf(first) - changed} ms`);
    },
    async stays(isKept: boolean) {
      const time = Date.now();
      const next = await until(() => (after(time).length >= 3 ? after(time) : undefined), 'three requests');
      assert.deepEqual([...new Set(next.map(isKeptIn))], [isKept], service.stderr());
    },
    async warning(pattern: RegExp) {
      await until(() => warnings().find((line) => pattern.test(line)), `${pattern} in ${service.stderr()}`);
      return warnings();
    },
  });
}

function requestsOf({ lines }: Service): Line[] {
  return lines.filter(({ message }) => message === 'request');
}

function timeOf(line: Line): number {
  return Date.parse(String(line['timestamp']));
}

function isKeptIn(line: Line): boolean {
  return (Number.parseInt(String(line['trace_flags']), 16) & TraceFlags.SAMPLED) !== 0;
}
