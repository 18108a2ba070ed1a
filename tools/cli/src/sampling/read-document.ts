import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSamplingDocument, type SamplingDocument, SamplingDocumentError } from '@mesh/tracing/sampling';
import { repositoryRoot } from '../host/home.ts';
import { SamplingError } from './sampling-error.ts';

/** The documents that come with the repository. */
export const PRESETS: readonly string[] = ['quiet', 'canary', 'production'];

export interface ReadDocument {
  /** As it stands in the file. */
  readonly text: string;
  readonly document: SamplingDocument;
}

/**
 * @param name one of `PRESETS`, or a file
 * @throws SamplingError with every problem of the document
 */
export function readDocument(name: string): ReadDocument {
  const file = PRESETS.includes(name) ? presetFile(name) : name;
  const text = read(file);
  try {
    return { text, document: parseSamplingDocument(text) };
  } catch (error) {
    if (!(error instanceof SamplingDocumentError)) throw error;
    throw new SamplingError([`${file} is refused:`, ...error.problems].join('\n  '));
  }
}

export function presetFile(name: string): string {
  return join(repositoryRoot, 'deploy', 'sampling', `${name}.json`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SamplingError(
      `${file} cannot be read (${code}). It must be ${PRESETS.join(', ')} or a file that is there.`,
    );
  }
}
