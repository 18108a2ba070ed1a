import { lookup } from 'node:dns/promises';
import type { Java } from '../../../native/find-java.ts';
import { reachable } from '../../../reachable.ts';
import { answersOk } from '../../probes.ts';
import type { Program } from '../../program.ts';
import type { NativeContext } from './native-context.ts';
import { nativeProgram } from './native-program.ts';

/** Zipkin; it keeps its traces in memory, the newest 500 000 spans. It listens on an IP address, and takes no name. */
export async function zipkinProgram(context: NativeContext, java: Java, jar: string): Promise<Program> {
  const { config } = context;
  const ip = await lookup(config.HOST, { family: 4 });
  const port = (name: string, value: string | number) => `--armeria.ports[0].${name}=${value}`;
  const address = reachable(config.HOST, config.ZIPKIN_PORT);
  return nativeProgram(context, {
    name: 'zipkin',
    command: java.command,
    args: [
      '-Xmx256m',
      '-jar',
      jar,
      port('port', config.ZIPKIN_PORT),
      port('ip', ip.address),
      port('protocols[0]', 'http'),
    ],
    env: {},
    isReady: () => answersOk(`http://${address}/health`),
  });
}
