import { PARENT_ID, TRACE_ID, type W3cCase } from './w3c-case.ts';

const VALID = `00-${TRACE_ID}-${PARENT_ID}-01`;

function parent(trace: W3cCase['trace'], name: string, value: string): W3cCase {
  return { name, headers: [['traceparent', value]], trace };
}

/** https://www.w3.org/TR/trace-context-2/#traceparent-header */
export const traceparentCases: readonly W3cCase[] = [
  { name: 'a request without headers begins a trace', headers: [], trace: 'new' },
  parent('kept', 'a valid traceparent is continued', VALID),
  {
    name: 'two traceparents begin a new trace',
    headers: [
      ['traceparent', VALID],
      ['traceparent', VALID.replace('12-', '13-')],
    ],
    trace: 'new',
  },
  {
    name: 'the same traceparent twice begins a new trace',
    headers: [
      ['traceparent', VALID],
      ['traceparent', VALID],
    ],
    trace: 'new',
  },
  { name: 'trace-parent is another header', headers: [['trace-parent', VALID]], trace: 'new' },
  { name: 'trace.parent is another header', headers: [['trace.parent', VALID]], trace: 'new' },
  ...['TraceParent', 'TrAcEpArEnT', 'TRACEPARENT'].map(
    (name): W3cCase => ({ name: `${name} is the header`, headers: [[name, VALID]], trace: 'kept' }),
  ),
  parent('new', 'version 00 has nothing after the flags', `${VALID}.`),
  parent('new', 'version 00 has no further fields', `${VALID}-what-the-future-will-be-like`),
  parent('kept', 'a version to come may look like this one', VALID.replace('00', 'cc')),
  parent('kept', 'a version to come may have further fields', `cc${VALID.slice(2)}-what-the-future-brings`),
  parent('kept', 'a version to come may have an empty further field', `01${VALID.slice(2)}-`),
  parent('new', 'a further field begins with a dash', `cc${VALID.slice(2)}.what-the-future-brings`),
  parent('new', 'a version to come is no shorter than this one', `cc${VALID.slice(2, -1)}`),
  parent('new', 'a version to come has no zero trace id either', `cc-${'0'.repeat(32)}-${PARENT_ID}-01`),
  parent('new', 'version ff does not exist', VALID.replace('00', 'ff')),
  parent('new', 'a version begins with a hexadecimal digit', VALID.replace('00', '.0')),
  parent('new', 'a version ends with a hexadecimal digit', VALID.replace('00', '0.')),
  parent('new', 'a version is in lower case', VALID.replace('00', 'CC')),
  parent('new', 'a version has no three digits', `0${VALID}`),
  parent('new', 'a version has no four digits', `00${VALID}`),
  parent('new', 'a version has no single digit', VALID.slice(1)),
  parent('new', 'a trace id is not zero', `00-${'0'.repeat(32)}-${PARENT_ID}-01`),
  parent('new', 'a trace id begins with a hexadecimal digit', VALID.replace('-1', '-.')),
  parent('new', 'a trace id ends with a hexadecimal digit', VALID.replace('2-', '.-')),
  parent('new', 'a trace id is in lower case', VALID.replace('-12', '-AB')),
  parent('new', 'a trace id has no 33 digits', VALID.replace('2-', '23-')),
  parent('new', 'a trace id has no 31 digits', VALID.replace('12-', '1-')),
  parent('new', 'a parent id is not zero', `00-${TRACE_ID}-${'0'.repeat(16)}-01`),
  parent('new', 'a parent id begins with a hexadecimal digit', `00-${TRACE_ID}-.234567890123456-01`),
  parent('new', 'a parent id ends with a hexadecimal digit', `00-${TRACE_ID}-123456789012345.-01`),
  parent('new', 'a parent id is in lower case', `00-${TRACE_ID}-ABCDEF7890123456-01`),
  parent('new', 'a parent id has no 17 digits', `00-${TRACE_ID}-12345678901234567-01`),
  parent('new', 'a parent id has no 15 digits', `00-${TRACE_ID}-123456789012345-01`),
  parent('new', 'flags begin with a hexadecimal digit', VALID.replace('-01', '-.0')),
  parent('new', 'flags end with a hexadecimal digit', VALID.replace('-01', '-0.')),
  parent('new', 'flags are in lower case', VALID.replace('-01', '-0A')),
  parent('new', 'flags have no three digits', VALID.replace('-01', '-001')),
  parent('new', 'flags have no single digit', VALID.replace('-01', '-1')),
  parent('new', 'fields are parted by dashes', VALID.replaceAll('-', '_')),
  parent('new', 'an empty traceparent begins a new trace', ''),
  parent('kept', 'a space may come before', ` ${VALID}`),
  parent('kept', 'a tab may come before', `\t${VALID}`),
  parent('kept', 'a space may come after', `${VALID} `),
  parent('kept', 'a tab may come after', `${VALID}\t`),
  parent('kept', 'blanks may stand around', `\t ${VALID} \t`),
];
