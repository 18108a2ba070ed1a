import type { Headers } from '../boundary.ts';

/**
 * The trace id that a request must be given, by another way than the code's: cut into its parts, each of which is
 * compared as a number. Undefined: a new one.
 */
export function expectedTraceId(headers: Headers): string | undefined {
  const readers = { traceparent: w3c, b3, 'x-b3-traceid': b3multi, 'trace-id': plain };
  for (const [name, read] of Object.entries(readers)) {
    const sent = headers[name];
    const values = typeof sent === 'string' ? [sent] : (sent ?? []);
    const isDecision =
      name === 'b3' && values.length === 1 && /^[01d]$|^true$|^false$/i.test(values[0] ?? '');
    if (values.length > 0 && !isDecision)
      return values.length === 1 ? read(String(values[0]), headers) : undefined;
  }
  return undefined;
}

function w3c(value: string): string | undefined {
  const text = stripped(value);
  const [version = '', trace = '', span = '', flags = '', ...more] = text.split('-');
  const isLower = [version, trace, span, flags].every((part) => part === part.toLowerCase());
  if (!isLower || version === 'ff' || (version === '00' && more.length > 0) || text.length >= 512)
    return undefined;
  return isId(version, 2, -1n) && isId(trace, 32) && isId(span, 16) && isId(flags, 2, -1n)
    ? trace
    : undefined;
}

function b3(value: string): string | undefined {
  const [trace = '', span, state, parent, ...more] = stripped(value).split('-');
  if (more.length > 0 || (parent !== undefined && !isId(parent, 16, -1n))) return undefined;
  if (state !== undefined && !['0', '1', 'd', 'D'].includes(state)) return undefined;
  return span === undefined || isId(span, 16) ? hexOf(trace) : undefined;
}

function b3multi(trace: string, headers: Headers): string | undefined {
  const [span = '0'.repeat(15), ...moreSpans] = [headers['x-b3-spanid'] ?? []].flat();
  const [sampled = '1', ...moreSampled] = [headers['x-b3-sampled'] ?? []].flat();
  const hasSpan = [headers['x-b3-spanid'] ?? []].flat().length > 0;
  if (moreSpans.length + moreSampled.length > 0 || (hasSpan && !isId(span, 16))) return undefined;
  return ['0', '1', 'd', 'true', 'false'].includes(sampled.toLowerCase()) ? hexOf(trace) : undefined;
}

function plain(value: string): string | undefined {
  const text = stripped(value);
  if (text.length === 32) return hexOf(text);
  const parts = text.split('-');
  if (parts.map((part) => part.length).join() === '8,4,4,4,12') return hexOf(parts.join(''));
  if (text === '' || text.length > 20 || [...text].some((digit) => digit < '0' || digit > '9'))
    return undefined;
  const number = BigInt(text);
  return number > 0n && number < 1n << 64n ? number.toString(16).padStart(32, '0') : undefined;
}

function hexOf(text: string): string | undefined {
  if (!isId(text, 32) && !isId(text, 16)) return undefined;
  return `${'0'.repeat(32 - text.length)}${text.toLowerCase()}`;
}

/** @param above what the number must be larger than */
function isId(text: string, length: number, above = 0n): boolean {
  if (text.length !== length || [...text].some((digit) => !'0123456789abcdefABCDEF'.includes(digit)))
    return false;
  return BigInt(`0x${text}`) > above;
}

function stripped(text: string): string {
  const inner = [...text];
  while (inner[0] === ' ' || inner[0] === '\t') inner.shift();
  while (inner.at(-1) === ' ' || inner.at(-1) === '\t') inner.pop();
  return inner.join('');
}
