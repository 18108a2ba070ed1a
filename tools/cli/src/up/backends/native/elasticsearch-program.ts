import { dirname, join } from 'node:path';
import { serverAccount } from '@mesh/postgres';
import type { Java } from '../../../native/find-java.ts';
import { reachable } from '../../../reachable.ts';
import type { Program } from '../../program.ts';
import { copyForServer } from './copy-for-server.ts';
import { dataFolder } from './data-folder.ts';
import { putTemplate } from './elasticsearch-template.ts';
import type { NativeContext } from './native-context.ts';
import { nativeProgram } from './native-program.ts';

/**
 * Elasticsearch, ready when it takes lines. It writes into its own folder and refuses to run as root, so it runs from a
 * copy that belongs to the account that runs it.
 */
export async function elasticsearchProgram(
  context: NativeContext,
  java: Java,
  program: string,
): Promise<Program> {
  const { config, home } = context;
  const account = serverAccount();
  const folder = dataFolder(home, 'elasticsearch');
  const installed = dirname(dirname(program));
  const copy = await copyForServer(installed, folder, account);
  const settings = {
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    'network.host': config.HOST,
    'http.port': config.ELASTICSEARCH_PORT,
    'transport.port': config.ELASTICSEARCH_TRANSPORT_PORT,
    'discovery.type': 'single-node',
    'xpack.security.enabled': false,
    // A line that came before the template would make an index that does not fit it.
    'action.auto_create_index': false,
    // On a disk that is nearly full it would take no more lines.
    'cluster.routing.allocation.disk.threshold_enabled': false,
  };
  const url = `http://${reachable(config.HOST, config.ELASTICSEARCH_PORT)}`;
  return nativeProgram(context, {
    name: 'elasticsearch',
    command: join(copy, 'bin/elasticsearch'),
    args: Object.entries(settings).flatMap(([name, value]) => ['-E', `${name}=${value}`]),
    env: { ES_JAVA_HOME: java.home, ES_JAVA_OPTS: '-Xms512m -Xmx512m', HOME: folder },
    isReady: () => putTemplate(url),
    account,
  });
}
