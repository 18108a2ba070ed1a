import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParseError } from './parse-error.ts';
import { parseLogQuery } from './parse-query.ts';

test('a selector, line filters and label filters are parsed in order', () => {
  const { selector, filters } = parseLogQuery(
    '{a="x", b!~"y.*"} |= "one" != `two` | trace_id="t" |~ "thr(ee)?" !~ "4" | n=~"5|6"',
  );
  assert.deepEqual(
    selector.map(({ name }) => name),
    ['a', 'b'],
  );
  const kinds = filters.map((filter) => (filter.on === 'label' ? filter.name : 'line'));
  assert.deepEqual(kinds, ['line', 'line', 'trace_id', 'line', 'line', 'n']);
});

const label = (condition: string) =>
  parseLogQuery(`{x="x",${condition}}`).selector[1]?.matches ?? assert.fail();

test('a label regular expression must match the whole value, over newlines too', () => {
  assert.ok(label('a=~"b.d"')('bcd'));
  assert.ok(label('a=~"b.d"')('b\nd'));
  assert.ok(!label('a=~"b.d"')('abcd'));
  assert.ok(label('a!~"b.d"')('abcd'));
  assert.ok(label('a!="b"')(''));
});

const line = (filter: string) => parseLogQuery(`{x="x"} ${filter}`).filters[0]?.matches ?? assert.fail();

test('a line filter looks anywhere in the line', () => {
  assert.ok(line('|= "b"')('abc'));
  assert.ok(!line('!= "b"')('abc'));
  assert.ok(line('|~ "^a.c$"')('abc'));
  assert.ok(!line('!~ "b"')('abc'));
});

test('strings have Go’s escapes, raw strings none', () => {
  assert.ok(line(String.raw`|= "a\"b\\c\u0041\n"`)('a"b\\cA\n'));
  assert.ok(line('|= `a\\"b`')('a\\"b'));
  assert.throws(() => line(String.raw`|= "\."`), /invalid char escape \\\./);
});

test('a pattern that would stall a backtracking engine is linear', () => {
  assert.ok(!line('|~ "(a+)+$"')(`${'a'.repeat(50_000)}b`));
});

test('what is not understood is refused with its position', () => {
  const message = (query: string) => {
    try {
      parseLogQuery(query);
    } catch (error) {
      assert.ok(error instanceof ParseError, query);
      return error.message;
    }
    return assert.fail(`${query} was parsed`);
  };
  assert.match(
    message('{a="b"} | json'),
    /^parse error at line 1, col 11: syntax error: unexpected name "json": telemetry-lite takes/,
  );
  assert.match(message('rate({a="b"}[5m])'), /unexpected "\(/);
  assert.match(message('{a="b"'), /unexpected end of the query/);
  assert.match(message('{a="b"} |= "x'), /unexpected "\\"x"/);
  assert.match(message('{a=~"["}'), /missing closing \]/);
  assert.match(message('{a=~"(?=b)"}'), /invalid or unsupported Perl syntax/);
  assert.match(message(`{a=~"${'b'.repeat(4001)}"}`), /longer than 4000/);
  assert.match(message('x'.repeat(131_073)), /input size too long/);
  for (const query of [
    '',
    ' ',
    '{}',
    '{a=~".*"}',
    '{a=""}',
    '{a="b",}',
    '{,}',
    '{a}',
    '{a="b"} x',
    '{a="b"} | a',
    '{a="b"} |',
    '{a="b"}}',
    '\u0000',
  ]) {
    message(query);
  }
});
