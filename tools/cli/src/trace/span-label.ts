import { printable } from '../terminal/printable.ts';
import type { Span } from './span.ts';
import { spanName } from './span-name.ts';
import { spanStatus } from './span-status.ts';

/** Before the name of a span that failed, so that it can be seen without colour. */
export const failedMark = '✗ ';
const marks: Partial<Record<Span['kind'], string>> = { CLIENT: '→ ', PRODUCER: '→ ' };

/** What a span's row says of it, safe to print: `→ OrderService/GetOrder` and ` OK`. */
export function spanLabel(span: Span): { readonly name: string; readonly status: string } {
  const mark = span.failed ? failedMark : (marks[span.kind] ?? '');
  const status = printable(spanStatus(span));
  return { name: mark + printable(spanName(span)), status: status && ` ${status}` };
}
