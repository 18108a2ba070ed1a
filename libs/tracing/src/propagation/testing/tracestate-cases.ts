import { PARENT_ID, TRACE_ID, type W3cCase } from './w3c-case.ts';

const TRACEPARENT = ['traceparent', `00-${TRACE_ID}-${PARENT_ID}-00`] as const;
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789_-*/';
const PRINTABLE = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).join('');
const VALUE = PRINTABLE.replace(/[,=]/g, '');
const members = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `bar${from + i}=${from + i}`).join(',');

function state(name: string, sent: string | readonly string[], goesOn = ''): W3cCase {
  const values = typeof sent === 'string' ? [sent] : sent;
  const headers = [TRACEPARENT, ...values.map((value) => ['tracestate', value] as const)];
  return { name, headers, trace: 'kept', ...(goesOn && { state: goesOn }) };
}

const same = (name: string, sent: string) => state(name, sent, sent);
const dropped = (name: string, sent: string | readonly string[]) => state(name, sent);

/** https://www.w3.org/TR/trace-context-2/#tracestate-header */
export const tracestateCases: readonly W3cCase[] = [
  { name: 'without a traceparent there is no tracestate', headers: [['tracestate', 'foo=1']], trace: 'new' },
  {
    name: 'with a broken traceparent there is no tracestate',
    headers: [
      ['traceparent', `00-${TRACE_ID}-${PARENT_ID}-0`],
      ['tracestate', 'foo=1'],
    ],
    trace: 'new',
  },
  same('a valid tracestate goes on', 'foo=1,bar=2'),
  { name: 'trace-state is another header', headers: [TRACEPARENT, ['trace-state', 'foo=1']], trace: 'kept' },
  { name: 'trace.state is another header', headers: [TRACEPARENT, ['trace.state', 'foo=1']], trace: 'kept' },
  ...['TraceState', 'TrAcEsTaTe', 'TRACESTATE'].map(
    (name): W3cCase => ({
      name: `${name} is the header`,
      headers: [TRACEPARENT, [name, 'foo=1']],
      trace: 'kept',
      state: 'foo=1',
    }),
  ),
  dropped('an empty tracestate is allowed and does not go on', ''),
  state('an empty header after another is left out', ['foo=1', ''], 'foo=1'),
  state('an empty header before another is left out', ['', 'foo=1'], 'foo=1'),
  state('empty members are left out', 'foo=1,, ,bar=2,', 'foo=1,bar=2'),
  state(
    'several headers are one list, in their order',
    ['foo=1,bar=2', 'rojo=1,congo=2', 'baz=3'],
    'foo=1,bar=2,rojo=1,congo=2,baz=3',
  ),
  state('of the same member twice one goes on', 'foo=1,foo=1', 'foo=1'),
  state('of two values of a key the first goes on', 'foo=1,foo=2', 'foo=1'),
  state('the same member in two headers goes on once', ['foo=1', 'foo=1'], 'foo=1'),
  state('of two values in two headers the first goes on', ['foo=1', 'foo=2'], 'foo=1'),
  same('all characters that a key may have are allowed', `${KEY}=${VALUE}`),
  same('all characters that a key with an @ may have are allowed', `${KEY}@a-z0-9_-*/=${VALUE}`),
  same('a key may begin with a digit', '0foo=1'),
  same('a space before a value belongs to it', 'foo= 1'),
  state('blanks around members are left out', 'foo=1 \t , \t bar=2, \t baz=3', 'foo=1,bar=2,baz=3'),
  state('tabs around members are left out', 'foo=1\t \t,\t \tbar=2,\t \tbaz=3', 'foo=1,bar=2,baz=3'),
  ...[' foo=1', '\tfoo=1', 'foo=1 ', 'foo=1\t', '\t foo=1 \t'].map((sent) =>
    state(`blanks at the ends of ${JSON.stringify(sent)} are left out`, sent, 'foo=1'),
  ),
  dropped('a key has no space', 'foo =1'),
  dropped('a key is in lower case', 'FOO=1'),
  dropped('a key has no dot', 'foo.bar=1'),
  dropped('a key is not empty', '=1,bar=2'),
  dropped('a key does not begin with @, and one broken member drops all', '@foo=1,bar=2'),
  dropped('a key does not begin with a dash', '-foo=1,bar=2'),
  same('an @ may stand anywhere else in a key', 'foo@=1,foo@@bar=1,foo@bar@baz=1,bar=2'),
  state('32 members go on', [members(1, 10), members(11, 20), members(21, 32)], members(1, 32)),
  dropped('33 members do not', [members(1, 10), members(11, 20), members(21, 33)]),
  same('a key may have 256 characters', `foo=1,${'z'.repeat(256)}=1`),
  dropped('a key has no 257 characters', `foo=1,${'z'.repeat(257)}=1`),
  same('a key with an @ may have 256 characters', `foo=1,${'t'.repeat(241)}@${'v'.repeat(14)}=1`),
  same('a value may have 256 characters', `foo=${'1'.repeat(256)}`),
  dropped('a value has no 257 characters', `foo=${'1'.repeat(257)}`),
  dropped('a value has no equals sign', 'foo=bar=baz'),
  dropped('a value is not empty', 'foo=,bar=3'),
  dropped('a member has a value', 'foo,bar=3'),
];
