const PLACEHOLDER = 'TRACE_ID';

/**
 * Grafana's page with all log lines of one trace: a URL in which `{traceId}` stands for the id. The data source is named
 * by the uid that deploy/grafana gives it.
 */
export function exploreUrl(grafanaUrl: string): string {
  const datasource = { uid: 'loki', type: 'loki' };
  const expr = `{service_name=~".+"} | trace_id="${PLACEHOLDER}"`;
  const queries = [{ refId: 'A', datasource, expr }];
  // As long as Jaeger keeps the trace.
  const range = { from: 'now-48h', to: 'now' };
  const panes = JSON.stringify({ a: { datasource: 'loki', queries, range } });
  const query = `schemaVersion=1&orgId=1&panes=${encodeURIComponent(panes)}`;
  return `${grafanaUrl}/explore?${query.replace(PLACEHOLDER, '{traceId}')}`;
}
