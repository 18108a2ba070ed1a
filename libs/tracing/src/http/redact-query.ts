/**
 * A path or URL whose query has lost its values: they can be keys and tokens. `/a?sku=1&x` becomes
 * `/a?sku=REDACTED&REDACTED`: what has no name may be a secret as a whole.
 */
export function redactQuery(url: string): string {
  const start = url.indexOf('?') + 1;
  if (start === 0) return url;
  const query = url.slice(start).replace(/[^&=]+(=?)[^&]*/g, redactPair);
  return url.slice(0, start) + query;
}

function redactPair(pair: string, equals: string): string {
  return equals === '' ? 'REDACTED' : `${pair.slice(0, pair.indexOf('='))}=REDACTED`;
}
