import { BadRequest } from './bad-request.ts';

const idFields = new Set(['traceId', 'spanId', 'parentSpanId']);

/**
 * Parses an OTLP/JSON request. OTLP/JSON is proto3 JSON but for its ids, which are hex and not base64
 * (OTLP specification, "JSON Protobuf Encoding"): this puts them back into proto3 JSON's base64.
 * Attribute names are values in OTLP, never JSON keys, so a key can be told by its name alone.
 */
export function parseOtlpJson(text: string): object {
  const request: unknown = JSON.parse(text, (key, value: unknown) =>
    idFields.has(key) && typeof value === 'string' ? hexToBase64(key, value) : value,
  );
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    throw new BadRequest('the body must be a JSON object');
  }
  return request;
}

function hexToBase64(field: string, hex: string): string {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex))
    throw new BadRequest(`${field} "${hex.slice(0, 40)}" is not hexadecimal`);
  return Buffer.from(hex, 'hex').toString('base64');
}
