import type { TestContext } from 'node:test';
import { defer } from '../../testing/defer.ts';
import { type Mesh, openMesh } from '../../testing/start-mesh.ts';

/** The mesh on the real back ends, as native processes. */
export interface Stack extends Mesh {
  readonly otlpUrl: string;
  readonly prometheusUrl: string;
  readonly zipkinUrl: string;
  readonly elasticsearchUrl: string;
}

export interface StackOptions {
  /** Back ends beside Jaeger, Loki and Prometheus. */
  readonly with?: readonly ('zipkin' | 'elk')[];
  /** On top of the ports and the folder that are the test's own. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Far more than the 30 s that a start may take: a machine that is busy with other tests is no failure of this one. */
const startLimitMs = 180_000;

/** Starts what `npm run stack:native` starts; the back ends have been built before. `close` it when done. */
export async function openStack({ with: more = [], variables = {} }: StackOptions = {}): Promise<Stack> {
  const extra = more.length > 0 ? ['--with', more.join(',')] : [];
  const mesh = await openMesh(variables, ['--backends', 'native', ...extra], startLimitMs);
  const at = (port: number) => `http://127.0.0.1:${port}`;
  return {
    ...mesh,
    otlpUrl: at(mesh.ports.OTLP_HTTP_PORT),
    prometheusUrl: at(mesh.ports.PROMETHEUS_PORT),
    zipkinUrl: at(mesh.ports.ZIPKIN_PORT),
    elasticsearchUrl: at(mesh.ports.ELASTICSEARCH_PORT),
  };
}

/** The same for one test. */
export async function startStack(t: TestContext, options?: StackOptions): Promise<Stack> {
  const stack = await openStack(options);
  defer(t, () => stack.close());
  return stack;
}
