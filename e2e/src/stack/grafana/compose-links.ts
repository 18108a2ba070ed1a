import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '../../testing/repository.ts';

/** Where docker-compose.yml sends whoever follows the gateway's links: `{traceId}` stands for the id. */
export interface ComposeLinks {
  readonly TRACE_URL: string;
  readonly LOGS_URL: string;
}

export async function readComposeLinks(): Promise<ComposeLinks> {
  const text = await readFile(join(repository, 'docker-compose.yml'), 'utf8');
  const { services } = parse(text, { merge: true });
  const { TRACE_URL, LOGS_URL } = services.gateway.environment;
  const withDefaults = (value: string) => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
  return { TRACE_URL: withDefaults(TRACE_URL), LOGS_URL: withDefaults(LOGS_URL) };
}
