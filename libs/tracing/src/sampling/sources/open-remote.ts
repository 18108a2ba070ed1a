import type { RemoteSamplingConfig } from '../../env/read-sampling.ts';
import { documentFromEnvironment } from '../document/from-environment.ts';
import { createStrategyRequest } from './create-strategy-request.ts';
import { createLiveDocument } from './live-document.ts';
import { createPacer } from './pacer.ts';
import { repeat } from './repeat.ts';
import type { SamplingSource } from './sampling-source.ts';

/**
 * What a server says that speaks Jaeger's remote sampling: it is asked at once and then for ever, whatever it answers. What it
 * said last stays in effect while it says nothing, or nonsense.
 * https://www.jaegertracing.io/docs/latest/architecture/apis/#remote-sampling-configuration
 */
export function openRemote(config: RemoteSamplingConfig, service: string): SamplingSource {
  const { parent, endpoint, pollingIntervalMillis, initialRatio } = config;
  const request = createStrategyRequest(`${endpoint}/sampling?service=${encodeURIComponent(service)}`);
  const first = { ...documentFromEnvironment('traceidratio', initialRatio), parent };
  const live = createLiveDocument('jaeger_remote', withoutUser(endpoint), first);
  const pacer = createPacer();
  let dealtWith: string | undefined;

  async function look(): Promise<void> {
    try {
      const answer = await request();
      if (answer === undefined) return;
      // Late: few services need it, and it would cost each start 3 ms.
      const { readStrategy } = await import('./read-strategy.ts');
      live.take(answer === dealtWith ? live.document : readStrategy(answer, parent));
      dealtWith = answer;
      pacer.forget();
    } catch (error) {
      const { message } = error as Error;
      live.fail(message, pacer.isDue(message));
    }
  }

  return {
    document: first,
    start(apply) {
      live.apply = apply;
      // Less than the interval, never more: a change is in effect in time, and services that started together part.
      return repeat(look, () => pollingIntervalMillis * (0.8 + 0.2 * Math.random()));
    },
    report: live.report,
  };
}

function withoutUser(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href.replace(/\/$/, '');
}
