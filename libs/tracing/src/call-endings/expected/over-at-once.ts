import { type Ending, KINDS, SENDING } from '../ending.ts';

/**
 * The call is over at the client before it is sent. On a connected channel grpc-js 1.14 sends it all the same, and does
 * not cancel it: the server has a call of its own, that nobody waits for.
 */
export const OVER_AT_ONCE: readonly Ending[] = [
  {
    name: 'the client cancels at once',
    kinds: KINDS,
    handler: 'answers',
    caller: 'cancels at once',
    client: 'CANCELLED!',
    server: 'OK',
  },
  {
    name: 'the deadline is over before the call',
    kinds: KINDS,
    handler: 'is silent',
    caller: 'starts after its deadline',
    client: 'DEADLINE_EXCEEDED!',
    server: 'DEADLINE_EXCEEDED!',
  },
  {
    name: 'the request cannot be serialised, the server gets its end without it',
    kinds: ['unary', 'server stream'],
    handler: 'answers',
    caller: 'sends what cannot be serialised',
    client: 'INTERNAL!',
    server: 'UNIMPLEMENTED!',
  },
  {
    name: 'the request cannot be serialised, the server waits for its end until the deadline',
    kinds: SENDING,
    handler: 'answers',
    caller: 'sends what cannot be serialised',
    client: 'INTERNAL!',
    server: 'DEADLINE_EXCEEDED!',
  },
];
