// `node libs/tracing/pack/bundle-dist.mjs` after `tsc -b`, where nothing is compiled again: the image of a service.
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

await bundle(fileURLToPath(new URL('../dist/', import.meta.url)));
