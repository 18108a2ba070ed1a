import type { CaptureConfig } from '../capture/capture-config.ts';
import type { Env } from './env-rules.ts';

/**
 * 8 MiB and 30 s: longer than a request may take before its callers have given up, and less than what telemetry may
 * take that waits for its collector.
 *
 * @returns undefined: nothing is parked
 */
export function readCapture(env: Env): CaptureConfig | undefined {
  // What the stock instrumentation makes does not tell how calls end.
  if (env['MESH_CAPTURE'] === 'off' || env['MESH_GRPC_INSTRUMENTATION'] === 'stock') return undefined;
  return {
    maxBytes: Number(env['MESH_CAPTURE_MAX_BYTES'] || 8 * 1024 * 1024),
    maxMillis: Number(env['MESH_CAPTURE_MAX_SECONDS'] || 30) * 1000,
  };
}
