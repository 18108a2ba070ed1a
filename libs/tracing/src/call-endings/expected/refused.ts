import { type Ending, KINDS } from '../ending.ts';

/** The server ends the call before a handler runs, or an attempt of it. */
export const REFUSED: readonly Ending[] = [
  {
    name: 'a server interceptor refuses with UNAUTHENTICATED',
    kinds: KINDS,
    handler: 'interceptor refuses',
    caller: 'waits',
    code: 16,
    client: 'UNAUTHENTICATED!',
    server: 'UNAUTHENTICATED',
  },
  {
    name: 'a server interceptor refuses with RESOURCE_EXHAUSTED',
    kinds: KINDS,
    handler: 'interceptor refuses',
    caller: 'waits',
    code: 8,
    client: 'RESOURCE_EXHAUSTED!',
    server: 'RESOURCE_EXHAUSTED',
  },
  {
    name: 'the server does not have the method',
    kinds: KINDS,
    handler: 'answers',
    caller: 'calls a method that is not there',
    client: 'UNIMPLEMENTED!',
    server: 'UNIMPLEMENTED!',
  },
  {
    name: 'the server cannot read the request',
    kinds: KINDS,
    handler: 'answers',
    caller: 'sends what cannot be read',
    client: 'INTERNAL!',
    server: 'INTERNAL!',
  },
  {
    name: 'the request is longer than the server takes',
    kinds: KINDS,
    handler: 'answers',
    caller: 'sends more than the server takes',
    client: 'RESOURCE_EXHAUSTED!',
    server: 'RESOURCE_EXHAUSTED',
  },
  {
    name: 'the third attempt succeeds',
    kinds: KINDS,
    handler: 'fails twice',
    caller: 'retries',
    client: 'OK',
    server: 'UNAVAILABLE! UNAVAILABLE!#1 OK#2',
  },
  {
    name: 'every attempt fails',
    kinds: KINDS,
    handler: 'fails',
    caller: 'retries',
    code: 14,
    client: 'UNAVAILABLE!',
    server: 'UNAVAILABLE! UNAVAILABLE!#1 UNAVAILABLE!#2',
  },
];
