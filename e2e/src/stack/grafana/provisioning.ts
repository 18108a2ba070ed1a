import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '../../testing/repository.ts';

/** A data source as Grafana is given it, as far as a link or a panel needs it. */
export interface DataSource {
  readonly uid: string;
  readonly type: string;
  readonly jsonData: {
    /** Prometheus: the scrape interval. */
    readonly timeInterval?: string;
    readonly exemplarTraceIdDestinations?: readonly {
      readonly name: string;
      readonly datasourceUid: string;
    }[];
    /** Jaeger: from a span to its log lines. */
    readonly tracesToLogsV2?: TracesToLogs;
    /** Loki: from a line to its trace. */
    readonly derivedFields?: readonly DerivedField[];
  };
}

export interface TracesToLogs {
  readonly datasourceUid: string;
  readonly spanStartTimeShift: string;
  readonly spanEndTimeShift: string;
  readonly customQuery: boolean;
  readonly query: string;
}

export interface DerivedField {
  readonly matcherType: string;
  readonly matcherRegex: string;
  readonly url: string;
  readonly datasourceUid: string;
}

/** The provisioned data sources by uid. Grafana replaces its own environment's variables; `$$` is how it is given a `$`. */
export async function readDataSources(): Promise<ReadonlyMap<string, DataSource>> {
  const { datasources } = await readProvisioning<{ datasources: DataSource[] }>('datasources/mesh.yaml');
  return new Map(datasources.map((dataSource) => [dataSource.uid, dataSource]));
}

export interface DashboardProvider {
  readonly options: { readonly path: string };
}

export async function readDashboardProviders(): Promise<readonly DashboardProvider[]> {
  const file = await readProvisioning<{ providers: DashboardProvider[] }>('dashboards/mesh.yaml');
  return file.providers;
}

async function readProvisioning<T>(file: string): Promise<T> {
  const text = await readFile(join(repository, 'deploy/grafana/provisioning', file), 'utf8');
  const variable = /(?<!\$)(?:\$\$)*\$(?!\$)\{?\w+/.exec(text);
  if (variable) throw new Error(`${file}: ${variable[0]} would be taken from Grafana's environment`);
  return parse(text.replaceAll('$$', '$'));
}
