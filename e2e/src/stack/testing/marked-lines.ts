import { postOtlp } from './post-otlp.ts';

/** Log lines that are known again by a mark in their text, wherever they turn up. */
export interface MarkedLines {
  readonly marks: readonly string[];
  /** Sends them to a collector. Answers whether it took them: from then on they are its to deliver. */
  sendTo(otlpUrl: string): Promise<boolean>;
}

let made = 0;

/** `count` lines, each of at least `bytes`. */
export function markedLines(count: number, bytes = 100): MarkedLines {
  const marks = Array.from({ length: count }, () => `mark-${String(made++).padStart(6, '0')}`);
  const timeUnixNano = `${Date.now()}000000`;
  const logRecords = marks.map((mark) => ({ timeUnixNano, body: { stringValue: mark.padEnd(bytes, '.') } }));
  const attributes = [{ key: 'service.name', value: { stringValue: 'marked' } }];
  const request = { resourceLogs: [{ resource: { attributes }, scopeLogs: [{ logRecords }] }] };
  return { marks, sendTo: async (url) => (await postOtlp(`${url}/v1/logs`, request)) === 200 };
}

/** The marks in a text. */
export function marksIn(text: string): string[] {
  return text.match(/mark-\d{6}/g) ?? [];
}
