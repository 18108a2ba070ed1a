/** What can be wrong with the way in which a program is traced. */
export type Trap =
  | 'no-preload'
  | 'preload-late'
  | 'preload-twice'
  | 'loaded-before'
  | 'grpc-bundled'
  | 'grpc-copies'
  | 'grpc-default-import'
  | 'api-copies'
  | 'foreign-tracing';

/** One thing that is wrong. */
export interface Finding {
  readonly trap: Trap;
  /** One sentence: what is wrong, and the cure after a colon. */
  readonly sentence: string;
}
