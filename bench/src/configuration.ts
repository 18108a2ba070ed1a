import type { ServiceName } from './service-name.ts';

export type Env = Readonly<Record<string, string>>;

/** One way to run the three services. */
export interface Configuration {
  /** As `--only` takes it; also the path at the sink. */
  readonly name: string;
  readonly title: string;
  readonly logger: 'stock' | 'mesh' | 'mesh-detail';
  /** Node's flags in front of the service. */
  readonly flags: readonly string[];
  readonly env: (service: ServiceName) => Env;
  /** The share of the requests whose spans must arrive: 0 to 1. */
  readonly sampled: number;
  /** How many lines a service writes about its own tracing, beside those of the requests. */
  readonly startLines: number;
  /** Whether every line has to arrive over OTLP too. */
  readonly logsOverOtlp: boolean;
  /** Needs what is in `bench/stock`. */
  readonly needsStock: boolean;
}
