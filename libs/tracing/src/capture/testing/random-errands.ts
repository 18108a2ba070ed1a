import type { Errand, ErrandCall } from '../../testing/fixtures/errands.ts';

/** What a service is asked, and what comes of that. */
export interface PlannedErrand {
  readonly errand: Errand;
  /** `edge serves`, `edge calls` and so on, of all services, sorted. */
  readonly spans: readonly string[];
  /** Something fails, or comes too late, somewhere. */
  readonly isKept: boolean;
}

const FAILURES = ['UNKNOWN', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS'];
const MAX_DEPTH = 3;
const MAX_CALLS = 3;
/** Of a call, where anything may go wrong at all. */
const FAILING = 0.08;
const REFUSED = 0.1;
const LATE = 0.02;
const STREAMED = 0.15;

/** Makes trees of calls between services, half of which have nothing in them that goes wrong. @param addresses by their names */
export function randomErrands(
  addresses: ReadonlyMap<string, string>,
  random: () => number,
): (service: string) => PlannedErrand {
  const names = [...addresses.keys()];
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return (service) => {
    const spans: string[] = [];
    const isRisky = random() < 0.5;
    let isKept = false;
    const statusOf = () => {
      const chance = random();
      if (chance < REFUSED) return 'NOT_FOUND';
      if (!isRisky || chance > REFUSED + FAILING) return 'OK';
      isKept = true;
      return pick(FAILURES);
    };
    const errandOf = (at: string, depth: number): Errand => {
      spans.push(`${at} serves`);
      const count = depth < MAX_DEPTH ? Math.floor(random() * (MAX_CALLS + 1)) : 0;
      const calls = Array.from({ length: count }, () => callOf(at, depth));
      return { calls, status: statusOf() };
    };
    const callOf = (at: string, depth: number): ErrandCall => {
      spans.push(`${at} calls`);
      const to = pick(names);
      const errand = errandOf(to, depth + 1);
      const call = { to: addresses.get(to) ?? '', kind: random() < STREAMED ? 'Chat' : 'Unary' } as const;
      if (!isRisky || random() > LATE) return { ...call, errand };
      isKept = true;
      return { ...call, errand: { ...errand, restMs: 800 }, deadlineMs: 500 };
    };
    const errand = errandOf(service, 0);
    return { errand, spans: spans.toSorted(), isKept };
  };
}
