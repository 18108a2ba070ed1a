import { randomBytes } from 'node:crypto';
import { createMeshEnvironment, type MeshEnvironment } from '../../../testing/mesh-environment.ts';
import { composeProgram } from './compose-program.ts';
import { openEngine } from './engine.ts';
import { type LocalProgram, makeLocalImages } from './local-images.ts';
import { run } from './run.ts';

export type Variant = 'direct' | 'load' | 'tail' | 'zipkin' | 'elk';

/** A compose project of its own, on ports of its own, out of local images. Nothing runs before `compose('up', …)`. */
export interface ComposeProject extends MeshEnvironment {
  readonly name: string;
  readonly gatewayUrl: string;
  readonly jaegerUrl: string;
  readonly lokiUrl: string;
  readonly prometheusUrl: string;
  /** What a docker program needs to find this engine. */
  readonly engineVariables: Readonly<Record<string, string>>;
  /** `docker compose …` with the files of this project; answers what it printed. */
  compose(...args: string[]): Promise<string>;
  docker(...args: string[]): Promise<string>;
  /** Removes containers, networks and volumes. */
  close(): Promise<void>;
}

const always: LocalProgram[] = ['otel-collector', 'jaeger', 'loki', 'prometheus'];
const more: Partial<Record<Variant, LocalProgram[]>> = {
  zipkin: ['otel-collector-compat', 'zipkin'],
  elk: ['otel-collector-compat', 'elasticsearch'],
};

export async function openCompose(variants: readonly Variant[] = []): Promise<ComposeProject> {
  const [program, engine] = await Promise.all([composeProgram(), openEngine()]);
  const programs = [...always, ...variants.flatMap((variant) => more[variant] ?? [])];
  await makeLocalImages(engine, programs).catch(async (error) => {
    await engine.close();
    throw error;
  });
  const environment = await createMeshEnvironment();
  const name = `mesh-test-${randomBytes(4).toString('hex')}`;
  const files = composeFiles(variants).flatMap((file) => ['-f', file]);
  const variables = { ...environment.variables, ...engine.variables };
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const { ports } = environment;
  const compose = (...args: string[]) => run(program, ['-p', name, ...files, ...args], variables);
  return {
    ...environment,
    name,
    gatewayUrl: at(ports.GATEWAY_HTTP_PORT),
    jaegerUrl: at(ports.JAEGER_PORT),
    lokiUrl: at(ports.LOKI_PORT),
    prometheusUrl: at(ports.PROMETHEUS_PORT),
    engineVariables: engine.variables,
    compose,
    docker: (...args) => run('docker', args, engine.variables),
    async close() {
      await compose('down', '--volumes', '--remove-orphans', '--timeout', '20');
      await environment.remove();
      await engine.close();
    },
  };
}

/** The files of some variants with the local images for each. */
export function composeFiles(variants: readonly Variant[], local = true): string[] {
  const files = variants.map((variant) => `deploy/compose/${variant}.yml`);
  const images = variants.filter((variant) => more[variant] !== undefined);
  return [
    'docker-compose.yml',
    ...files,
    ...(local ? ['deploy/compose/local-images.yml'] : []),
    ...(local ? images.map((variant) => `deploy/compose/local-images.${variant}.yml`) : []),
  ];
}
