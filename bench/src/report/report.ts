import { LINES_PER_REQUEST, SPANS_PER_REQUEST } from '../run/problems-of.ts';
import type { Plan } from '../run/run-rounds.ts';

/**
 * The report of one run as a Markdown document.
 *
 * @param at when it was made
 */
export function reportOf(table: string, machine: readonly string[], plan: Plan, at: Date): string {
  const { rounds, warmUpRounds, requests } = plan;
  return `# What tracing and logging cost

Made by \`npm run bench:overhead -- --write\` on ${at.toISOString().slice(0, 10)}. What the figures mean: [README](../README.md).

${machine.map((fact) => `- ${fact}`).join('\n')}
- ${rounds} rounds after ${warmUpRounds} that are not counted, each with ${requests} requests; every
  request was answered, with ${LINES_PER_REQUEST} lines and, where it was sampled, ${SPANS_PER_REQUEST} spans

${table}
`;
}
