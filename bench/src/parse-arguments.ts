import { parseArgs } from 'node:util';
import { configurations } from './configurations.ts';

export interface Words {
  readonly rounds: number;
  readonly requests: number;
  /** Names of configurations; empty: all of them. */
  readonly only: readonly string[];
  readonly write: boolean;
  /** A folder for the CPU profiles of all services. */
  readonly profile?: string;
}

/**
 * 30 rounds put the interval of a median between the 10th and the 21st value; 1000 requests take a service between
 * one and two seconds.
 */
const options = {
  rounds: { type: 'string', default: '30' },
  requests: { type: 'string', default: '1000' },
  only: { type: 'string', default: '' },
  write: { type: 'boolean', default: false },
  profile: { type: 'string' },
} as const;

/** @throws Error with a sentence about the word that is not understood */
export function parseArguments(args: string[]): Words {
  const { values } = parseArgs({ args, options });
  const only = values.only.split(',').filter(Boolean);
  const names = configurations.map(({ name }) => name);
  const wrong = only.find((name) => !names.includes(name));
  if (wrong !== undefined) throw new Error(`--only takes ${names.join(', ')}; it has "${wrong}".`);
  return {
    rounds: count('rounds', values.rounds),
    requests: count('requests', values.requests),
    only,
    write: values.write,
    ...(values.profile !== undefined && { profile: values.profile }),
  };
}

function count(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new Error(`--${name} takes a number from 1 to 999999; it is "${text}".`);
  return Number(text);
}
