import type { ComposeProject } from './open-compose.ts';

const units: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** The bytes that each container of a project holds, by its name, as `docker stats` counts them. */
export async function memoryUsed(project: ComposeProject): Promise<Record<string, number>> {
  const ids = (await project.compose('ps', '--quiet')).split('\n').filter((id) => id !== '');
  const format = '{{.Name}}\t{{.MemUsage}}';
  const table = await project.docker('stats', '--no-stream', '--format', format, ...ids);
  const lines = table.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => line.split('\t')).map(([name, use]) => [name, bytesOf(use)]));
}

/** `83.05MiB / 256MiB`: what is used, then the limit. */
function bytesOf(use = ''): number {
  const [, amount = '', unit = ''] = /^([\d.]+)([A-Za-z]+)/.exec(use) ?? [];
  return Number(amount) * (units[unit] ?? Number.NaN);
}
