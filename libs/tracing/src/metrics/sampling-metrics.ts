import type { SamplingTally } from '../sampling/engine/sampling-engine.ts';
import type { MarkTally } from '../sampling/request-marks.ts';
import type { NumberMetric, NumberPoint } from './metric.ts';

export interface SamplingCounts {
  readonly tally: SamplingTally;
  /** Absent: no key, so that nobody looks at marks. */
  readonly marks: MarkTally | undefined;
}

/**
 * What became of the spans that decide. Each reason is there from the start, as 0. The conventions have no names for it.
 *
 * @param counts of now
 */
export function measureSampling(counts: () => SamplingCounts): NumberMetric[] {
  return [
    {
      name: 'mesh.sampling.kept',
      description: 'Roots that are kept, by the policy that kept them.',
      unit: '{trace}',
      kind: 'counter',
      read: () => points('sampling.reason', counts().tally.kept),
    },
    {
      name: 'mesh.sampling.dropped',
      description: 'Roots that are not kept, by the policy that dropped them.',
      unit: '{trace}',
      kind: 'counter',
      read: () => points('sampling.reason', counts().tally.dropped),
    },
    {
      name: 'mesh.sampling.cut',
      description:
        'What the buckets of the ceilings cut, each scaled up by the probability that it was kept with.',
      unit: '{trace}',
      kind: 'counter',
      read: () => points('sampling.reason', counts().tally.cutWeight),
    },
    {
      name: 'mesh.sampling.marks',
      description: 'Marks that requests came with, by what they were.',
      unit: '{mark}',
      kind: 'counter',
      read: () => points('mesh.sampling.mark', counts().marks ?? {}),
    },
  ];
}

function points(name: string, values: Readonly<Record<string, number>>): NumberPoint[] {
  return Object.entries(values).map(([key, value]) => ({ value, attributes: { [name]: key } }));
}
