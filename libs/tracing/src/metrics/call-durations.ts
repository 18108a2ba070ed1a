import type { Attributes, SpanContext } from '@opentelemetry/api';

/** Counts calls and how long they took: one of it for each kind of call and side. */
export interface CallDurations {
  /**
   * Costs next to nothing while metrics are off.
   *
   * @param attributes of the operation: frozen, the same object for every call of it. What is no attribute of the metric
   * is left out, and objects of the same values are one series; one that is not frozen costs more.
   * @param outcome `rpc.status_code` or `http.response.status_code` of the call
   * @param errorType `error.type`, where the call is an error of this side
   * @param seconds from its start to its end on the wire
   * @param spanContext of its span: an exemplar if it is sampled
   */
  record(
    attributes: Attributes,
    outcome: string | number | undefined,
    errorType: string | undefined,
    seconds: number,
    spanContext: SpanContext | undefined,
  ): void;
}
