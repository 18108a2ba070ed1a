import { HTTP_KINDS } from '../http-ending.ts';
import { httpCellOf } from './http-cell.ts';
import type { SeenRequest } from './run-http-endings.ts';

const INTRODUCTION = `# How an HTTP request ends, and what its spans say

Each request below was made between real processes, with \`node:http\` and with \`fetch\`. A cell has for each span the
status of the answer, then what went wrong if that was not the status; **!** says that the span is an error, *none* that
there is no such span. \`_OTHER\` is what no route matches.

This page is written by a test, and it fails when the page is not what it sees. To write it anew:

\`\`\`sh
WRITE=1 npx node -C @mesh/source --test libs/tracing/src/call-endings/http-endings.test.ts
\`\`\`
`;

/** The page that shows the requests of the table; clients that are alike share a row. */
export function renderHttpDocument(requests: readonly SeenRequest[]): string {
  const rows = new Map<string, string[]>();
  for (const seen of requests) {
    const { client, server } = httpCellOf(seen);
    const key = JSON.stringify([seen.ending.name, seen.ending.operation, client, server]);
    rows.set(key, [...(rows.get(key) ?? []), seen.kind]);
  }
  return `${INTRODUCTION}
| How it ends | Operation | Client | Client span | Server span |
|---|---|---|---|---|
${[...rows].map(([key, kinds]) => render(JSON.parse(key), kinds)).join('\n')}
`;
}

function render([name, operation, client, server]: string[], kinds: string[]): string {
  const clients = kinds.length === HTTP_KINDS.length ? 'each' : kinds.join(', ');
  return `| ${[name, `\`${operation}\``, clients, client, server].join(' | ')} |`;
}
