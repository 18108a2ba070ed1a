import { registeredApi } from './registered-api.ts';

/** Who traces this process before the preload has begun: a program or a preload of somebody else. */
export function nameForeign(): string[] {
  return registeredApi()?.trace ? ['another SDK of OpenTelemetry'] : [];
}
