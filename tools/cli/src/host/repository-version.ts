import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from './home.ts';

const manifest = z.object({ version: z.string() });

/** The version that the repository gives itself, and with it every service. */
export const repositoryVersion: string = manifest.parse(
  JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')),
).version;
