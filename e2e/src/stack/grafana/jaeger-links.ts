import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../../testing/repository.ts';

/** Where a link stands on Jaeger's page of a trace: at its head, or at a value of a span. */
interface LinkPattern {
  readonly type: 'traces' | 'process' | 'tags';
  readonly key?: string;
  readonly url: string;
  readonly text: string;
}

export async function readLinkPatterns(): Promise<readonly LinkPattern[]> {
  const text = await readFile(join(repository, 'deploy/jaeger/ui.json'), 'utf8');
  return (JSON.parse(text) as { linkPatterns: LinkPattern[] }).linkPatterns;
}

type Values = Readonly<Record<string, string | number>>;

/** Fills `#{name}` and `#{name | format argument | …}` as Jaeger's page does, each value encoded for a URL. */
export function fillLinkPattern({ url }: LinkPattern, values: Values): string {
  return url.replace(/#\{([^{}]*)\}/g, (whole, parameter: string) => {
    const [name = '', ...formats] = parameter.split('|').map((part) => part.trim());
    const value = values[name];
    if (value === undefined) throw new Error(`${whole} has no value: the page would not show the link`);
    return encodeURIComponent(formats.reduce(format, value));
  });
}

/** Times of a trace are numbers of microseconds. */
function format(value: string | number, call: string): string | number {
  const [name, argument] = call.split(/ +/);
  if (name === 'add') return Number(value) + Number(argument);
  if (name === 'epoch_micros_to_date_iso') return new Date(Number(value) / 1000).toISOString();
  throw new Error(`${call} is no format of Jaeger's page`);
}
