import { createRequire } from 'node:module';
import { refuseStart } from '../../doctor/refuse-start.ts';
import type * as sampling from '../index.ts';
import { readDocument, readDocumentNow } from './document-file.ts';
import { createLiveDocument } from './live-document.ts';
import { repeat } from './repeat.ts';
import type { SamplingSource } from './sampling-source.ts';

/** A change is to be in effect within 2 s. */
const LOOK_MS = 500;

const load = createRequire(import.meta.url);

/**
 * A document in a file. Its content is compared, as no event tells of all changes: editors put another file in its place,
 * and a container's folder is a link to another folder from one moment to the next.
 *
 * @throws where it is missing or wrong
 */
export function openFile(path: string): SamplingSource {
  // In one turn, as a preload by --require is; and only here, as it would cost each start 3 ms.
  const { parseSamplingDocument } = load('@mesh/tracing/sampling') as typeof sampling;
  let dealtWith = '';
  const live = createLiveDocument('file', path, readFirst());

  function readFirst() {
    try {
      dealtWith = readDocumentNow(path);
      return parseSamplingDocument(dealtWith);
    } catch (error) {
      return refuseStart(`does not start with MESH_SAMPLING_FILE=${path}: ${(error as Error).message}`);
    }
  }

  let before = dealtWith;
  async function look(): Promise<void> {
    // Of a file that cannot be read the reason is what is compared.
    const seen = await readDocument(path).catch((error: Error) => error);
    const content = String(seen);
    if (content !== dealtWith) judge(seen, content);
    before = content;
  }

  function judge(seen: string | Error, content: string): void {
    try {
      if (seen instanceof Error) throw seen;
      live.take(parseSamplingDocument(seen));
    } catch (error) {
      // It may be half written, or between two: it is wrong when it is the same the next time.
      if (content !== before) return;
      live.fail((error as Error).message, true);
    }
    dealtWith = content;
  }

  return {
    document: live.document,
    start(apply) {
      live.apply = apply;
      return repeat(look, () => LOOK_MS);
    },
    report: live.report,
  };
}
