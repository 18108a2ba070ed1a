import type { Resource } from '@opentelemetry/resources';
import { settingsOf } from '../capture/settings-of.ts';
import { startCapture } from '../capture/start-capture.ts';
import type { TracingConfig } from '../env/config.ts';
import type { Measured } from '../metrics/create-metrics.ts';
import { createSampler } from './create-sampler.ts';
import { setCurrentSampling } from './current-sampling.ts';
import { createSamplingEngine } from './engine/create-sampling-engine.ts';
import type { FollowingSampler } from './following-sampler.ts';
import { createMarks } from './mark/create-marks.ts';
import { RequestMarks } from './request-marks.ts';
import { openSampling } from './sources/open-sampling.ts';

export interface Sampling {
  readonly sampler: FollowingSampler;
  readonly measured: Measured;
  /** Looks for no more changes, and parks nothing more. @returns when the other processes know what is kept; never rejects */
  stop(): Promise<void>;
}

/**
 * Samples by what the environment's source says, now and after each change of it.
 *
 * @throws with all problems, where the source is a file that is missing or wrong
 */
export function startSampling(
  { sampling, markKeys, capture: captureConfig }: Pick<TracingConfig, 'sampling' | 'markKeys' | 'capture'>,
  { attributes }: Resource,
): Sampling {
  const service = String(attributes['service.name']);
  const source = openSampling(sampling, service);
  let { document } = source;
  const process = { service, resource: attributes };
  const engine = createSamplingEngine({ document, ...process });
  const capture = captureConfig && startCapture(captureConfig, settingsOf(document, process));
  const marks = markKeys.length > 0 ? new RequestMarks(createMarks(markKeys)) : undefined;
  const sampler = createSampler({ engine, document, marks });
  setCurrentSampling(() => ({
    service,
    source: source.report(),
    document,
    operations: engine.operations(Date.now()),
    tally: engine.tally,
    ...(marks && { marks: marks.tally }),
    ...(capture && { capture: capture.report() }),
  }));
  const stop = source.start((next) => {
    sampler.configure(next);
    capture?.configure(settingsOf(next, process));
    document = next;
  });
  return {
    sampler,
    measured: {
      sampling: () => ({ tally: engine.tally, marks: marks?.tally }),
      ...(capture && { capture: () => capture.report() }),
    },
    async stop() {
      stop();
      await capture?.stop();
    },
  };
}
