import { trace } from '@opentelemetry/api';
import type { Capture } from './capture.ts';
import type { CapturedTrace } from './captured-trace.ts';

/** Of the process, and not of one copy of this module: loggers in a bundle ask it, too. */
const MARK = Symbol.for('@mesh/tracing/captures');
const marked = process as { [MARK]?: boolean };

let current: Capture | undefined;

export function setCapture(capture: Capture | undefined): void {
  current = capture;
  marked[MARK] = capture !== undefined;
}

/** Whether any span may have a trace that is captured: told in no time, for calls that mostly do nothing. */
export function mayCapture(): boolean {
  return marked[MARK] === true;
}

/** @returns undefined where it is off by its variable, or where no span is made */
export function currentCapture(): Capture | undefined {
  return current;
}

/** By its field and not by its class: the span may be of another copy of this library, as of a bundle. */
export function capturedBy(span: unknown): CapturedTrace | undefined {
  return (span as { readonly captured?: CapturedTrace } | undefined)?.captured;
}

/** The trace of the span that is active. */
export function activeCaptured(): CapturedTrace | undefined {
  return capturedBy(trace.getActiveSpan());
}
