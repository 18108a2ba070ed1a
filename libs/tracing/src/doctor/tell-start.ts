import type { TracingConfig } from '../env/config.ts';
import { writeOwnLine } from '../log/write-own-line.ts';
import { currentSampling } from '../sampling/current-sampling.ts';
import { readServiceName } from '../service-name.ts';
import { describeStart } from './describe-start.ts';
import type { Report } from './report.ts';

/** Says once, in a line among those of the service, what is in effect: nobody has to guess it from the environment. */
export function tellStart(config: TracingConfig, report: Report): void {
  const facts = describeStart(config, process.argv[1], currentSampling());
  writeOwnLine('info', 'tracing started', facts);
  // The line has the name of the service anyway.
  report.write({ kind: 'started', facts: { service: readServiceName(), ...facts } });
}
