import { checks } from './checks.ts';
import { readRepository } from './read-repository.ts';
import { report } from './report.ts';

const { text, exitCode } = await report(readRepository(process.cwd()), checks);
process.stdout.write(text);
process.exitCode = exitCode;
