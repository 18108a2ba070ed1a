import { runServices } from './run-services.ts';

await runServices(process.argv.slice(2));
