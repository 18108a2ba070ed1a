import type { Hours } from '../document/sampling-document.ts';

/** @returns whether a time is within the hours, by the clock of their zone; `from` is, `to` is not; equal: the whole day */
export function withinHours({ from, to, timeZone }: Hours): (now: number) => boolean {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (now) => {
    // `22:00` and the like compare as the times that they are.
    const time = clock.format(now);
    return from < to ? from <= time && time < to : from <= time || time < to;
  };
}
