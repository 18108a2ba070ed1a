import { findEmbeddedPostgres } from '@mesh/postgres';
import { clearLogs } from '../host/clear-logs.ts';
import { endLeftovers } from '../host/end-leftovers.ts';
import type { Home } from '../host/home.ts';
import { HOST, POSTGRES } from '../host/names.ts';
import type { ProcessRecords } from '../host/process-records.ts';
import type { UpConfig } from './config.ts';
import { databasesOf } from './databases-of.ts';
import type { UpWords } from './parse-arguments.ts';
import { portProblems } from './port-problems.ts';
import { type Port, portsOf } from './ports.ts';

const STOP_PATIENCE_MS = 3_000;

/**
 * Ends what a killed host left, but for an embedded Postgres that can be taken over, and empties the logs.
 * Answers a sentence for each port that is not free then.
 */
export async function clearTheWay(
  words: UpWords,
  config: UpConfig,
  home: Home,
  records: ProcessRecords,
  say: (sentence: string) => void,
): Promise<string[]> {
  const ended = await endLeftovers(records, (name) => name === HOST || name === POSTGRES);
  if (ended.length > 0) say(`Ended what an earlier start had left: ${ended.join(', ')}.`);
  const wanted = databasesOf(config).length > 0;
  const left = await findEmbeddedPostgres(home.postgres);
  if (!wanted) await left?.stop(STOP_PATIENCE_MS);
  const isOurs = ({ variable, port }: Port) =>
    variable === 'POSTGRES_PORT' && (!wanted || left?.port === port);
  const problems = await portProblems(portsOf(config, words).filter((port) => !isOurs(port)));
  if (problems.length === 0) clearLogs(home.logs);
  return problems;
}
