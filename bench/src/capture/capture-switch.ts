import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { SamplingReport } from '@mesh/tracing';
import type { Child } from '../processes/child.ts';

/** The services look at the file twice a second. */
const PATIENCE_MS = 10_000;

/** 1 % of the traces. A machine that stands still for a moment must not make a request slow. */
export function documentOf(isOn: boolean): string {
  const usual = { version: 1, default: { ratio: 0.01, slowMillis: 60_000 } };
  return JSON.stringify(isOn ? usual : { ...usual, capture: null });
}

/**
 * Writes the document, and waits until all services follow it.
 *
 * @throws Error when it takes longer than 10 s
 */
export async function turnCapture(file: string, isOn: boolean, services: readonly Child[]): Promise<void> {
  await writeFile(file, documentOf(isOn));
  const end = Date.now() + PATIENCE_MS;
  for (const service of services) {
    while (((await samplingOf(service)).document.capture !== undefined) !== isOn) {
      if (Date.now() > end) throw new Error('A service did not follow its sampling document in time.');
      await pause(20);
    }
  }
}

export function samplingOf(service: Child): Promise<SamplingReport> {
  return service.ask<SamplingReport>('sampling');
}
