import type { StoreAnswer } from './fake-store.ts';

/** What Elasticsearch says of one document of a bulk request: 201, or the status of its refusal. */
export type DocumentStatus = (document: string) => number;

/** Answers a bulk request (a line of action and a line of document in turn) document by document, as Elasticsearch does. */
export function answerBulk(text: string, statusOf: DocumentStatus): StoreAnswer {
  const documents = text
    .trimEnd()
    .split('\n')
    .filter((_, index) => index % 2 === 1);
  const items = documents.map((document) => ({ create: { _index: 'logs', ...verdict(statusOf(document)) } }));
  const errors = items.some(({ create }) => create.status !== 201);
  return { status: 200, headers, body: JSON.stringify({ took: 1, errors, items }) };
}

const headers = { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' };

function verdict(status: number) {
  return status === 201 ? { status } : { status, error: { type: 'es_rejected_execution_exception' } };
}
