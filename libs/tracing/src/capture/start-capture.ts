import { Capture, type CaptureSettings } from './capture.ts';
import type { CaptureConfig } from './capture-config.ts';
import { setCapture } from './current-capture.ts';

/** Parks what would not be kept, from now on. */
export function startCapture(config: CaptureConfig, settings: CaptureSettings): Capture {
  const capture = new Capture({ ...config, ...settings, teller: { tell() {} } });
  setCapture(capture);
  return capture;
}
