import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { printable } from '../terminal/printable.ts';

const line = z.object({
  key: z.string(),
  id: z.string().min(1),
  status: z
    .string()
    .transform((status) => status.replace(/^ORDER_STATUS_/, ''))
    .pipe(z.enum(['PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED'])),
  customerId: z.string().optional(),
});

/** What a client was told once. */
export type Acknowledged = Omit<z.output<typeof line>, 'id'>;

/** What clients were told, by order id, each answer once. */
export type Ledger = ReadonlyMap<string, readonly Acknowledged[]>;

/** The line of a ledger that cannot be used, or the file that cannot be read, as a sentence. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/**
 * Reads a ledger: one JSON object a line, `{"key", "id", "status", "customerId"?}`, further fields are ignored,
 * empty lines too.
 * @throws {LedgerError}
 */
export async function readLedger(file: string): Promise<Ledger> {
  const ledger = new Map<string, Acknowledged[]>();
  let number = 0;
  try {
    for await (const text of createInterface({
      input: createReadStream(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number += 1;
      if (text.trim() !== '') add(ledger, readLine(file, number, text));
    }
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError(`Cannot read the ledger ${printable(file)}: ${(error as Error).message}.`);
  }
  return ledger;
}

function readLine(file: string, number: number, text: string): z.output<typeof line> {
  const where = `${printable(file)}:${number}`;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new LedgerError(`${where} is not valid JSON. A ledger has one JSON object a line.`);
  }
  const { data, error } = line.safeParse(json);
  if (data) return data;
  const { path = [], message } = error.issues[0] ?? { message: 'unknown' };
  throw new LedgerError(
    `${where} is not a ledger line: ${[path.join('.'), message].filter(Boolean).join(': ')}.`,
  );
}

function add(ledger: Map<string, Acknowledged[]>, { id, ...answer }: z.output<typeof line>): void {
  const known = ledger.get(id) ?? [];
  const isKnown = known.some(({ key, status, customerId }) => {
    return key === answer.key && status === answer.status && customerId === answer.customerId;
  });
  if (!isKnown) ledger.set(id, [...known, answer]);
}
