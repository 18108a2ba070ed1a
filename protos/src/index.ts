export { loaderOptions } from './loader-options.ts';
export { protoRoot } from './proto-root.ts';
