/** The methods of RFC 9110, section 9, PATCH of RFC 5789 and QUERY of RFC 10008; names of spans and series hold no other. */
const KNOWN = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  'PATCH',
  'QUERY',
]);

export type MethodAttributes = {
  readonly 'http.request.method': string;
  readonly 'http.request.method_original'?: string;
};

/** The method as OpenTelemetry names it: https://opentelemetry.io/docs/specs/semconv/http/http-spans/ */
export function methodAttributes(method: string): MethodAttributes {
  if (KNOWN.has(method)) return { 'http.request.method': method };
  return { 'http.request.method': '_OTHER', 'http.request.method_original': method };
}
