import { type Ending, KINDS, RECEIVING, SENDING } from '../ending.ts';

/** Without an answer: the deadline passes. */
const DEADLINE = { client: 'DEADLINE_EXCEEDED!', server: 'DEADLINE_EXCEEDED!' };
/** The caller goes away: a mistake of nobody, at the server. */
const CANCELLED = { client: 'CANCELLED!', server: 'CANCELLED' };

/** The call ends before the handler has answered. */
export const CUT_SHORT: readonly Ending[] = [
  {
    name: 'the deadline passes, the handler is silent',
    kinds: KINDS,
    handler: 'is silent',
    caller: 'waits for its deadline',
    ...DEADLINE,
  },
  {
    name: 'the deadline passes, the handler answers late',
    kinds: KINDS,
    handler: 'answers late',
    caller: 'waits for its deadline',
    ...DEADLINE,
  },
  {
    name: 'the deadline passes after the first message',
    kinds: RECEIVING,
    handler: 'is silent after a message',
    caller: 'waits for its deadline',
    ...DEADLINE,
  },
  {
    name: 'the deadline passes while the client still sends',
    kinds: SENDING,
    handler: 'is silent',
    caller: 'keeps its stream open until its deadline',
    ...DEADLINE,
  },
  {
    name: 'an async handler rejects, the deadline passes',
    kinds: KINDS,
    handler: 'rejects',
    caller: 'waits for its deadline',
    ...DEADLINE,
  },
  {
    name: 'the handler destroys its stream, the deadline passes',
    kinds: RECEIVING,
    handler: 'destroys its stream',
    caller: 'waits for its deadline',
    ...DEADLINE,
  },
  {
    name: 'the client destroys its stream, the deadline passes',
    kinds: RECEIVING,
    handler: 'is silent after a message',
    caller: 'destroys its stream after a message, and its deadline passes',
    ...DEADLINE,
  },
  {
    name: 'the client cancels before the first message',
    kinds: KINDS,
    handler: 'is silent',
    caller: 'cancels when the handler runs',
    ...CANCELLED,
  },
  {
    name: 'the client cancels, the handler answers late',
    kinds: KINDS,
    handler: 'answers late',
    caller: 'cancels when the handler runs',
    ...CANCELLED,
  },
  {
    name: 'the client cancels after the first message',
    kinds: RECEIVING,
    handler: 'is silent after a message',
    caller: 'cancels after a message',
    ...CANCELLED,
  },
  {
    name: "the client's process is killed",
    kinds: KINDS,
    handler: 'is silent',
    caller: 'is killed',
    client: 'none',
    server: 'CANCELLED',
  },
  {
    name: "the server's process is killed",
    kinds: KINDS,
    handler: 'kills its process',
    caller: 'waits at the doomed server',
    client: 'UNAVAILABLE!',
    server: 'none',
  },
  {
    name: 'the server shuts down by force',
    kinds: KINDS,
    handler: 'shuts down by force',
    caller: 'waits at the short-lived server',
    ...CANCELLED,
  },
];
