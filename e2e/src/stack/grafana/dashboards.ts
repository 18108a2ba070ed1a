import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../../testing/repository.ts';

export interface DataSourceRef {
  readonly type: string;
  readonly uid: string;
}

/** One query of a panel: PromQL or LogQL in `expr`, a trace id in `query`. */
export interface Target {
  readonly refId: string;
  readonly datasource: DataSourceRef;
  readonly expr?: string;
  readonly query?: string;
  readonly instant?: boolean;
  readonly exemplar?: boolean;
}

export interface Panel {
  readonly id: number;
  readonly title: string;
  readonly datasource?: DataSourceRef;
  readonly targets?: readonly Target[];
}

export interface Variable {
  readonly datasource?: DataSourceRef;
  /** What its values are asked by. */
  readonly definition?: string;
}

export interface Dashboard {
  readonly uid: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly Variable[] };
}

const folder = 'deploy/grafana/dashboards';

/** Every dashboard of the folder that Grafana is given. */
export function readDashboards(): Promise<Dashboard[]> {
  const files = globSync('*.json', { cwd: join(repository, folder) }).sort();
  return Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(repository, folder, file), 'utf8'))),
  );
}
