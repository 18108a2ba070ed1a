import type { BudgetLimits } from '../../capture/budget.ts';

/** @param problems gets a sentence where what triggers here is more than may be kept at all */
export function buildCapture(written: BudgetLimits | null, problems: string[]): BudgetLimits | undefined {
  if (!written) return undefined;
  const { perSecond, ceilingPerSecond } = written;
  if (ceilingPerSecond < perSecond)
    problems.push(
      `capture.ceilingPerSecond is ${ceilingPerSecond}, but ${perSecond} is what capture.perSecond lets through here alone: raise it, or lower that`,
    );
  return written;
}
