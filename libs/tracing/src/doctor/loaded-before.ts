// To be imported before what loads grpc-js itself: the SDK does.

import { loadedFiles } from './loaded-files.ts';

/** The main modules of traced packages that were loaded before the preload. */
export const loadedBefore: ReadonlySet<string> = new Set(loadedFiles());
