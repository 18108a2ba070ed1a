import { type LineOperator, labelMatches, lineMatches, type Matches, type MatchOperator } from './matcher.ts';
import { ParseError } from './parse-error.ts';
import { type Token, tokenize } from './tokens.ts';

export interface LabelCondition {
  on: 'label';
  name: string;
  matches: Matches;
}

export interface LineCondition {
  on: 'line';
  matches: Matches;
}

export interface LogQuery {
  /** Conditions on the stream's labels. */
  selector: LabelCondition[];
  /** Conditions on the line, or on its stream labels and structured metadata. */
  filters: (LabelCondition | LineCondition)[];
}

const supported =
  'telemetry-lite takes a stream selector, line filters (|= != |~ !~) and label filters (| name="value"), no more';
const emptyCompatible =
  'queries require at least one regexp or equality matcher that does not have an empty-compatible value. ' +
  'For instance, app=~".*" does not meet this requirement, but app=~".+" will';

/**
 * Parses the part of LogQL that a trace reader needs:
 * `{service_name=~".+"} |= "text" | trace_id="…"`.
 * @throws ParseError for anything else
 */
export function parseLogQuery(query: string): LogQuery {
  const tokens = tokenize(query);
  const next = () => tokens.shift() ?? { kind: 'end', text: '', at: query.length };
  const selector = parseSelector(next);
  const filters: LogQuery['filters'] = [];
  for (let token = next(); token.kind !== 'end'; token = next()) {
    filters.push(
      token.text === '|' && token.kind === 'operator' ? parseCondition(next(), next) : parseLine(token, next),
    );
  }
  return { selector, filters };
}

type Next = () => Token;

function parseSelector(next: Next): LabelCondition[] {
  expectOperator(next(), ['{']);
  const first = next();
  const conditions = isOperator(first, '}') ? [] : parseConditions(first, next);
  if (conditions.every(({ matches }) => matches(''))) throw new ParseError(emptyCompatible);
  return conditions;
}

function parseConditions(name: Token, next: Next): LabelCondition[] {
  const condition = parseCondition(name, next);
  const more = expectOperator(next(), [',', '}']) === ',';
  return more ? [condition, ...parseConditions(next(), next)] : [condition];
}

/** A name without an operator is not half a condition but something else, such as `json`: then the name is to blame. */
function parseCondition(name: Token, next: Next): LabelCondition {
  if (name.kind !== 'name') throw unexpected(name);
  const operator = expectOperator<MatchOperator>(next(), ['=', '!=', '=~', '!~'], name);
  return { on: 'label', name: name.text, matches: labelMatches(operator, expectString(next())) };
}

function parseLine(token: Token, next: Next): LineCondition {
  const operator = expectOperator<LineOperator>(token, ['|=', '!=', '|~', '!~']);
  return { on: 'line', matches: lineMatches(operator, expectString(next())) };
}

function expectOperator<Operator extends string>(
  token: Token,
  operators: Operator[],
  toBlame: Token = token,
): Operator {
  const found = operators.find((operator) => isOperator(token, operator));
  if (found === undefined) throw unexpected(toBlame);
  return found;
}

function expectString(token: Token): string {
  if (token.kind !== 'string') throw unexpected(token);
  return token.text;
}

function isOperator(token: Token, text: string): boolean {
  return token.kind === 'operator' && token.text === text;
}

function unexpected({ kind, text, at }: Token): ParseError {
  const what = kind === 'end' ? 'end of the query' : `${kind} ${JSON.stringify(text)}`;
  return new ParseError(`syntax error: unexpected ${what}: ${supported}`, at);
}
