import { credentials, makeGenericClientConstructor, Server, ServerCredentials } from '@grpc/grpc-js';
import { createLogger } from '@mesh/tracing';
import { definition } from './definition.cjs';

const log = createLogger();
const server = new Server();
server.addService(definition, {
  Say({ request }, callback) {
    log.info('called', { text: request.toString() });
    callback(null, request);
  },
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_, port) => {
  const Client = makeGenericClientConstructor(definition, 'Echo');
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  client.Say(Buffer.from('ESM'), (error) => {
    if (error) throw error;
    client.close();
    server.forceShutdown();
  });
});
