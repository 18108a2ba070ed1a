import type { SamplingReport } from './sampling-report.ts';

type Pair = readonly [name: string, text: string];

/** What a service has done since its start: of all roots by reason, and of what was kept after the fact. */
export function talliesOf(report: SamplingReport): Pair[] {
  return [...rootsOf(report), ...captureOf(report)];
}

function rootsOf({ tally, marks, document }: SamplingReport): Pair[] {
  const [kept, dropped] = [counted(tally.kept), counted(tally.dropped)];
  if (kept === '' && dropped === '') return [['roots', 'none began here']];
  const keyless = document.forced ? 'nobody looks at them: MESH_SAMPLING_MARK_KEYS is not set' : '';
  const judged = marks ? counted(marks) : keyless;
  return [
    ['kept', kept || 'none'],
    ['dropped', dropped || 'none'],
    ...(judged === '' ? [] : [['marks', judged] as const]),
  ];
}

/** Triggers are of those that fired here first; traces that others told of are kept besides. */
function captureOf({ capture, document }: SamplingReport): Pair[] {
  if (!document.capture) return [];
  if (!capture) return [['parked', 'nothing: MESH_CAPTURE or MESH_GRPC_INSTRUMENTATION keeps it off']];
  const { granted, refused, promotedTraces, missedTraces, tells } = capture.tally;
  const parts = {
    ...triggers('', granted),
    ...triggers('refused ', refused),
    ...{ missed: missedTraces, told: tells.told, 'not told': tells.failed + tells.dropped },
  };
  const text = counted(parts);
  const kib = Math.ceil(capture.bytes / 1024);
  return [
    ...(promotedTraces > 0 || text !== ''
      ? [['promoted', [`${promotedTraces}`, text].filter(Boolean).join('; ')] as const]
      : []),
    ['parked', `${capture.traces} ${capture.traces === 1 ? 'trace' : 'traces'}, ${kib} KiB`],
  ];
}

function triggers(prefix: string, counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [`${prefix}${name}`, count]));
}

/** Those that never came up are left out. */
function counted(tally: Readonly<Record<string, number>>): string {
  const counts = Object.entries(tally).filter(([, count]) => count > 0);
  return counts.map(([name, count]) => `${name} ${count}`).join(', ');
}
