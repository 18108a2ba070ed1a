import type { TestContext } from 'node:test';

const stacks = new WeakMap<TestContext, (() => unknown)[]>();

/** Runs `step` when the test is over, the last one given first: what was started last is stopped first. */
export function defer(t: TestContext, step: () => unknown): void {
  const known = stacks.get(t);
  if (known !== undefined) {
    known.push(step);
    return;
  }
  const steps = [step];
  stacks.set(t, steps);
  t.after(async () => {
    for (const each of steps.reverse()) await each();
  });
}
