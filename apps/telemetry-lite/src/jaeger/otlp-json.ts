import type { Trace } from '../traces/trace-store.ts';

/** Jaeger's answer with traces: OTLP JSON inside `result`, put together from the texts that are stored. */
export function tracesAnswer(traces: readonly Trace[]): string {
  return `{"result":{"resourceSpans":[${traces.flatMap(resourceSpans).join()}]}}`;
}

function resourceSpans(trace: Trace): string[] {
  return [...trace.resources].map(([resource, scopes]) => {
    const scopeSpans = [...scopes].map(
      ([scope, spans]) => `{"scope":${scope},"spans":[${spans.map(({ json }) => json).join()}]}`,
    );
    return `{"resource":${resource},"scopeSpans":[${scopeSpans.join()}]}`;
  });
}
