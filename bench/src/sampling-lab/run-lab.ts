import { writeFileSync } from 'node:fs';
import type { Env } from '../configuration.ts';
import { facts } from '../report/facts.ts';
import { parseWords } from './parse-words.ts';
import { pictureOf } from './picture/picture.ts';
import { replay } from './replay/replay.ts';
import { costBars } from './report/cost-bars.ts';
import { type LabResult, labTables } from './report/lab-report.ts';
import { simulateAll } from './simulation/simulate-all.ts';

const REPORT = new URL('../../reports/sampling.md', import.meta.url);
const PICTURE = new URL('../../reports/sampling.svg', import.meta.url);

/** `npm run sampling:lab`: what each policy costs and what it keeps, as tables on stdout and a picture. */
export async function runLab(args: string[], env: Env): Promise<void> {
  const words = parseWords(args);
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const machine = facts();
  const started = performance.now();
  const simulated = simulateAll(words.requests, say);
  const replayed = words.replay > 0 ? await replay(words.replay, env, say) : undefined;
  const seconds = (performance.now() - started) / 1000;
  const result: LabResult = { simulated, requests: words.requests, replay: replayed, seconds };
  process.stdout.write(`${labTables(result)}\n`);
  if (!words.write) return;
  writeFileSync(PICTURE, pictureOf(simulated, replayed ? costBars(replayed) : []));
  writeFileSync(REPORT, reportOf(result, machine));
}

function reportOf(result: LabResult, machine: readonly string[]): string {
  return `# What sampling costs and keeps

Made by \`npm run sampling:lab -- --write\` on ${new Date().toISOString().slice(0, 10)}. What the figures mean: [README](../README.md#sampling).

![Cost of each policy against what it keeps](sampling.svg)

${machine.map((fact) => `- ${fact}`).join('\n')}

${labTables(result)}
`;
}
