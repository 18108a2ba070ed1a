import { runStartup } from './run-startup.ts';

await runStartup(process.argv.slice(2));
