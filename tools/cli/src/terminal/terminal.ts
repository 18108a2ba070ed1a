import type { styleText } from 'node:util';

/** A colour or weight by the name that `util.styleText` knows it by. */
export type Style = Parameters<typeof styleText>[0];

/** Where a command writes. */
export interface Terminal {
  /** Columns to lay out for. */
  readonly width: number;
  /** `text` in a style, or as it is where colours are not wanted. */
  readonly paint: (style: Style, text: string) => string;
  /** Writes to stdout, as it is. */
  readonly print: (text: string) => void;
  /** Writes one sentence and a newline to stderr. */
  readonly complain: (sentence: string) => void;
}
