/** What a connection is doing. While it is answering, its handlers set the pace. */
export type Activity = 'idle' | 'receiving' | 'answering';

/** Calls `end` when one activity has lasted too long. It counts from when the activity began: bytes that trickle in change nothing. */
export interface Patience {
  now(activity: Activity): void;
  stop(): void;
}

/** @param limits in ms */
export function createPatience(
  limits: Readonly<Partial<Record<Activity, number>>>,
  end: (activity: Activity) => void,
): Patience {
  let current: Activity | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    now(activity) {
      if (activity === current) return;
      clearTimeout(timer);
      current = activity;
      const limitMs = limits[activity];
      timer = limitMs === undefined ? undefined : setTimeout(end, limitMs, activity);
    },
    stop: () => clearTimeout(timer),
  };
}
