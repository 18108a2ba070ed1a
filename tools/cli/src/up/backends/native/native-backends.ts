import { repositoryRoot } from '../../../host/home.ts';
import { findJava } from '../../../native/find-java.ts';
import type { NativeName } from '../../../native/native-programs.ts';
import { type Providing, provide } from '../../../native/provide.ts';
import { reachable } from '../../../reachable.ts';
import type { ExtraBackend } from '../../parse-arguments.ts';
import type { Program } from '../../program.ts';
import { apiPlaces, metricsPlace } from '../api-places.ts';
import type { Backends } from '../backends.ts';
import { otlpUrl } from '../otlp-url.ts';
import { readersOf } from '../probe/readers.ts';
import { untilProbeReadBack } from '../probe/until-probe-read-back.ts';
import { collectorProgram, compatProgram } from './collector-programs.ts';
import { elasticsearchProgram } from './elasticsearch-program.ts';
import { jaegerProgram } from './jaeger-program.ts';
import { lokiProgram } from './loki-program.ts';
import type { NativeContext } from './native-context.ts';
import { prometheusProgram } from './prometheus-program.ts';
import { versionLines } from './version-lines.ts';
import { zipkinProgram } from './zipkin-program.ts';

const USUAL = ['otel-collector', 'jaeger', 'loki', 'prometheus'] as const satisfies readonly NativeName[];
const OF_EXTRA = { zipkin: 'zipkin', elk: 'elasticsearch' } as const satisfies Record<
  ExtraBackend,
  NativeName
>;

/** The real programs as processes of this machine. Makes what is missing first. Rejects with a sentence. */
export async function nativeBackends(context: NativeContext, providing: Providing): Promise<Backends> {
  const { config, extras } = context;
  const names = namesOf(extras);
  const paths = await provide(names, providing);
  const extraPrograms = extras.length > 0 ? await programsOfExtras(context, paths, providing.signal) : [];
  const at = (port: number) => `http://${reachable(config.HOST, port)}`;
  const jaegerPage = { TRACE_URL: `${at(config.JAEGER_PORT)}/trace/{traceId}` };
  return {
    kind: 'native',
    programs: [
      jaegerProgram(context, paths.jaeger),
      lokiProgram(context, paths.loki),
      prometheusProgram(context, paths.prometheus),
      ...extraPrograms,
      collectorProgram(context, paths['otel-collector']),
    ],
    serviceEnv: {
      OTEL_EXPORTER_OTLP_ENDPOINT: otlpUrl(config),
      ...(config.JAEGER_UI_ASSETS === undefined ? {} : jaegerPage),
    },
    host: config.HOST,
    places: [
      ...apiPlaces(config),
      metricsPlace(config),
      ...(extras.includes('zipkin') ? [['Zipkin', `${at(config.ZIPKIN_PORT)}/zipkin`] as const] : []),
      ...(extras.includes('elk')
        ? [['Elasticsearch', `${at(config.ELASTICSEARCH_PORT)}/logs-*/_search`] as const]
        : []),
    ],
    about: `Traces, logs and metrics are in real back ends, run as processes:\n${versionLines(names)}`,
    untilReadable: (progress, stop) =>
      untilProbeReadBack({ otlpUrl: otlpUrl(config), readers: readersOf(config, extras), progress, stop }),
    close: async () => {},
  };
}

function namesOf(extras: readonly ExtraBackend[]): NativeName[] {
  if (extras.length === 0) return [...USUAL];
  return [...USUAL, 'otel-collector-compat', ...extras.map((extra) => OF_EXTRA[extra])];
}

async function programsOfExtras(
  context: NativeContext,
  paths: Readonly<Record<NativeName, string>>,
  signal: AbortSignal,
): Promise<Program[]> {
  const { extras, env } = context;
  const java = await findJava({ env, cwd: repositoryRoot, signal });
  return [
    ...(extras.includes('zipkin') ? [await zipkinProgram(context, java, paths.zipkin)] : []),
    ...(extras.includes('elk') ? [await elasticsearchProgram(context, java, paths.elasticsearch)] : []),
    compatProgram(context, paths['otel-collector-compat']),
  ];
}
