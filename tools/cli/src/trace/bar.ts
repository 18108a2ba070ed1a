/**
 * A bar of `width` columns that shows where a piece of time sits in the whole, to half a column. Never empty, so
 * that the shortest span can be seen.
 * @param from share of the whole at which the piece begins, 0 to 1
 * @param to share at which it ends
 */
export function bar(from: number, to: number, width: number): string {
  const first = Math.min(Math.floor(from * width * 2), width * 2 - 1);
  const last = Math.max(Math.ceil(to * width * 2) - 1, first);
  const cells = Array.from({ length: Math.floor(last / 2) + 1 }, (_, i) => {
    const left = first <= i * 2 && i * 2 <= last;
    const right = first <= i * 2 + 1 && i * 2 + 1 <= last;
    if (left && right) return '█';
    if (left) return '▌';
    return right ? '▐' : ' ';
  });
  return cells.join('');
}
