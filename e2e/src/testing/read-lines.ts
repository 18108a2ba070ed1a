import type { Mesh } from './start-mesh.ts';

export interface Line {
  readonly text: string;
  readonly labels: Readonly<Record<string, string>>;
}

interface LokiAnswer {
  readonly data: {
    readonly result: readonly {
      readonly stream: Record<string, string>;
      readonly values: readonly [string, string][];
    }[];
  };
}

/** The log lines of a trace as Loki's API gives them. */
export async function readLines({ lokiUrl }: Pick<Mesh, 'lokiUrl'>, traceId: string): Promise<Line[]> {
  const query = new URLSearchParams({ query: `{service_name=~".+"} | trace_id="${traceId}"`, limit: '1000' });
  const response = await fetch(`${lokiUrl}/loki/api/v1/query_range?${query}`);
  const { data } = (await response.json()) as LokiAnswer;
  return data.result.flatMap(({ stream, values }) => values.map(([, text]) => ({ text, labels: stream })));
}

/** The lines of a log file that a service wrote, each one JSON. */
export function parseLog(log: string): Record<string, unknown>[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
