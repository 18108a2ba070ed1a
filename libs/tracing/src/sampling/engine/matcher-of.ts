/** @returns whether a name is like the pattern, where `*` stands for any text. Takes time for both lengths, whatever they hold. */
export function matcherOf(pattern: string): (name: string) => boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) return (name) => name === pattern;
  return (name) => {
    if (!name.startsWith(start) || !name.endsWith(end)) return false;
    let from = start.length;
    for (const part of rest) {
      const found = name.indexOf(part, from);
      if (found < 0) return false;
      from = found + part.length;
    }
    return from <= name.length - end.length;
  };
}
