import { VERSION } from '../version.ts';
import { plainPath } from './plain-path.ts';
import { readPreloadMark, setPreloadMark } from './preload-mark.ts';
import type { Report } from './report.ts';
import { traps } from './traps.ts';

/** Leaves the mark of the preload, or says that another copy of it has left its own: two would trace each call twice. */
export function isFirstPreload(url: string, report: Report): boolean {
  const first = readPreloadMark();
  if (first) report.find([traps.twice(plainPath(first.url), plainPath(url))]);
  else setPreloadMark({ url, version: VERSION });
  return !first;
}
