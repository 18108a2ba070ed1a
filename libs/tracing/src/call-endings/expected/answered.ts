import { type Ending, KINDS, RECEIVING } from '../ending.ts';

/** Status codes by number, and those that are the server's fault: https://grpc.io/docs/guides/status-codes/. */
const CODES = [
  'OK',
  'CANCELLED',
  'UNKNOWN!',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED!',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED!',
  'INTERNAL!',
  'UNAVAILABLE!',
  'DATA_LOSS!',
  'UNAUTHENTICATED',
];

const failures: Ending[] = CODES.map((server, code) => ({
  name: `the handler answers ${server.replace('!', '')}`,
  kinds: KINDS,
  handler: 'fails',
  caller: 'waits',
  code,
  client: server.endsWith('!') ? server : `${server}!`,
  server,
}));

/** The server ends the call with a status. */
export const ANSWERED: readonly Ending[] = [
  {
    name: 'the handler answers OK',
    kinds: KINDS,
    handler: 'answers',
    caller: 'waits',
    client: 'OK',
    server: 'OK',
  },
  ...failures.slice(1),
  {
    name: 'the handler emits an error in the middle of its stream',
    kinds: RECEIVING,
    handler: 'fails after a message',
    caller: 'waits',
    code: 10,
    client: 'ABORTED!',
    server: 'ABORTED',
  },
  {
    name: 'the handler throws',
    kinds: KINDS,
    handler: 'throws',
    caller: 'waits',
    client: 'UNKNOWN!',
    server: 'UNKNOWN!',
  },
  {
    name: 'the answer cannot be serialised',
    kinds: KINDS,
    handler: 'answers what cannot be serialised',
    caller: 'waits',
    client: 'INTERNAL!',
    server: 'INTERNAL!',
  },
  {
    name: 'the answer is OK without a message',
    kinds: ['unary', 'client stream'],
    handler: 'interceptor answers without a message',
    caller: 'waits',
    client: 'UNIMPLEMENTED!',
    server: 'OK',
  },
  {
    name: 'the client cannot read the answer',
    kinds: ['unary'],
    handler: 'answers what cannot be read',
    caller: 'waits',
    client: 'INTERNAL!',
    server: 'OK',
  },
  {
    name: 'the answer is longer than the client takes',
    kinds: ['unary'],
    handler: 'answers',
    caller: 'receives more than it takes',
    client: 'RESOURCE_EXHAUSTED!',
    server: 'OK',
  },
];
