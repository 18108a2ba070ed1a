import { runCapture } from './run-capture.ts';

await runCapture(process.argv.slice(2));
