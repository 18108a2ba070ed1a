import { resolve } from 'node:path';
import type { Answer } from './ask-services.ts';
import { SamplingError } from './sampling-error.ts';

/**
 * The file to write: the one that the user names, else the one that the services read, else the home's, which they will
 * read when they start.
 *
 * @throws SamplingError where services read no file, or different ones
 */
export function chooseFile(named: string | undefined, answers: readonly Answer[], ofHome: string): string {
  if (named !== undefined) return resolve(named);
  const known = answers.filter((answer) => 'report' in answer);
  const others = known.filter(({ report }) => report.source.kind !== 'file');
  if (others.length > 0) {
    const list = others.map(({ name, report: { source } }) => {
      return `${name} (${[source.kind, source.location].filter(Boolean).join(' ')})`;
    });
    throw new SamplingError(
      `No file configures ${list.join(', ')}: change it there, or start it with MESH_SAMPLING_FILE.`,
    );
  }
  const files = new Set(known.map(({ report }) => resolve(report.source.location ?? ofHome)));
  if (files.size > 1) {
    throw new SamplingError(`The services read ${[...files].join(', ')}: name the one to write with --file.`);
  }
  return [...files][0] ?? ofHome;
}
