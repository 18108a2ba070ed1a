import { RE2JS } from 're2js';
import { ParseError } from './parse-error.ts';

export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** Decides over a label's value; an absent label has the value ''. */
export type Matches = (value: string) => boolean;

/** Longest regular expression, enough for a hundred trace ids: time and memory of a search grow with it. */
const maxPatternLength = 4000;

/** A label's condition; regular expressions must match the whole value, `.` matches newlines too, as in Loki. */
export function labelMatches(operator: MatchOperator, value: string): Matches {
  if (operator === '=') return (actual) => actual === value;
  if (operator === '!=') return (actual) => actual !== value;
  const pattern = compile(value, RE2JS.DOTALL);
  return operator === '=~' ? (actual) => pattern.testExact(actual) : (actual) => !pattern.testExact(actual);
}

export type LineOperator = '|=' | '!=' | '|~' | '!~';

/** A line's condition; text and regular expressions may be found anywhere in it. */
export function lineMatches(operator: LineOperator, text: string): Matches {
  if (operator === '|=') return (line) => line.includes(text);
  if (operator === '!=') return (line) => !line.includes(text);
  const pattern = compile(text, 0);
  return operator === '|~' ? (line) => pattern.test(line) : (line) => !pattern.test(line);
}

/** RE2, as in Loki: linear time, so no pattern can stall the process; it refuses what RE2 cannot do. */
function compile(pattern: string, flags: number): RE2JS {
  if (pattern.length > maxPatternLength) {
    throw new ParseError(`the regular expression is longer than ${maxPatternLength} characters`);
  }
  try {
    return RE2JS.compile(pattern, flags);
  } catch (error) {
    throw new ParseError(error instanceof Error ? error.message : String(error));
  }
}
