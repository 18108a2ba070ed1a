import type { CallerAct } from './caller-act.ts';
import type { HandlerAct } from './handler-act.ts';

export const KINDS = ['unary', 'client stream', 'server stream', 'bidi'] as const;
export type Kind = (typeof KINDS)[number];

/** Those whose request is a stream, and those whose answer is one. */
export const SENDING: readonly Kind[] = ['client stream', 'bidi'];
export const RECEIVING: readonly Kind[] = ['server stream', 'bidi'];

/** One way in which a gRPC call ends, and the spans that tell of it. */
export interface Ending {
  /** As a row of the document: `the handler throws`. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly handler: HandlerAct;
  readonly caller: CallerAct;
  /** Of the handlers that fail, the number of the status. */
  readonly code?: number;
  /** The client span: the name of its status, then `!` if the span is an error; `none`: there is no such span. */
  readonly client: string;
  /** The server spans in their order, in the same way; `#2` is the one that says it is after two other attempts. */
  readonly server: string;
}
