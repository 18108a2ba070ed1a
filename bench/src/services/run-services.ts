import { writeFileSync } from 'node:fs';
import { BASE, configurations } from '../configurations.ts';
import { parseArguments } from '../parse-arguments.ts';
import { facts } from '../report/facts.ts';
import { tableOf } from '../report/table.ts';
import { installStock } from '../stock/install-stock.ts';
import { measureServices } from './measure-services.ts';

const REPORT = new URL('../../reports/services.md', import.meta.url);

/** What is measured unless it is said by `--only`. */
const USUAL = ['ours-100', 'ours-1', 'ours-1-capture', 'stock-100', 'stock-1'];

/** Until a service has seen that many, V8 still makes its code faster. */
const WARM_UP_REQUESTS = 2000;

/** `npm run bench:services`: what tracing costs the mesh's own services on Postgres, as a table on stdout. */
export async function runServices(args: string[]): Promise<void> {
  const { rounds, requests, only, write } = parseArguments(args);
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const names = only.length > 0 ? only : USUAL;
  const chosen = configurations.filter((one) => one === BASE || names.includes(one.name));
  if (chosen.some(({ needsStock }) => needsStock)) installStock(say);
  const machine = facts();
  const plan = { rounds, warmUpRounds: Math.ceil(WARM_UP_REQUESTS / requests), requests };
  const { rows, counts } = await measureServices(chosen, plan, say);
  const table = tableOf(rows, counts);
  process.stdout.write(`${table}\n`);
  if (write) writeFileSync(REPORT, reportOf(table, machine, rounds, requests));
}

function reportOf(table: string, machine: readonly string[], rounds: number, requests: number): string {
  return `# What tracing costs the mesh's own services

Made by \`npm run bench:services -- --write\` on ${new Date().toISOString().slice(0, 10)}. What the figures mean: [README](../README.md).

${machine.map((fact) => `- ${fact}`).join('\n')}
- ${rounds} rounds, each with ${requests} orders over HTTP; every order was confirmed. The spans are those of gRPC calls

${table}
`;
}
