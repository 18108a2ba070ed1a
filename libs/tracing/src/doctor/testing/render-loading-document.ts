import type { Way } from './way.ts';

const HEAD = `# How a program loads, and what is traced of it

Each program below makes one gRPC call to itself, with a line in the handler: two spans and a line with their ids, where
nothing is wrong. *Said* is what the preload writes to stderr, as a warning with its cure; \`mesh doctor -- <command>\`
says the same and has an exit code. *Stock* is \`MESH_GRPC_INSTRUMENTATION=stock\`.

This page is written by a test, and it fails when the page is not what it sees. To write it anew:

\`\`\`sh
WRITE=1 npx node -C @mesh/source --test libs/tracing/src/doctor/loading.test.ts
\`\`\`

| Program | Start | Spans | Line | Said |
|---|---|---|---|---|
`;

export function renderLoadingDocument(ways: readonly Way[]): string {
  return HEAD + ways.map(rowOf).join('');
}

function rowOf({ name, flags, env = {}, spans, hasIds, traps }: Way): string {
  const variables = Object.entries(env).map(([variable, value]) => `${variable}=${value}`);
  const start = [...variables, 'node', ...flags].join(' ');
  const said = traps.map((trap) => `\`${trap}\``).join(', ');
  return `| ${name} | \`${start}\` | ${spans} | ${hasIds ? 'with ids' : 'without ids'} | ${said || 'nothing'} |\n`;
}
