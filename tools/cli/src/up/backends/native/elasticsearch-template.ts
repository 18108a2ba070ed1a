import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../host/home.ts';

const TIMEOUT_MS = 2_000;

/** Whether the server has taken the template of the log lines, that of the containers: then it is ready. */
export async function putTemplate(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_index_template/mesh`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: templateOf(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** With the one permission more that lets lines make the data stream where nothing else makes an index by itself. */
function templateOf(): string {
  const file = join(repositoryRoot, 'deploy/elasticsearch/index-template.json');
  return JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), allow_auto_create: true });
}
