import { ParseError } from './parse-error.ts';

export interface Token {
  kind: 'name' | 'string' | 'operator' | 'end';
  /** For a string its value, without quotes and escapes. */
  text: string;
  /** Offset in the query, from 0. */
  at: number;
}

const token =
  /(?:(?<name>[A-Za-z_]\w*)|(?<quoted>"(?:[^"\\\n]|\\.)*")|`(?<raw>[^`]*)`|(?<operator>\|=|\|~|!=|!~|=~|[=|{},]))/y;
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"' };

/** Longest query, as in Loki. */
const maxQueryLength = 131_072;

/** @throws ParseError at the first character that starts no token */
export function tokenize(query: string): Token[] {
  if (query.length > maxQueryLength) {
    throw new ParseError(`input size too long (${query.length} > ${maxQueryLength})`);
  }
  const end = query.trimEnd().length;
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const at = token.lastIndex + query.slice(token.lastIndex).search(/\S/);
    token.lastIndex = at;
    const groups = token.exec(query)?.groups;
    if (groups === undefined) throw unexpected(query, at);
    tokens.push({ ...read(groups, at), at });
  }
  return [...tokens, { kind: 'end', text: '', at: end }];
}

function read(groups: Record<string, string | undefined>, at: number): Pick<Token, 'kind' | 'text'> {
  const { name, quoted, raw, operator } = groups;
  if (name !== undefined) return { kind: 'name', text: name };
  if (operator !== undefined) return { kind: 'operator', text: operator };
  return { kind: 'string', text: raw ?? unquote(quoted ?? '', at) };
}

function unquote(quoted: string, at: number): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (sequence, unicode?: string, simple?: string) => {
      if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
      const character = escapes[simple ?? ''];
      if (character === undefined) throw new ParseError(`invalid char escape ${sequence}`, at);
      return character;
    });
}

function unexpected(query: string, at: number): ParseError {
  return new ParseError(`syntax error: unexpected ${JSON.stringify(query.slice(at, at + 20))}`, at);
}
