/** A program that is one package of a Go module of `deploy/native`. */
export interface GoSource {
  /** The folder below `deploy/native`. */
  readonly module: string;
  readonly goPackage: string;
  /** What the program is called where that is not its name here. */
  readonly file?: string;
}

/** A file of Maven Central. */
export interface MavenSource {
  /** `group:name:version:packaging[:classifier]`. */
  readonly artifact: string;
  /** Of the file; another one is refused. */
  readonly sha256: string;
  /** Where the file is an archive: what to run in it. Otherwise the file itself is run. */
  readonly inside?: string;
}

/** A back end, or a tool for one, that can be had without Docker. */
export interface NativeProgram {
  readonly version: string;
  /** The version of the image in docker-compose.yml. */
  readonly imageVersion: string;
  /** Why the two are not the same; absent where they are. */
  readonly why?: string;
  readonly source: GoSource | MavenSource;
}

/** Every program that runs without Docker, by the name that `mesh native` knows it by. */
export const nativePrograms = {
  'otel-collector': {
    version: '0.159.0',
    imageVersion: '0.159.0',
    source: { module: 'otel-collector', goPackage: '.' },
  },
  jaeger: {
    version: '2.13.0',
    imageVersion: '2.20.0',
    why: 'the Go module proxy has no newer one; it brings no pages, only the APIs',
    source: { module: 'jaeger', goPackage: 'github.com/jaegertracing/jaeger/cmd/jaeger' },
  },
  loki: {
    version: '3.7.6',
    imageVersion: '3.7.6',
    source: { module: 'loki', goPackage: 'github.com/grafana/loki/v3/cmd/loki' },
  },
  prometheus: {
    version: '3.14.0',
    imageVersion: '3.14.0',
    source: { module: 'prometheus', goPackage: 'github.com/prometheus/prometheus/cmd/prometheus' },
  },
  promtool: {
    version: '3.14.0',
    imageVersion: '3.14.0',
    source: { module: 'prometheus', goPackage: 'github.com/prometheus/prometheus/cmd/promtool' },
  },
  'otel-collector-compat': {
    version: '0.150.0',
    imageVersion: '0.150.0',
    source: { module: 'otel-collector-compat', goPackage: '.' },
  },
  compose: {
    version: '5.5.0',
    imageVersion: '5.5.0',
    source: { module: 'compose', goPackage: 'github.com/docker/compose/v5/cmd', file: 'docker-compose' },
  },
  zipkin: {
    version: '3.5.1',
    imageVersion: '3.5.1',
    source: {
      artifact: 'io.zipkin:zipkin-server:3.5.1:jar:exec',
      sha256: '7ac633a6832647e71e50012a5e3e91fbc7054414955261724526030faf271d8d',
    },
  },
  elasticsearch: {
    version: '8.13.4',
    imageVersion: '8.13.4',
    source: {
      artifact: 'org.elasticsearch.distribution.integ-test-zip:elasticsearch:8.13.4:zip',
      sha256: '8f292f2261e977b95d91b4c765893a4f3dce10aa9a5c5e49f867caf0170d21ad',
      inside: 'elasticsearch-8.13.4/bin/elasticsearch',
    },
  },
} as const satisfies Readonly<Record<string, NativeProgram>>;

export type NativeName = keyof typeof nativePrograms;
