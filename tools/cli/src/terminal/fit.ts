import truncatedWidth from 'fast-string-truncated-width';

const ellipsis = '…';

/** How many columns `text` takes on a terminal: wide characters and emoji take two. */
export function widthOf(text: string): number {
  return truncatedWidth(text).width;
}

/** `text` cut to at most `width` columns; an ellipsis shows that something is missing. */
export function cut(text: string, width: number): string {
  if (width <= 0) return '';
  const { index, ellipsed } = truncatedWidth(text, { limit: width, ellipsis, ellipsisWidth: 1 });
  return ellipsed ? text.slice(0, index) + ellipsis : text.slice(0, index);
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
