import { diag } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';

/** The processors that a user added. What one of them throws is told and goes no further: it is not the request's fault. */
export interface SpanProcessors {
  add(processor: SpanProcessor): void;
  each(step: (processor: SpanProcessor) => void): void;
  /** Resolves when the step is over for all; never rejects. */
  whenAll(step: (processor: SpanProcessor) => Promise<void>): Promise<void>;
}

export function createSpanProcessors(): SpanProcessors {
  const processors: SpanProcessor[] = [];
  return {
    add: (processor) => processors.push(processor),
    each(step) {
      for (const processor of processors) {
        try {
          step(processor);
        } catch (error) {
          tell(error);
        }
      }
    },
    async whenAll(step) {
      await Promise.all(processors.map((processor) => Promise.try(step, processor).catch(tell)));
    },
  };
}

function tell(error: unknown): void {
  diag.error('A span processor failed.', error);
}
