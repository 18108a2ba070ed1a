import stringWidth from 'fast-string-width';

const ellipsis = '…';
const characters = new Intl.Segmenter();

/** How many columns `text` takes on a terminal: wide characters and emoji take two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** `text` cut to at most `width` columns; an ellipsis shows that something is missing. */
export function cut(text: string, width: number): string {
  if (width <= 0) return '';
  if (widthOf(text) <= width) return text;
  let short = '';
  // By what a reader takes for a character; the library's own cut is one column off behind an arrow.
  for (const { segment } of characters.segment(text)) {
    if (widthOf(short + segment) > width - 1) break;
    short += segment;
  }
  return short + ellipsis;
}

/** `text` cut or filled with spaces to exactly `width` columns. */
export function fit(text: string, width: number): string {
  const short = cut(text, width);
  return short + ' '.repeat(Math.max(0, width - widthOf(short)));
}

/** The same with the spaces in front, for numbers. */
export function fitRight(text: string, width: number): string {
  const short = cut(text, width);
  return ' '.repeat(Math.max(0, width - widthOf(short))) + short;
}
