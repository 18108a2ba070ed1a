import { safeParse } from 'valibot';
import { buildDocument } from './build-document.ts';
import { describeIssue } from './describe-issue.ts';
import { documentSchema } from './document-schema.ts';
import { MAX_DOCUMENT_BYTES } from './document-size.ts';
import { repeatedNames } from './repeated-names.ts';
import type { SamplingDocument } from './sampling-document.ts';
import { SamplingDocumentError } from './sampling-document-error.ts';

/**
 * Reads a document: JSON without comments, at most 256 KiB of it; a byte order mark is fine.
 *
 * @throws SamplingDocumentError with everything that is wrong with its shape, or else with what its parts mean together
 */
export function parseSamplingDocument(text: string): SamplingDocument {
  if (Buffer.byteLength(text) > MAX_DOCUMENT_BYTES)
    throw new SamplingDocumentError(['the document must not be longer than 256 KiB: take rules out']);
  return readSamplingDocument(parseJson(text.replace(/^\uFEFF/, '')));
}

/** The same of what JSON stands for. */
export function readSamplingDocument(value: unknown): SamplingDocument {
  const { success, output, issues } = safeParse(documentSchema, value);
  if (!success) throw new SamplingDocumentError(issues.map(describeIssue));
  return buildDocument(output);
}

function parseJson(text: string): unknown {
  if (text.trim() === '') throw new SamplingDocumentError(['the document must be JSON, but is empty']);
  const value = parsed(text);
  const problems = repeatedNames(text);
  if (problems.length > 0) throw new SamplingDocumentError(problems);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SamplingDocumentError([`the document must be JSON, but: ${(error as Error).message}`]);
  }
}
