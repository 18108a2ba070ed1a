import type { LogLine } from './log-line.ts';

/** True for a line that tells of something that went wrong. */
export function isErrorLine({ level }: LogLine): boolean {
  return /^(error|fatal|critical|emerg|alert)/.test(level);
}

/** At most `limit` lines, by time: those that tell of errors before the others, early before late. */
export function chooseLines(lines: readonly LogLine[], limit: number): readonly LogLine[] {
  if (lines.length <= limit) return lines;
  const urgentFirst = lines.toSorted((a, b) => Number(isErrorLine(b)) - Number(isErrorLine(a)));
  const chosen = new Set(urgentFirst.slice(0, limit));
  return lines.filter((line) => chosen.has(line));
}
