import { readTrace } from '../../testing/read-trace.ts';
import type { Stack } from '../testing/open-stack.ts';
import { queryLoki } from './ask-loki.ts';
import { queryExemplars, queryPrometheus } from './ask-prometheus.ts';
import type { Dashboard, Panel, Target } from './dashboards.ts';
import { fillVariables } from './fill-variables.ts';

/** One query of one panel, with the name by which a test speaks of it. */
export interface PanelQuery {
  readonly name: string;
  readonly panel: Panel;
  readonly target: Target;
}

export function queriesOf({ uid, panels }: Dashboard): PanelQuery[] {
  return panels.flatMap((panel) =>
    (panel.targets ?? []).map((target) => ({
      name: `${uid}: ${panel.title}, ${target.refId}`,
      panel,
      target,
    })),
  );
}

/** What the page shows: the last 15 minutes, as the dashboards begin. */
const rangeSeconds = 15 * 60;

/** Grafana's own variables for that range. The shortest rate is over four scrapes of 10 s. */
const own = { __range: `${rangeSeconds}s`, __rate_interval: '40s', __interval: '10s' };

/**
 * Runs the query on the real store with its variables filled in, and answers how many series with a value, lines or
 * spans came.
 */
export async function runPanelQuery(
  stack: Stack,
  { target }: PanelQuery,
  variables: Readonly<Record<string, string>>,
): Promise<number> {
  const { type } = target.datasource;
  const query = fillVariables(target.expr ?? target.query ?? '', { ...own, ...variables });
  if (type === 'jaeger') return (await readTrace(stack, query)).length;
  if (type === 'loki') {
    const toMs = Date.now();
    return (await queryLoki(stack.lokiUrl, { expr: query, fromMs: toMs - rangeSeconds * 1000, toMs })).length;
  }
  const range = target.instant ? {} : { rangeSeconds };
  const series = await queryPrometheus(stack.prometheusUrl, { expr: query, ...range });
  return series.filter(({ values }) => values.some(Number.isFinite)).length;
}

/** The same for the dots of a panel that shows exemplars. */
export async function runExemplarQuery(
  { prometheusUrl }: Stack,
  { target }: PanelQuery,
  variables: Readonly<Record<string, string>>,
) {
  const query = fillVariables(target.expr ?? '', { ...own, ...variables });
  return await queryExemplars(prometheusUrl, query, rangeSeconds);
}
