import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runTool } from '../host/run-tool.ts';
import { artifactFile } from './artifact-file.ts';
import type { Making } from './making.ts';
import type { NativeUnit } from './native-unit.ts';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** Fetches a file of Maven Central into `draft`, checks it, and unpacks it if it is an archive. Rejects with a sentence. */
export async function fetchArtifact(
  { name, source }: NativeUnit & { kind: 'maven' },
  draft: string,
  { env, logFile, signal }: Making,
): Promise<void> {
  const maven = (goal: 'copy' | 'unpack') =>
    runTool({
      command: 'mvn',
      args: [
        '-B',
        '-ntp',
        `${PLUGIN}:${goal}`,
        `-Dartifact=${source.artifact}`,
        `-DoutputDirectory=${draft}`,
      ],
      cwd: draft,
      env,
      logFile,
      signal,
    });
  await maven('copy');
  const file = join(draft, artifactFile(source.artifact));
  const found = await sha256Of(file);
  if (found !== source.sha256) {
    const what = `${name}: ${source.artifact} from Maven has the SHA-256 ${found}, not ${source.sha256}`;
    throw new Error(`${what}: it is not used. Remove it from the local repository (~/.m2) and try again.`);
  }
  if (source.inside === undefined) return;
  await maven('unpack');
  await rm(file);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
