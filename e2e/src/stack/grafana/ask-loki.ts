import type { Line } from '../../testing/read-lines.ts';

export interface LineQuery {
  readonly expr: string;
  readonly fromMs: number;
  readonly toMs: number;
}

interface Answer {
  readonly data: {
    readonly result: readonly {
      readonly stream: Record<string, string>;
      readonly values: readonly [string, string][];
    }[];
  };
}

/** Asks as Grafana does; labels and structured metadata come as one. @throws {Error} with Loki's words */
export async function queryLoki(url: string, { expr, fromMs, toMs }: LineQuery): Promise<Line[]> {
  const ns = (ms: number) => `${BigInt(Math.round(ms)) * 1_000_000n}`;
  const query = { query: expr, start: ns(fromMs), end: ns(toMs), limit: '1000', direction: 'backward' };
  const response = await fetch(`${url}/loki/api/v1/query_range?${new URLSearchParams(query)}`);
  if (!response.ok) throw new Error(`${expr}: ${await response.text()}`);
  const { data } = (await response.json()) as Answer;
  return data.result.flatMap(({ stream, values }) => values.map(([, text]) => ({ text, labels: stream })));
}
