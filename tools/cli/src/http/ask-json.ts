import { printable } from '../terminal/printable.ts';
import type { BackEnd } from './back-end.ts';
import { BackEndError } from './back-end-error.ts';
import { notIt } from './not-it.ts';

/** More than any trace that a person would read; keeps the memory bounded. */
const maxBytes = 64 * 1024 * 1024;
const quotedLength = 200;

export interface Answer {
  readonly status: number;
  /** Undefined where the answer is not a success. */
  readonly json: unknown;
}

export interface Question {
  readonly method: 'GET' | 'POST';
  /** With the query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole answer, the body included. */
  readonly timeoutMs: number;
}

/**
 * Asks `backEnd` for JSON. Answers every 2xx and 404, the latter without a body.
 * @throws {BackEndError} for every other status, no answer in time, a body that is not JSON or over 64 MiB
 */
export async function askJson(backEnd: BackEnd, question: Question): Promise<Answer> {
  const { name, url } = backEnd;
  const { status, text } = await request(backEnd, question);
  if (status === 404) return { status, json: undefined };
  if (status < 200 || status > 299) {
    throw new BackEndError(
      `${capitalized(name)} at ${url} answered ${status}: ${printable(text.slice(0, quotedLength))}`,
    );
  }
  try {
    return { status, json: JSON.parse(text) };
  } catch {
    throw notIt(backEnd, 'no JSON');
  }
}

async function request(backEnd: BackEnd, { path, timeoutMs, ...question }: Question) {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = { accept: 'application/json', ...question.headers };
    const response = await fetch(backEnd.url + path, { ...question, signal, headers });
    return { status: response.status, text: await readText(response) };
  } catch (error) {
    throw new BackEndError(explain(backEnd, timeoutMs, error), { cause: error });
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error(`the answer is larger than ${maxBytes / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function explain({ name, url, variable }: BackEnd, timeoutMs: number, error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `${capitalized(name)} at ${url} did not answer within ${timeoutMs / 1000} s. ${variable} sets the address.`;
  }
  const way = `Start the mesh with \`npm start\`, or set ${variable}.`;
  return `Cannot reach ${name} at ${url}: ${printable(reasonOf(error))}. ${way}`;
}

/** fetch says only "fetch failed"; what happened is in the cause. */
function reasonOf(error: unknown): string {
  const { cause = error } = error as Error;
  if (cause instanceof Error) return ('code' in cause && String(cause.code)) || cause.message;
  return String(cause);
}

function capitalized(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
