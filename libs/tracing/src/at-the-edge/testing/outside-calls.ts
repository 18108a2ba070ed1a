import { randomBytes } from 'node:crypto';

/** What a caller from outside may write to have its requests sampled, or hidden; made anew for each call. */
export const outsideCalls: Readonly<Record<string, () => Record<string, string>>> = {
  'flag 01': () => ({ traceparent: parent({ flags: '01' }) }),
  'flag 00': () => ({ traceparent: parent({ flags: '00' }) }),
  'B3 that denies': () => ({ b3: `${hex(16)}-${hex(8)}-0` }),
  'B3 that asks': () => ({ b3: `${hex(16)}-${hex(8)}-1` }),
  'B3 that debugs': () => ({ b3: `${hex(16)}-${hex(8)}-d` }),
  'X-B3-Flags: 1': () => ({ 'x-b3-traceid': hex(16), 'x-b3-spanid': hex(8), 'x-b3-flags': '1' }),
  'a threshold of 0': () => ({ traceparent: parent({ flags: '03' }), tracestate: 'ot=th:0' }),
  'the greatest randomness': () => ({
    traceparent: parent({ flags: '03' }),
    tracestate: 'ot=rv:ffffffffffffff',
  }),
  'an id that ends in 14 f': () => ({ traceparent: parent({ end: 'f'.repeat(14), flags: '03' }) }),
  'an id that ends in 14 0': () => ({ traceparent: parent({ end: '0'.repeat(14), flags: '03' }) }),
  'the word that a trace is forced': () => ({
    traceparent: parent({ flags: '03' }),
    tracestate: 'ot=th:0,mesh=reason:forced',
  }),
  'a mark that nobody signed': () => ({ 'mesh-sampling-mark': forgedMark() }),
  'one snowflake again and again': () => ({ 'trace-id': '1541815603606036480' }),
};

function forgedMark(): string {
  const inAMinute = Math.floor(Date.now() / 1000) + 60;
  return `v1.web.${inAMinute}.${randomBytes(16).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
}

function parent({ end = hex(7), flags }: { end?: string; flags: string }): string {
  return `00-${hex(9)}${end}-${hex(8)}-${flags}`;
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
