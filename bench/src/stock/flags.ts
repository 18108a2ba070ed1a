import { fileURLToPath } from 'node:url';
import { STOCK_FOLDER } from './folder.ts';

const packages = new URL('node_modules/@opentelemetry/', STOCK_FOLDER);

/** As the packages' documentation starts a service of ES modules. Paths: the fixture is not beside these packages. */
export const STOCK_FLAGS: readonly string[] = [
  '--disable-warning=ExperimentalWarning',
  `--experimental-loader=${new URL('instrumentation/hook.mjs', packages)}`,
  `--require=${fileURLToPath(new URL('auto-instrumentations-node/dist/register.cjs', packages))}`,
];
