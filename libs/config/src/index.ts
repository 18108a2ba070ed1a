export { printable } from './printable.ts';
export { readConfig } from './read-config.ts';
export { address, databaseUrl, flag, host, port, positiveInteger, toggle } from './variables.ts';
