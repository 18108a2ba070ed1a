import type { TracingConfig } from '../env/config.ts';
import type { SamplingReport } from '../sampling/current-sampling.ts';
import { summaryOf } from '../sampling/document/summary-of.ts';

/** A standard sampler by its name; a document by its place and what it says at the start. */
export function describeSampler(
  { sampling, propagationOnly }: Pick<TracingConfig, 'sampling' | 'propagationOnly'>,
  report: Pick<SamplingReport, 'source' | 'document'> | undefined,
): string {
  if (propagationOnly || !report) return 'none: no span is made here';
  if (sampling.kind !== 'environment')
    return `${sampling.kind} ${report.source.location}: ${summaryOf(report.document)}`;
  return sampling.name.endsWith('traceidratio') ? `${sampling.name} ${sampling.ratio}` : sampling.name;
}
