import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/** What counts spans: the connectors of the collector, under each of their names, and Tempo's generator. */
const COUNTER = /\b(span_?metrics|service_?graph|metrics_generator)/i;
/** The names of what they count, without a namespace of one's own. */
const COUNTED =
  /\btraces?_(span_?metrics|service_graph)_|\b(calls_total|duration_(milli)?seconds(_bucket|_count|_sum)?)\b/;

/**
 * Nothing that is deployed counts calls by their spans, of which sampling leaves a part: no collector makes such metrics,
 * and no panel and no rule reads them. A rule may make series of these names out of what the services count.
 */
export function checkSpanMetrics({ root }: Repository): string[] {
  const collectors = ['deploy/otel-collector*/**/*.yaml', 'deploy/native/*/builder.yaml'];
  // Jaeger is a collector, too, with this connector in it.
  const makers = [...collectors, 'deploy/jaeger/*.yaml', 'deploy/compose/*.yml'];
  const readers = ['deploy/grafana/**/*.json', 'deploy/grafana/**/*.yaml', 'deploy/prometheus/rules/*.yaml'];
  return [
    ...linesWith(COUNTER, makers, root).map((place) => `${place} counts spans: count calls in the services.`),
    ...linesWith(COUNTED, readers, root).map(
      (place) => `${place} reads what spans were counted: read what the services count.`,
    ),
  ];
}

function linesWith(pattern: RegExp, globs: readonly string[], root: string): string[] {
  const files = globs.flatMap((glob) => globSync(glob, { cwd: root })).sort();
  return files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => (pattern.test(withoutWords(line)) ? [`${file}:${i + 1}`] : [])),
  );
}

/** Without a comment, and without the name that a rule gives to a series of its own. */
function withoutWords(line: string): string {
  return line.replace(/^\s*#.*|^\s*- record: .*/, '');
}
