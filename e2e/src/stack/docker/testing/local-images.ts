import { join } from 'node:path';
import { nativePath } from '../../testing/native-path.ts';
import { makeBaseImage } from './base-image.ts';
import { buildImage } from './build-image.ts';
import type { Engine } from './engine.ts';
import { makeNodeImage } from './node-image.ts';
import { makePostgresImage } from './postgres-image.ts';

/** By the name of the native program: which image it goes into, and what it is called there. */
const programs = {
  'otel-collector': ['mesh-local/otel-collector:0.159.0', 'otel-collector', 'otelcol'],
  'otel-collector-compat': ['mesh-local/otel-collector-compat:0.150.0', 'otel-collector', 'otelcol'],
  jaeger: ['mesh-local/jaeger:2.13.0', 'jaeger', 'jaeger'],
  loki: ['mesh-local/loki:3.7.6', 'loki', 'loki'],
  prometheus: ['mesh-local/prometheus:3.14.0', 'prometheus', 'prometheus'],
  zipkin: ['mesh-local/zipkin:3.5.1', 'zipkin', 'zipkin.jar'],
  elasticsearch: ['mesh-local/elasticsearch:8.13.4', 'elasticsearch', 'elasticsearch'],
} as const;

export type LocalProgram = keyof typeof programs;

/** Makes what `deploy/compose/local-images*.yml` names: the bases, Postgres, and the programs that are asked for. */
export async function makeLocalImages(engine: Engine, names: readonly LocalProgram[]): Promise<void> {
  await makeBaseImage(engine);
  await makeNodeImage(engine);
  await makePostgresImage(engine);
  const needsJava = names.includes('zipkin') || names.includes('elasticsearch');
  if (needsJava) await buildImage(engine, { tag: 'mesh-local/java:21', recipe: 'java', files: {} });
  const paths = await Promise.all(names.map(pathOf));
  for (const [index, name] of names.entries()) {
    const [tag, recipe, file] = programs[name];
    await buildImage(engine, { tag, recipe, files: { [file]: paths[index] ?? '' } });
  }
}

/** Elasticsearch is not one file: what is run is in the folder `bin` of it. */
async function pathOf(name: LocalProgram): Promise<string> {
  const path = await nativePath(name);
  return name === 'elasticsearch' ? join(path, '..', '..') : path;
}
