import { Capture, type CaptureSettings } from './capture.ts';
import type { CaptureConfig } from './capture-config.ts';
import { CaptureTally } from './capture-tally.ts';
import { setCapture } from './current-capture.ts';
import { BatchTeller } from './tell/batch-teller.ts';

/** Parks what would not be kept, from now on. */
export function startCapture(config: CaptureConfig, settings: CaptureSettings): Capture {
  const tally = new CaptureTally();
  const capture = new Capture({ ...config, ...settings, tally, teller: new BatchTeller(tally.tells) });
  setCapture(capture);
  return capture;
}
