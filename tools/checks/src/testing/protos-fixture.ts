import { readFileSync } from 'node:fs';
import type { Files } from './make-repository.ts';

const protos = new URL('../../../../protos/', import.meta.url);
const own = (file: string) => readFileSync(new URL(file, protos), 'utf8');

export const proto = `syntax = "proto3";

package mesh.echo.v1;

service EchoService {
  rpc Echo(EchoRequest) returns (EchoResponse);
}

message EchoRequest {
  string text = 1;
}

message EchoResponse {
  string text = 1;
}
`;

/** A protos workspace with one service, and with the scripts, the options and the buf settings of the real one. */
export function protosFixture(): Record<keyof Files, string> {
  return {
    'protos/package.json': own('package.json'),
    'protos/buf.yaml': own('buf.yaml'),
    'protos/src/loader-options.ts': own('src/loader-options.ts'),
    'protos/mesh/echo/v1/echo.proto': proto,
  };
}
