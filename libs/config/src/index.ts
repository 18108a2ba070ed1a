export { printable } from './printable.ts';
export { readConfig } from './read-config.ts';
export { address, databaseUrl, host, port, positiveInteger, toggle } from './variables.ts';
