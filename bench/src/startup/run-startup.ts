import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChild } from '../processes/child.ts';
import { facts } from '../report/facts.ts';
import { shuffled } from '../run/shuffled.ts';
import { installService } from './install-service.ts';
import { measureStart, type Start } from './measure-start.ts';
import { startupTable } from './startup-table.ts';
import { VARIANTS } from './variant.ts';

const REPORT = new URL('../../reports/startup.md', import.meta.url);

/** Until then Node's compile cache is not complete. */
const WARM_UP_ROUNDS = 2;

/** `npm run bench:startup`: what the preload adds to the start of a service and to its memory, as a table on stdout. */
export async function runStartup(args: string[]): Promise<void> {
  const options = {
    rounds: { type: 'string', default: '30' },
    write: { type: 'boolean', default: false },
  } as const;
  const { rounds, write } = parseArgs({ args, options }).values;
  const machine = facts();
  const table = startupTable(await startByTurns(Number(rounds)));
  process.stdout.write(`${table}\n`);
  if (write) writeFileSync(REPORT, reportOf(table, machine, Number(rounds)));
}

async function startByTurns(rounds: number): Promise<Map<string, Start[]>> {
  await using service = await installService();
  await using sink = await startChild('sink/main.ts');
  const starts = new Map(VARIANTS.map(({ name }): [string, Start[]] => [name, []]));
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const variant of shuffled(VARIANTS)) {
      const env = {
        NODE_COMPILE_CACHE: join(service.folder, 'compiled'),
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${sink.port}/${variant.name}`,
        OTEL_SERVICE_NAME: 'inventory',
        ...variant.env,
      };
      const start = await measureStart(service.folder, variant, env);
      if (round >= 0) starts.get(variant.name)?.push(start);
    }
  }
  return starts;
}

function reportOf(table: string, machine: readonly string[], rounds: number): string {
  return `# What a start costs

Made by \`npm run bench:startup -- --write\` on ${new Date().toISOString().slice(0, 10)}. What the figures mean: [README](../README.md).

${machine.map((fact) => `- ${fact}`).join('\n')}
- ${rounds} rounds after ${WARM_UP_ROUNDS} that are not counted, each with one start of each variant in random order

${table}
`;
}
