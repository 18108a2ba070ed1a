import { writeFileSync } from 'node:fs';
import { facts } from '../report/facts.ts';
import { captureFigures } from './capture-figures.ts';
import { captureTable } from './capture-table.ts';
import { measureCapture } from './measure-capture.ts';
import { parseWords } from './parse-words.ts';

const REPORT = new URL('../../reports/capture.md', import.meta.url);

const SLICE_MS = 2000;
const WARM_UP_MS = 8000;

/** `npm run bench:capture`: what it costs to park what was not sampled, as a table on stdout. */
export async function runCapture(args: string[]): Promise<void> {
  const { slices, spansOnly, write } = parseWords(args);
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const machine = facts();
  const plan = { slices, sliceMillis: SLICE_MS, warmUpMillis: WARM_UP_MS, hasDetail: !spansOnly };
  const table = captureTable(captureFigures(await measureCapture(plan, say)));
  process.stdout.write(`${table}\n`);
  if (write) writeFileSync(REPORT, reportOf(table, machine, slices, spansOnly));
}

function reportOf(table: string, machine: readonly string[], slices: number, spansOnly: boolean): string {
  const lines = spansOnly ? '6 lines of level info' : '6 lines of level info and 6 of level debug';
  return `# What retroactive capture costs

Made by \`npm run bench:capture -- --write\` on ${new Date().toISOString().slice(0, 10)}. What the figures mean: [README](../README.md#retroactive-capture).

${machine.map((fact) => `- ${fact}`).join('\n')}
- ${slices} slices of ${SLICE_MS / 1000} s, on and off by turns in the same processes; 1 % sampled, 7 spans a request, ${lines}

${table}
`;
}
