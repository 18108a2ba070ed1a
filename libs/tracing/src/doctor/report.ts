import { appendFileSync } from 'node:fs';
import { diag } from '@opentelemetry/api';
import type { Finding } from './finding.ts';

/** What the preload tells `mesh doctor`, one JSON object a line. */
export type ReportLine =
  | { readonly kind: 'started'; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly kind: 'finding'; readonly trap: string; readonly sentence: string }
  /** The process was looked at; there may be more findings when it makes or takes its first call. */
  | { readonly kind: 'looked' };

export interface Report {
  write(line: ReportLine): void;
  /** Says each finding once, as a warning on stderr. @returns whether there was one to say */
  find(findings: readonly Finding[]): boolean;
}

/** @param file where `mesh doctor` reads it; absent: nobody asked */
export function createReport(file: string | undefined): Report {
  const said = new Set<string>();
  const write = (line: ReportLine) => {
    try {
      if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
    } catch {
      // A program outlives the doctor that asked, and so may its children: nobody reads the file any more.
    }
  };
  return {
    write,
    find(findings) {
      const unsaid = findings.filter(({ sentence }) => !said.has(sentence));
      for (const { trap, sentence } of unsaid) {
        said.add(sentence);
        diag.warn(sentence);
        write({ kind: 'finding', trap, sentence });
      }
      return unsaid.length > 0;
    },
  };
}
