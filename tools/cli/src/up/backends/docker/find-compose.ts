import { type Asking, askTool } from '../../../host/ask-tool.ts';

const OTHER_WAY = 'or run the back ends as processes: npm start -- --backends native.';
const OLDEST = 2;

/** The words that a compose command line begins with. Rejects with a sentence where Docker cannot be used. */
export async function findCompose(asking: Asking): Promise<readonly string[]> {
  const ask = (command: string, ...args: string[]) => askTool(command, args, asking);
  const daemon = await ask('docker', 'version', '--format', '{{.Server.Version}}');
  if (daemon.code === undefined) {
    throw new Error(
      `Docker is not installed (no "docker" on the PATH): install it with its compose plugin, ${OTHER_WAY}`,
    );
  }
  if (daemon.code !== 0) {
    const says = daemon.stderr.trim().split('\n').at(-1);
    throw new Error(
      `The Docker daemon cannot be used ("${says}"): start it, or let this user use it, ${OTHER_WAY}`,
    );
  }
  for (const words of [['docker', 'compose'], ['docker-compose']]) {
    const [command = '', ...args] = words;
    const { code, stdout } = await ask(command, ...args, 'version', '--short');
    // One that is built from its module calls itself "dev".
    const isOld = Number.parseInt(stdout.replace(/^v/, ''), 10) < OLDEST;
    if (code === 0 && !isOld) return words;
  }
  throw new Error(
    `Docker has no compose of version ${OLDEST} or newer: install its compose plugin, or build one with "npx mesh native compose" and put it on the PATH, ${OTHER_WAY}`,
  );
}
