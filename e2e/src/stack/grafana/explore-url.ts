/** What a link to Grafana's Explore asks for. */
export interface ExploreQuery {
  readonly origin: string;
  readonly datasourceUid: string;
  readonly expr: string;
  readonly fromMs: number;
  readonly toMs: number;
}

interface Pane {
  readonly datasource: string;
  readonly queries: readonly {
    readonly refId: string;
    readonly expr: string;
    readonly datasource: { uid: string };
  }[];
  readonly range: { readonly from: string; readonly to: string };
}

/** Decodes the address as Explore does: `panes` is JSON with one pane by any name, its range relative, ISO or epoch ms. */
export function decodeExploreUrl(address: string): ExploreQuery {
  const { origin, pathname, searchParams } = new URL(address);
  if (pathname !== '/explore' || searchParams.get('schemaVersion') !== '1')
    throw new Error(`${address} is not an address of Explore`);
  const panes: Pane[] = Object.values(JSON.parse(searchParams.get('panes') ?? '{}'));
  const [pane] = panes;
  const [query] = pane?.queries ?? [];
  if (!pane || !query || panes.length + pane.queries.length !== 2)
    throw new Error(`${address} is not one pane with one query`);
  if (pane.datasource !== query.datasource.uid) throw new Error(`${address} names two data sources`);
  const { from, to } = pane.range;
  return { origin, datasourceUid: pane.datasource, expr: query.expr, fromMs: timeOf(from), toMs: timeOf(to) };
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function timeOf(text: string): number {
  const [, count, unit = ''] = /^now(?:-(\d+)([smhd]))?$/.exec(text) ?? [];
  if (text.startsWith('now')) return Date.now() - Number(count ?? 0) * (unitMs[unit] ?? 0);
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(time)) throw new Error(`${text} is no time`);
  return time;
}
