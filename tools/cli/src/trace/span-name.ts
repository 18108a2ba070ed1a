import type { Span } from './span.ts';
import { sqlSummary } from './sql-summary.ts';

/**
 * What a span did, shortened for a reader: without the package of a method or the columns of a statement, and with what
 * was asked for where the name does not say it. Not safe to print.
 */
export function spanName({ name, attributes }: Span): string {
  const sql = attributes['db.query.text'] ?? attributes['db.statement'];
  if (typeof sql === 'string' && sql.trim() !== '') return `${databaseOf(attributes)} ${sqlSummary(sql)}`;
  const rpc = /^(?:grpc\.)?(?:\w+\.)*(\w+\/\w+)$/.exec(name)?.[1];
  if (rpc) return rpc;
  const path = attributes['http.route'] ?? attributes['url.path'] ?? attributes['http.target'];
  const asked = attributes['rpc.method_original'] ?? path ?? attributes['url.full'];
  return /^([A-Z]+|_OTHER)$/.test(name) && asked !== undefined ? `${name} ${asked}` : name;
}

function databaseOf(attributes: Span['attributes']): string {
  const system = attributes['db.system.name'] ?? attributes['db.system'] ?? 'sql';
  return system === 'postgresql' ? 'pg' : String(system);
}
