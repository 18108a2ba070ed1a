// The default export: a Node that lacks this must come to the sentence of require-node.ts.
import module from 'node:module';
import type { TracingConfig } from '../env/config.ts';
import type { SamplingReport } from '../sampling/current-sampling.ts';
import { VERSION } from '../version.ts';
import { describeCapture } from './describe-capture.ts';
import { describeSampler } from './describe-sampler.ts';
import { versionIn } from './loaded-copies.ts';

/** What the line `tracing started` says. */
export interface StartFacts {
  readonly [name: string]: string | Readonly<Record<string, string>>;
}

/**
 * @param program its first file, which says which copies of the modules it will load; none where it is no file
 * @param sampling none where no span is made
 */
export function describeStart(
  config: TracingConfig,
  program: string | undefined,
  sampling: Pick<SamplingReport, 'source' | 'document'> | undefined,
): StartFacts {
  const { traces, logs, metrics, endpoints, propagation, propagationOnly, grpcInstrumentation } = config;
  return {
    version: VERSION,
    node: process.versions.node,
    traces: traces && !propagationOnly ? endpoints.traces : 'none',
    logs: logs ? endpoints.logs : 'none',
    metrics: metrics?.otlp ? endpoints.metrics : 'none',
    ...(metrics?.prometheus && { prometheus: `${metrics.prometheus.host}:${metrics.prometheus.port}` }),
    sampler: describeSampler(config, sampling),
    capture: describeCapture(config, sampling),
    instrumentations: {
      grpc: `${grpcInstrumentation}, ${installed('@grpc/grpc-js', program)}`,
      http: `mesh, node ${process.versions.node}`,
      pg: `stock, ${installed('pg', program)}`,
    },
    propagators: propagation.formats?.join(',') ?? 'all read; tracecontext, trace-id, baggage written',
    trust: nameTrust(propagation.trust),
    propagateTo: propagation.targets.join(','),
  };
}

function nameTrust({ mode, ports }: TracingConfig['propagation']['trust']): string {
  return [mode, ...[...ports].map(([port, exception]) => `${port}=${exception}`)].join(',');
}

function installed(name: string, program: string | undefined): string {
  const file = program && manifestOf(name, program);
  return file ? `${name} ${versionIn(file.replace(/.package\.json$/, ''))}` : `no ${name}`;
}

/** Node throws for a package that is not there. */
function manifestOf(name: string, program: string): string | undefined {
  try {
    return module.findPackageJSON(name, program);
  } catch {
    return undefined;
  }
}
