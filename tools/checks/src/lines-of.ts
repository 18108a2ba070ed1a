/** Counts the lines of a text; a newline at the end begins no further line. */
export function linesOf(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}
