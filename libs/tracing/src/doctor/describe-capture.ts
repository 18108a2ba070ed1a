import type { TracingConfig } from '../env/config.ts';
import type { SamplingReport } from '../sampling/current-sampling.ts';

/** `8192 KiB, 30 s, 10/s`: the room, how long things wait in it, and how many traces may be kept; or why none is. */
export function describeCapture(
  { capture, grpcInstrumentation }: Pick<TracingConfig, 'capture' | 'grpcInstrumentation'>,
  report: Pick<SamplingReport, 'document'> | undefined,
): string {
  if (!report) return 'off: no span is made here';
  if (!capture)
    return grpcInstrumentation === 'stock' ? 'off by MESH_GRPC_INSTRUMENTATION' : 'off by MESH_CAPTURE';
  const { capture: limits } = report.document;
  const room = `${Math.round(capture.maxBytes / 1024)} KiB, ${capture.maxMillis / 1000} s`;
  return `${room}, ${limits ? `${limits.perSecond}/s` : 'off by the document'}`;
}
