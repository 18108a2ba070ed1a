import type { Labels, LogLine } from '../logs/log-line.ts';

type Value = [time: string, line: string] | [time: string, line: string, categorized: object];

/**
 * Loki's answer with streams. Plain, structured metadata is merged into each stream's labels, so lines with different
 * metadata are different streams; categorized (`X-Loki-Response-Encoding-Flags: categorize-labels`), a stream has its
 * index labels only and each value carries its metadata.
 */
export function streamsAnswer(lines: readonly LogLine[], categorize: boolean): object {
  const streams = new Map<string, { stream: object; values: Value[] }>();
  for (const line of lines) {
    const labels = categorize ? line.stream : mergeLabels(line);
    const key = JSON.stringify(labels);
    const found = streams.get(key) ?? { stream: Object.fromEntries(labels), values: [] };
    streams.set(key, found);
    found.values.push(toValue(line, categorize));
  }
  return {
    status: 'success',
    data: {
      resultType: 'streams',
      ...(categorize && { encodingFlags: ['categorize-labels'] }),
      result: [...streams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stream]) => stream),
      stats: {},
    },
  };
}

function toValue({ time, line, metadata }: LogLine, categorize: boolean): Value {
  return categorize
    ? [`${time}`, line, { structuredMetadata: Object.fromEntries(metadata) }]
    : [`${time}`, line];
}

function mergeLabels({ stream, metadata }: LogLine): Labels {
  return [...stream, ...metadata].sort(([a], [b]) => (a < b ? -1 : 1));
}
