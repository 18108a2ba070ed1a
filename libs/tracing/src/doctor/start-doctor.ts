import { processWriter } from '../log/stdout/process-writer.ts';
import { findDefaultImports } from './find-default-imports.ts';
import { findTraps } from './find-traps.ts';
import { hasGrpcInside } from './has-grpc-inside.ts';
import { loadedBefore } from './loaded-before.ts';
import { loadedCopies, versionIn } from './loaded-copies.ts';
import { loadedFiles } from './loaded-files.ts';
import { plainPath } from './plain-path.ts';
import { registeredApi } from './registered-api.ts';
import type { Report } from './report.ts';
import { watchImports } from './watch-imports.ts';
import { watchFirstCalls } from './watch-streams.ts';

/** By then most programs have loaded their modules; for the others their first call comes later, or their end. */
const LOOK_AFTER_MS = 1_000;

export interface DoctorOptions {
  readonly report: Report;
  /** The instrumentation in effect is OpenTelemetry's, which cannot patch the default import. */
  readonly isStock: boolean;
  /** The beginning of the URLs of this package's own files. */
  readonly ourFiles: string;
  /** Who traces this process already. */
  readonly foreign: readonly string[];
}

/**
 * Finds out whether what the preload should trace really is traced. To be started before the program's own modules
 * are loaded. Nothing of it runs for each call, and nothing of it keeps the process alive.
 */
export function startDoctor({ report, isStock, ourFiles, foreign }: DoctorOptions): void {
  const ours = new Set(loadedFiles()).difference(loadedBefore);
  const imports = watchImports(ourFiles);
  let bundle: string | undefined;
  let hasCalls = false;

  /** @returns whether there was something new to say */
  function look(): boolean {
    const loaded = loadedCopies();
    const theirs = loaded.filter(({ file, isPatched }) => isPatched || !ours.has(file));
    const hasGrpc = theirs.some(({ name }) => name === '@grpc/grpc-js');
    if (!hasGrpc) bundle ??= [...imports.ownModules].find(hasGrpcInside);
    const found = findTraps({
      // What only the SDK has loaded is nobody's, unless there are calls that nothing else can have made.
      copies: hasCalls && bundle === undefined ? loaded : theirs,
      before: loadedBefore,
      isLate: !imports.hasEntry && process.argv[1] !== undefined,
      bundle,
      apis: [...imports.apiFolders].map((folder) => ({ folder, version: versionIn(folder) })),
      ourApi: registeredApi()?.version ?? '',
      foreign: [...new Set([...foreign, ...imports.foreign])],
      defaultImports: isStock ? findDefaultImports(imports.grpcImporters) : [],
    });
    return report.find(found);
  }

  watchFirstCalls((caller) => {
    const file = caller && plainPath(caller);
    hasCalls = true;
    if (file && !file.includes('grpc-js') && hasGrpcInside(file)) bundle = file;
    look();
  });
  setTimeout(() => {
    look();
    report.write({ kind: 'looked' });
  }, LOOK_AFTER_MS).unref();
  process.once('exit', () => {
    // A writer that is made for it now does not see the event any more.
    if (look()) processWriter('stderr').finish();
  });
}
