import { readFileSync } from 'node:fs';
import { z } from 'zod';

const text = z.string();
const started = z.object({
  kind: z.literal('started'),
  facts: z.object({
    service: text,
    version: text,
    node: text,
    traces: text,
    logs: text,
    metrics: text,
    sampler: text,
    capture: text,
    propagators: text,
    trust: text,
    instrumentations: z.record(text, text),
  }),
});
const finding = z.object({ kind: z.literal('finding'), trap: text, sentence: text });
const looked = z.object({ kind: z.literal('looked') });
const line = z.discriminatedUnion('kind', [started, finding, looked]);

/** What the preload says to be in effect, as `tracing started` says it. */
export type Facts = z.output<typeof started>['facts'];

/** What the preload of a program wrote into the file that `MESH_DOCTOR_REPORT` names. */
export interface Report {
  /** Absent: there is no preload, or it does not work. */
  readonly facts: Facts | undefined;
  readonly findings: readonly { readonly trap: string; readonly sentence: string }[];
  /** The preload has looked at the program. */
  readonly hasLooked: boolean;
}

export function readReport(file: string): Report {
  const lines = textOf(file)
    .split('\n')
    .flatMap((entry) => parse(entry));
  return {
    facts: lines.find((one) => one.kind === 'started')?.facts,
    findings: lines.filter((one) => one.kind === 'finding'),
    hasLooked: lines.some((one) => one.kind === 'looked'),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The last one may be written only in part. */
function parse(entry: string): z.output<typeof line>[] {
  try {
    return [line.parse(JSON.parse(entry))];
  } catch {
    return [];
  }
}
