import { isCall, records } from './records.ts';

/** What arrived by the first part of the path: whose it is. */
export type Counts = Readonly<Record<string, Count>>;

export interface Count {
  /** Of calls only. */
  readonly spans: number;
  readonly logRecords: number;
}

export interface Tally {
  /**
   * @param path such as `/ours-100/v1/traces`
   * @param body an export request in protobuf, not compressed
   */
  add(path: string, body: Buffer): void;
  counts(): Counts;
}

export function createTally(): Tally {
  const counts: Record<string, { spans: number; logRecords: number }> = {};
  return {
    add(path, body) {
      const [, name = '', , signal] = path.split('/');
      counts[name] ??= { spans: 0, logRecords: 0 };
      if (signal === 'traces') counts[name].spans += records(body).filter(isCall).length;
      if (signal === 'logs') counts[name].logRecords += records(body).length;
    },
    counts: () => counts,
  };
}
