import { fillVariables } from './fill-variables.ts';
import type { DataSource } from './provisioning.ts';

/** What a link inside Grafana opens: a query on another data source. */
export interface TraceQuery {
  readonly datasourceUid: string;
  readonly query: string;
}

/**
 * The queries behind a line's links, from its labels and structured metadata. Grafana takes the first name that the
 * pattern matches anywhere in it.
 */
export function linksOfLine(
  { jsonData }: DataSource,
  labels: Readonly<Record<string, string>>,
): TraceQuery[] {
  return (jsonData.derivedFields ?? []).flatMap(({ matcherType, matcherRegex, url, datasourceUid }) => {
    if (matcherType !== 'label') throw new Error(`${matcherType} is not looked up in the labels`);
    const name = Object.keys(labels).find((key) => new RegExp(matcherRegex).test(key));
    if (name === undefined) return [];
    return [{ datasourceUid, query: fillVariables(url, { '__value.raw': labels[name] ?? '' }) }];
  });
}
