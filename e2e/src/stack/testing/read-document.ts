import assert from 'node:assert/strict';
import { runMesh } from '../../testing/run-program.ts';

/** What `mesh trace --json` prints, as far as a store decides it. */
export interface TraceDocument {
  readonly traceId: string;
  readonly spans: readonly DocumentSpan[];
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

export interface DocumentSpan {
  readonly spanId: string;
  readonly parentId: string | null;
  readonly service: string;
  readonly name: string;
  readonly kind: string;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** Reads a trace as a user does, from the back ends that `environment` names. */
export async function readDocument(
  traceId: string,
  environment: Readonly<Record<string, string>>,
): Promise<TraceDocument> {
  const { code, stdout, stderr } = await runMesh(['trace', traceId, '--json'], environment);
  assert.equal(code, 0, stderr);
  const { spans, lines } = JSON.parse(stdout) as TraceDocument;
  return { traceId, spans, lines };
}
