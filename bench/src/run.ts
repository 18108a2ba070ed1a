import { writeFileSync } from 'node:fs';
import { BASE, configurations } from './configurations.ts';
import { measure } from './measure.ts';
import { parseArguments } from './parse-arguments.ts';
import { topOf } from './profile/top-of.ts';
import { facts } from './report/facts.ts';
import { reportOf } from './report/report.ts';
import { tableOf } from './report/table.ts';
import { installStock } from './stock/install-stock.ts';

/** Until a service has seen that many, V8 still makes its code faster. */
const WARM_UP_REQUESTS = 4000;

const REPORT = new URL('../reports/overhead.md', import.meta.url);

/** `npm run bench:overhead`: what tracing and logging cost, as a table on stdout. */
export async function run(args: string[]): Promise<void> {
  const { rounds, requests, only, write, profile } = parseArguments(args);
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const chosen = configurations.filter((one) => one === BASE || only.length === 0 || only.includes(one.name));
  if (chosen.some(({ needsStock }) => needsStock)) installStock(say);
  const machine = facts();
  const plan = { rounds, warmUpRounds: Math.ceil(WARM_UP_REQUESTS / requests), requests };
  const { rows, counts } = await measure(chosen, plan, say, { ...(profile !== undefined && { profile }) });
  const table = tableOf(rows, counts);
  process.stdout.write(`${table}\n`);
  if (profile !== undefined) for (const { name } of chosen) process.stdout.write(topOf(profile, name));
  if (write) writeFileSync(REPORT, reportOf(table, machine, plan, new Date()));
}
