import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../../../host/home.ts';

/** Where a native program keeps its data from one start to the next. Made when missing. */
export function dataFolder(home: Home, name: string): string {
  const folder = join(home.native, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
