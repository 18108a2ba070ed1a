import type { Check } from './check.ts';
import type { Repository } from './repository.ts';

/** What the checks found, ready to be shown. */
export interface Report {
  readonly text: string;
  /** 0 if nothing breaks a rule, else 1. */
  readonly exitCode: 0 | 1;
}

/** Runs every check, also after one that complains, and joins their sentences. */
export async function report(repository: Repository, checks: readonly Check[]): Promise<Report> {
  const complaints = (await Promise.all(checks.map((check) => check(repository)))).flat();
  if (complaints.length === 0) {
    return {
      text: `${checks.length} rules hold in ${repository.workspaces.length} projects.\n`,
      exitCode: 0,
    };
  }
  return { text: complaints.map((complaint) => `✖ ${complaint}\n`).join(''), exitCode: 1 };
}
