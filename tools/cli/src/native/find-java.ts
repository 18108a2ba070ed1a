import { join } from 'node:path';
import { type Asking, askTool } from '../host/ask-tool.ts';

const OLDEST = 17;

/** A Java of 17 or newer. */
export interface Java {
  readonly command: string;
  /** Its folder, as JAVA_HOME names it. */
  readonly home: string;
}

/** The machine's Java: that of JAVA_HOME, or on the PATH. Rejects with a sentence where it is missing or too old. */
export async function findJava(asking: Asking): Promise<Java> {
  const { JAVA_HOME } = asking.env;
  const command = JAVA_HOME ? join(JAVA_HOME, 'bin/java') : 'java';
  const { code, stderr } = await askTool(command, ['-XshowSettings:properties', '-version'], asking);
  const property = (name: string) => new RegExp(`^ *${name} = (.*)$`, 'm').exec(stderr)?.[1]?.trim();
  const home = property('java\\.home');
  const version = property('java\\.specification\\.version');
  if (code === 0 && home !== undefined && Number(version) >= OLDEST) return { command, home };
  const found = code === undefined ? `no "${command}"` : `"${command}" is ${version ?? 'none that answers'}`;
  throw new Error(
    `Zipkin and Elasticsearch need a Java of ${OLDEST} or newer (${found}): install one and set JAVA_HOME to it, or leave --with out.`,
  );
}
