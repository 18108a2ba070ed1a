const kinds = ['', 'internal', 'server', 'client', 'producer', 'consumer'];

/** Jaeger's word for an OTLP span kind; '' for an unspecified one. */
export function spanKindName(kind: number): string {
  return kinds[kind] ?? '';
}
