import type { TraceState } from '@opentelemetry/api';
import { trimBlanks } from './trim-blanks.ts';

/** In characters; W3C asks for 512. What is longer could keep the next server from taking the request at all. */
const MAX_LENGTH = 4096;
const MAX_MEMBERS = 32;
const KEY = /^[a-z0-9][a-z0-9_\-*/@]{0,255}$/;
/** Printable, but neither comma nor equals sign. */
const VALUE = /^[ -+\--<>-~]{1,256}$/;

/**
 * Reads the value of `tracestate`, strictly: https://www.w3.org/TR/trace-context-2/#tracestate-header. Of members with
 * the same key the first one stays, which is the newest.
 *
 * @returns undefined if nothing is in it, or if any of it is wrong: then all of it is dropped
 */
export function parseTraceState(text: string): TraceState | undefined {
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  const members = new Map<string, string>();
  let count = 0;
  for (const part of text.split(',')) {
    const member = trimBlanks(part);
    // Empty ones are allowed: they come from joining headers.
    if (member === '') continue;
    const [key, value] = splitMember(member);
    count++;
    if (count > MAX_MEMBERS || !isMember(key, value)) return undefined;
    if (!members.has(key)) members.set(key, value);
  }
  return count > 0 ? new MemberList(members) : undefined;
}

function splitMember(member: string): [key: string, value: string] {
  const equals = member.indexOf('=');
  return [member.slice(0, Math.max(equals, 0)), member.slice(equals + 1)];
}

function isMember(key: string, value: string): boolean {
  return KEY.test(key) && VALUE.test(value) && !value.endsWith(' ');
}

/** Never changes: each change makes another one. */
class MemberList implements TraceState {
  readonly #members: ReadonlyMap<string, string>;
  #text: string | undefined;

  constructor(members: ReadonlyMap<string, string>) {
    this.#members = members;
  }

  get(key: string): string | undefined {
    return this.#members.get(key);
  }

  /** The new member comes first; a full list loses its last ones; what is no member changes nothing. */
  set(key: string, value: string): TraceState {
    if (!isMember(key, value)) return this;
    const members = new Map([[key, value]]);
    let length = key.length + 1 + value.length;
    for (const [name, text] of this.#members) {
      if (name === key) continue;
      length += name.length + text.length + 2;
      if (members.size === MAX_MEMBERS || length > MAX_LENGTH) break;
      members.set(name, text);
    }
    return new MemberList(members);
  }

  unset(key: string): TraceState {
    return new MemberList(new Map([...this.#members].filter(([name]) => name !== key)));
  }

  serialize(): string {
    this.#text ??= [...this.#members].map(([key, value]) => `${key}=${value}`).join(',');
    return this.#text;
  }
}

/** A state of one member, which is known to be well formed. */
export function stateOf(key: string, value: string): TraceState {
  return new MemberList(new Map([[key, value]]));
}

export const EMPTY_TRACE_STATE: TraceState = new MemberList(new Map());
