import type { Kind } from '../ending.ts';
import { KINDS } from '../ending.ts';
import { type Cell, cellOf } from './cell.ts';
import type { Seen } from './run-endings.ts';

interface Row {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly ours: Cell;
  readonly stock: Cell;
}

const INTRODUCTION = `# How a gRPC call ends, and what its spans say

Each call below was made between real processes: once with the instrumentation of \`@mesh/tracing\`, once with
\`@opentelemetry/instrumentation-grpc\` (\`MESH_GRPC_INSTRUMENTATION=stock\`). A cell has the status of each span;
**!** says that the span is an error, **#2** that it is of an attempt after two others, *none* that there is no such
span, *(late)* that it went on when the call was long over. What the stock instrumentation says differently is bold.

This page is written by a test, and it fails when the page is not what it sees. To write it anew:

\`\`\`sh
WRITE=1 npx node -C @mesh/source --test libs/tracing/src/call-endings/grpc-endings.test.ts
\`\`\`
`;

/** The page that shows both instrumentations side by side; kinds that are alike share a row. */
export function renderDocument(ours: readonly Seen[], stock: readonly Seen[]): string {
  const rows = rowsOf(ours, stock);
  const right = ours.filter((seen, index) => isSame(cellOf(seen), cellOf(stock[index] as Seen))).length;
  return `${INTRODUCTION}
The stock instrumentation is right in ${right} of ${ours.length} calls.

| How it ends | Kind of call | Client span | Server span | Stock: client | Stock: server |
|---|---|---|---|---|---|
${rows.map(render).join('\n')}
`;
}

function rowsOf(ours: readonly Seen[], stock: readonly Seen[]): Row[] {
  const rows: Row[] = [];
  for (const [index, seen] of ours.entries()) {
    const row = { name: seen.ending.name, ours: cellOf(seen), stock: cellOf(stock[index] as Seen) };
    const same = rows.findIndex(
      (other) => other.name === row.name && isSame(other.ours, row.ours) && isSame(other.stock, row.stock),
    );
    if (same < 0) rows.push({ ...row, kinds: [seen.kind] });
    else rows[same] = { ...row, kinds: [...(rows[same]?.kinds ?? []), seen.kind] };
  }
  return rows;
}

function isSame(a: Cell, b: Cell): boolean {
  return a.client === b.client && a.server === b.server;
}

function render({ name, kinds, ours, stock }: Row): string {
  const cells = [name, kinds.length === KINDS.length ? 'each' : kinds.join(', '), ours.client, ours.server];
  return `| ${[...cells, mark(stock.client, ours.client), mark(stock.server, ours.server)].join(' | ')} |`;
}

function mark(stock: string, ours: string): string {
  return stock === ours ? stock : `**${stock}**`;
}
