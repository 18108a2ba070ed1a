import type { Check } from './check.ts';
import { checkImports } from './check-imports.ts';
import { checkLoaderFlags } from './check-loader-flags.ts';
import { checkMains } from './check-mains.ts';
import { checkPackageOwners } from './check-package-owners.ts';
import { checkProjectDependencies } from './check-project-dependencies.ts';
import { checkReferences } from './check-references.ts';
import { checkSizes } from './check-sizes.ts';
import { checkSpanMetrics } from './check-span-metrics.ts';
import { checkStubs } from './check-stubs.ts';
import { checkTags } from './check-tags.ts';
import { checkVersions } from './check-versions.ts';
import { checkWire } from './check-wire.ts';

/** Every rule of the house that neither the compiler nor the linter can hold. */
export const checks: readonly Check[] = [
  checkTags,
  checkVersions,
  checkProjectDependencies,
  checkPackageOwners,
  checkImports,
  checkReferences,
  checkSizes,
  checkMains,
  checkLoaderFlags,
  checkSpanMetrics,
  checkStubs,
  checkWire,
];
