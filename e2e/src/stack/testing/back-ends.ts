import { createMeshEnvironment } from '../../testing/mesh-environment.ts';
import { takePortBlock } from '../../testing/port-block.ts';
import { endProgram, startProgram } from '../../testing/start-program.ts';
import { openStack, type Stack } from './open-stack.ts';
import { openOtlpTee } from './otlp-tee.ts';

/** Every back end that a reader can be pointed at, all told the same by one mesh. */
export interface BackEnds {
  readonly stack: Stack;
  /** The stand-in, beside the real ones. */
  readonly lite: { readonly jaegerUrl: string; readonly lokiUrl: string };
  /** Takes OTLP/HTTP for all of them. */
  readonly otlpUrl: string;
  close(): Promise<void>;
}

/** Starts the real back ends and the stand-in; the services send to a tee in front of both. */
export async function openBackEnds(): Promise<BackEnds> {
  const steps: (() => unknown)[] = [];
  const close = async () => {
    for (const step of steps.reverse()) await step();
  };
  try {
    const lite = await startLite(steps);
    const block = await takePortBlock();
    steps.push(() => block.release());
    const [collectorPort = 0] = block.ports;
    const tee = await openOtlpTee([lite.otlpUrl, `http://127.0.0.1:${collectorPort}`]);
    steps.push(() => tee.close());
    const variables = { OTLP_HTTP_PORT: `${collectorPort}`, OTEL_EXPORTER_OTLP_ENDPOINT: tee.url };
    const stack = await openStack({ with: ['zipkin', 'elk'], variables });
    steps.push(() => stack.close());
    return { stack, lite, otlpUrl: tee.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startLite(steps: (() => unknown)[]) {
  const environment = await createMeshEnvironment();
  steps.push(() => environment.remove());
  const { ports, variables } = environment;
  const program = await startProgram('apps/telemetry-lite/src/main.ts', [], variables, '"ports"');
  steps.push(() => endProgram(program));
  const at = (port: number) => `http://127.0.0.1:${port}`;
  return {
    otlpUrl: at(ports.OTLP_HTTP_PORT),
    jaegerUrl: at(ports.JAEGER_PORT),
    lokiUrl: at(ports.LOKI_PORT),
  };
}
