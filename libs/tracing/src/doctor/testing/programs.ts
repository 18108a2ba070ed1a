/** One call of a service to itself, in plain JavaScript, with a line in the handler. */
const BODY = `
const same = (bytes) => bytes;
const List = {
  path: '/shop.v1.CartService/List', requestStream: false, responseStream: false,
  requestSerialize: same, requestDeserialize: same, responseSerialize: same, responseDeserialize: same,
};
const Cart = makeClientConstructor({ List }, 'Cart');
const log = createLogger();
const server = new Server();
server.addService({ List }, { List: (_call, done) => { log.info('handled'); done(null, Buffer.alloc(0)); } });
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_error, port) => {
  const client = new Cart('127.0.0.1:' + port, credentials.createInsecure());
  client.List(Buffer.alloc(0), () => {
    client.close();
    server.tryShutdown(() => {});
  });
});
`;

const PARTS = '{ Server, ServerCredentials, credentials, makeClientConstructor }';
const LOGGER = `import { createLogger } from '@mesh/tracing';`;

const commonJs = (first: string, module = '@grpc/grpc-js') =>
  `${first}const ${PARTS} = require('${module}');\nconst { createLogger } = require('@mesh/tracing');\n${BODY}`;

const esModule = (imports: string) => `${imports}\n${LOGGER}\n${BODY}`;

const NAMES = `import ${PARTS} from '@grpc/grpc-js';`;
const LATE = `import '@mesh/tracing/register';`;

/** The ways in which a program can load grpc-js, by the name of its file. */
export const programs: Readonly<Record<string, string>> = {
  'common.cjs': commonJs(''),
  'namespace.mjs': esModule(`import * as grpc from '@grpc/grpc-js';\nconst ${PARTS} = grpc;`),
  'names.mjs': esModule(NAMES),
  'default.mjs': esModule(`import grpc from '@grpc/grpc-js';\nconst ${PARTS} = grpc;`),
  'names.mts': esModule(NAMES),
  'late.mjs': esModule(`${NAMES}\n${LATE}`),
  'not-early.mjs': esModule(`${LATE}\n${NAMES}`),
  'early.cjs': commonJs(`require('@mesh/tracing/register');\n`),
  'late.cjs': `${commonJs('')}\nrequire('@mesh/tracing/register');\n`,
  'two-copies.cjs': commonJs(`require('second');\n`),
  'newer-api.cjs': commonJs(`require('newer');\n`),
  'older-api.cjs': commonJs(`require('older');\n`),
  'sdk-inside.cjs': commonJs(`require('@opentelemetry/sdk-node');\n`),
  'empty.cjs': '',
  'late-pg.mjs': `import 'pg';\n${LATE}\n`,
  'grpc-first.cjs': `require('@grpc/grpc-js');\n`,
  'other-sdk.cjs': `require('@opentelemetry/api').trace.setGlobalTracerProvider({ getTracer() {} });\n`,
};

/** Packages that bring a copy of their own of what the program has, by name: the package, and the version it claims. */
export const nested: Readonly<Record<string, readonly [name: string, version: string]>> = {
  second: ['@grpc/grpc-js', '1.14.7'],
  newer: ['@opentelemetry/api', '1.99.0'],
  older: ['@opentelemetry/api', '1.9.0'],
};
