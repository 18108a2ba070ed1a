/** Something that answers over HTTP, and how its user can change where it is looked for. */
export interface BackEnd {
  /** As a sentence names it, e.g. `Jaeger`. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  /** The environment variable that sets the URL. */
  readonly variable: string;
}
