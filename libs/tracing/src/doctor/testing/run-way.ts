import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Collector } from '../../testing/collector.ts';
import type { Programs } from './build-programs.ts';
import type { Way } from './way.ts';

/** What a program did. */
export interface Seen {
  readonly code: number;
  readonly stderr: string;
  readonly spans: number;
  readonly hasIds: boolean;
  /** Of the warnings on stderr. */
  readonly warnings: readonly string[];
}

const PRELOAD = fileURLToPath(new URL('../../register.ts', import.meta.url));

// biome-ignore lint/style/noProcessEnv: of the test's own environment a program gets nothing else
const { NODE_COMPILE_CACHE } = process.env;

/** Runs a program to its end, and looks at what the collector and its output have of it. */
export async function runWay(
  way: Way,
  service: string,
  programs: Programs,
  collector: Collector,
): Promise<Seen> {
  const file = programs.file(way.program);
  const flags = way.flags.map((flag) => (flag === '@mesh/tracing/register' ? PRELOAD : flag));
  const child = spawn(process.execPath, ['-C', '@mesh/source', ...flags, file], {
    cwd: dirname(file),
    timeout: 20_000,
    killSignal: 'SIGKILL',
    env: {
      ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }),
      OTEL_SERVICE_NAME: service,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_METRICS_EXPORTER: 'none',
      ...way.env,
    },
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const handled = stdout.split('\n').find((line) => line.includes('"handled"')) ?? '';
  return {
    code,
    stderr,
    spans: collector.spans.filter(({ resource }) => resource['service.name'] === service).length,
    hasIds: handled.includes('"trace_id"'),
    warnings: warningsIn(stderr),
  };
}

function warningsIn(stderr: string): string[] {
  const lines = stderr.split('\n').filter((line) => line.startsWith('{'));
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ level }) => level === 'warn')
    .map(({ message }) => message);
}
