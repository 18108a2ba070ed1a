/**
 * The values of a page in Prometheus' text format, summed over all labels; 0 for a name that it does not have
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export function readGauges(page: string): (name: string) => number {
  const sums = new Map<string, number>();
  for (const [, name = '', value] of page.matchAll(/^([a-z_]+)(?:\{.*\})? (\S+)/gm)) {
    sums.set(name, (sums.get(name) ?? 0) + Number(value));
  }
  return (name) => sums.get(name) ?? 0;
}
