import type { Env } from '../command.ts';
import type { TraceConfig } from '../trace/config.ts';
import type { Check } from './check.ts';
import { checkArrival } from './check-arrival.ts';
import { checkClocks } from './check-clocks.ts';
import { checkExporters } from './check-exporters.ts';
import { checkServices } from './check-services.ts';
import { checkStrategies } from './check-strategies.ts';
import { factsChecks } from './facts-checks.ts';
import { refusalIn } from './look-at-program.ts';
import { sendProbe } from './send-probe.ts';
import { withCollector } from './with-collector.ts';

export interface MachineOptions {
  readonly env: Env;
  readonly config: TraceConfig;
  /** How long the probe may take to arrive. */
  readonly waitMs: number;
}

/** Looks at this machine as a service on it, with this environment, would find it. */
export async function lookAtMachine({ env: users, config, waitMs }: MachineOptions): Promise<Check[]> {
  const complete = withCollector(users);
  if ('problem' in complete) return [{ name: 'configuration', ok: false, sentence: complete.problem }];
  const { env } = complete;
  const first = await sendProbe(env, { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' });
  const { facts } = first.run.report;
  if (!facts) return [refused(first.run.stderr, env)];
  // The probe has to be kept, whatever the share is that is kept of others.
  const probe = await sendProbe(env, { OTEL_TRACES_SAMPLER: 'always_on', MESH_PROPAGATION_ONLY: '' });
  const sent = probe.run.report.facts ?? facts;
  const exporters = await checkExporters(sent, env);
  const [strategies, services, arrival, clocks] = await Promise.all([
    checkStrategies(facts),
    checkServices(env),
    checkArrival({ probe, facts: sent, exporters, config, waitMs }),
    checkClocks(sent, config),
  ]);
  return [
    { name: 'configuration', ok: true, sentence: 'The configuration is taken.' },
    ...factsChecks(facts),
    ...strategies,
    ...services,
    ...exporters,
    ...arrival,
    ...clocks,
  ];
}

function refused(stderr: string, env: Env): Check {
  if (env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') {
    const sentence = 'Tracing is switched off: take OTEL_SDK_DISABLED=true out of the environment.';
    return { name: 'disabled', ok: false, sentence };
  }
  const sentence = refusalIn(stderr) ?? `The preload does not start: ${stderr.trim().split('\n')[0]}`;
  return { name: 'configuration', ok: false, sentence };
}
