import { currentCapture } from './current-capture.ts';

/** Whether it took a server longer than this operation should. @param operation the name of its span */
export function isSlow(operation: string, millis: number): boolean {
  const capture = currentCapture();
  return capture !== undefined && millis > capture.slowMillisOf(operation);
}
