/** The ids of a probe, in hex. */
export interface ProbeIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** Service names of the mesh mean services; this one is the start's own. */
const RESOURCE = {
  attributes: [attribute('service.name', 'mesh-up'), attribute('service.namespace', 'mesh')],
};
const SCOPE = { name: 'mesh-up' };
const INTERNAL = 1;
const INFO = 9;

/** One span as OTLP/JSON. */
export function probeSpan({ traceId, spanId }: ProbeIds, nowMs: number) {
  const startTimeUnixNano = `${BigInt(nowMs) * 1_000_000n}`;
  const times = { startTimeUnixNano, endTimeUnixNano: startTimeUnixNano };
  const span = { traceId, spanId, name: 'probe', kind: INTERNAL, ...times };
  return { resourceSpans: [{ resource: RESOURCE, scopeSpans: [{ scope: SCOPE, spans: [span] }] }] };
}

/** One log line of that span as OTLP/JSON. */
export function probeLine({ traceId, spanId }: ProbeIds, nowMs: number) {
  const timeUnixNano = `${BigInt(nowMs) * 1_000_000n}`;
  const text = { severityNumber: INFO, severityText: 'info', body: { stringValue: 'probe' } };
  const logRecord = { traceId, spanId, timeUnixNano, observedTimeUnixNano: timeUnixNano, ...text };
  return { resourceLogs: [{ resource: RESOURCE, scopeLogs: [{ scope: SCOPE, logRecords: [logRecord] }] }] };
}

function attribute(key: string, stringValue: string) {
  return { key, value: { stringValue } };
}
