import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from '../testing/open-stack.ts';
import { type RuleFile, readRules } from './rule-files.ts';

/** Two scrapes and more: over less there is no rate. */
const windowSeconds = 30;

/**
 * Gives the running Prometheus the same rules with every window of an alert cut to 30 s, no `for`, and a look every second. It reads
 * them some time after.
 */
export async function shortenRules(stack: Stack): Promise<void> {
  for (const [file, rules] of await readRules()) {
    const text = JSON.stringify(shortened(rules));
    await writeFile(join(stack.home, 'native/prometheus/config/rules', file), text);
  }
  process.kill(await stack.pidOf('prometheus'), 'SIGHUP');
}

function shortened({ groups }: RuleFile): RuleFile {
  return {
    groups: groups.map(({ name, rules }) => ({
      name,
      interval: '1s',
      rules: rules.map((rule) =>
        'alert' in rule ? { ...rule, for: '0s', expr: shortenWindows(rule.expr) } : rule,
      ),
    })),
  };
}

/** `[5m]` and `offset 5m`; the hour in which a service may have been there stays. */
function shortenWindows(expr: string): string {
  return expr.replace(/\[\dm\]/g, `[${windowSeconds}s]`).replace(/offset \dm/g, `offset ${windowSeconds}s`);
}
