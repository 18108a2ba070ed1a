import { Capture } from './capture.ts';
import type { CaptureConfig } from './capture-config.ts';
import { setCapture } from './current-capture.ts';

/** Parks what would not be kept, from now on. */
export function startCapture({ maxBytes, maxMillis }: CaptureConfig): Capture {
  const capture = new Capture({
    maxBytes,
    maxMillis,
    perSecond: 10,
    burst: 50,
    ceilingPerSecond: 100,
    teller: { tell() {} },
    slowMillisOf: () => 1000,
  });
  setCapture(capture);
  return capture;
}
