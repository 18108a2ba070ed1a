/** `before` the step took effect, or `after` it, where only its answer is lost. */
export type When = 'before' | 'after';

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** Makes one step fail, once: of all calls of the objects that it wraps, the one with this index. */
export function crashAt(step: number, when: When) {
  let calls = 0;
  const crash = () => {
    throw new Error(`crash ${when} step ${step}`);
  };
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (_, name) => {
        const method = Reflect.get(target, name) as Method;
        return async (...args: readonly unknown[]) => {
          const now = calls === step;
          calls += 1;
          if (now && when === 'before') crash();
          const answer = await method(...args);
          return now ? crash() : answer;
        };
      },
    });
  return { wrap, happened: () => calls > step };
}
