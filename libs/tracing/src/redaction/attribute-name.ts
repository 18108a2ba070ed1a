import { remember } from '../remember.ts';
import { isSecretName } from './is-secret-name.ts';
import { redactText } from './redact-text.ts';

/** What is known of the name of an attribute. */
export interface AttributeName {
  /** The name, without what looks like a secret in it. */
  readonly text: string;
  /** The value is a statement, a secret or an id whatever it looks like, or a text like any other. */
  readonly holds: 'statement' | 'secret' | 'id' | 'anything';
}

const STATEMENTS = new Set(['db.query.text', 'db.statement']);
/** It is one of the forms of an id, or it would not be there; some of those look like a card's number. */
const ID = 'mesh.trace.original_id';

/** Names come from the code; those that somebody makes up must not fill the memory. */
const MAX_NAMES = 2000;
const MAX_LENGTH = 256;

const learn = remember(MAX_NAMES, describe, MAX_LENGTH);

export function attributeName(name: string): AttributeName {
  // A service may be JavaScript, where a name is anything.
  return learn(String(name));
}

function describe(name: string): AttributeName {
  return { text: redactText(name), holds: holds(name) };
}

function holds(name: string): AttributeName['holds'] {
  if (STATEMENTS.has(name)) return 'statement';
  if (name === ID) return 'id';
  return isSecretName(name) ? 'secret' : 'anything';
}
