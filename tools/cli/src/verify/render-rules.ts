import type { Terminal } from '../terminal/terminal.ts';
import type { Finding } from './finding.ts';

const nameWidth = 25;

/** Each rule on a line of its own, with a mark that tells whether something breaks it. */
export function renderRules(
  rules: readonly { readonly name: string; readonly sentence: string }[],
  findings: readonly Finding[],
  paint: Terminal['paint'],
): string[] {
  const broken = new Set(findings.map(({ rule }) => rule));
  return rules.map(({ name, sentence }) => {
    const mark = broken.has(name) ? paint('red', '✗') : paint('green', '✓');
    return `${mark} ${name.padEnd(nameWidth)} ${paint('dim', sentence)}`;
  });
}
