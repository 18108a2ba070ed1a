/** One series of an answer: its labels and its values, oldest first. */
export interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly values: readonly number[];
}

interface Answer {
  readonly data: {
    readonly result: readonly {
      readonly metric: Record<string, string>;
      readonly value?: readonly [number, string];
      readonly values?: readonly (readonly [number, string])[];
    }[];
  };
}

export interface PromQuery {
  readonly expr: string;
  /** How far back, in seconds. Without it only the newest values are asked for. */
  readonly rangeSeconds?: number;
}

/** Asks as a panel does. @throws {Error} with Prometheus' words where the query is not valid */
export async function queryPrometheus(url: string, { expr, rangeSeconds }: PromQuery): Promise<Series[]> {
  const now = Date.now() / 1000;
  const range = { start: `${now - (rangeSeconds ?? 0)}`, end: `${now}`, step: '10' };
  const path = rangeSeconds === undefined ? 'query' : 'query_range';
  const { data } = await askPrometheus<Answer>(url, path, { query: expr, ...(rangeSeconds && range) });
  return data.result.map(({ metric, value, values = value ? [value] : [] }) => ({
    metric,
    values: values.map(([, text]) => Number(text)),
  }));
}

export interface Exemplar {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
}

interface ExemplarAnswer {
  readonly data: readonly {
    readonly seriesLabels: Record<string, string>;
    readonly exemplars: readonly Exemplar[];
  }[];
}

/** The exemplars of the series behind a query, with the series each belongs to. */
export async function queryExemplars(url: string, expr: string, rangeSeconds: number) {
  const now = Date.now() / 1000;
  const query = { query: expr, start: `${now - rangeSeconds}`, end: `${now}` };
  const { data } = await askPrometheus<ExemplarAnswer>(url, 'query_exemplars', query);
  return data.flatMap(({ seriesLabels, exemplars }) =>
    exemplars.map((exemplar) => ({ ...exemplar, series: seriesLabels })),
  );
}

/** GETs a part of the API and answers what came. */
export async function askPrometheus<T>(url: string, path: string, query: Record<string, string>): Promise<T> {
  const response = await fetch(`${url}/api/v1/${path}?${new URLSearchParams(query)}`);
  if (!response.ok) throw new Error(`${path} ${JSON.stringify(query)}: ${await response.text()}`);
  return (await response.json()) as T;
}
