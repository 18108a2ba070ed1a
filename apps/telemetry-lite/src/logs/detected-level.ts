/** Where Loki looks for a level first, in this order: what was detected before it, then its `log_level_fields`. */
const levelFields = [
  'detected_level',
  ...['level', 'LEVEL', 'Level', 'severity', 'SEVERITY', 'Severity', 'SeverityText'],
  ...['lvl', 'LVL', 'Lvl', 'severity_text', 'Severity_Text', 'SEVERITY_TEXT'],
];

const levelOfWord: Record<string, string> = {
  trc: 'trace',
  dbg: 'debug',
  inf: 'info',
  information: 'info',
  wrn: 'warn',
  warning: 'warn',
  err: 'error',
};
const knownLevels = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'fatal'];
const levelsByNumber = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/**
 * Loki's `detected_level`: a level label or the severity text in its usual spelling, else the severity number's
 * range, else the first level's word in the line, else `unknown`.
 */
export function detectedLevel(
  metadata: ReadonlyMap<string, string>,
  severityNumber: number,
  line: string,
): string {
  const field = levelFields.find((name) => metadata.has(name));
  const named = field === undefined ? undefined : metadata.get(field);
  if (named !== undefined) return normalize(named);
  if (severityNumber > 0) return levelsByNumber[Math.floor((severityNumber - 1) / 4)] ?? 'unknown';
  const [word] = /\b(?:trace|debug|fatal|critical|error|err|warning|warn|info)\b/i.exec(line) ?? [];
  return word === undefined ? 'unknown' : normalize(word);
}

function normalize(level: string): string {
  const word = level.toLowerCase();
  const short = Object.hasOwn(levelOfWord, word) ? levelOfWord[word] : undefined;
  return short ?? (knownLevels.includes(word) ? word : level);
}
