// What samples a service, for a container where there is no `mesh` command and whose ports others reach by no loopback
// address: `node print-sampling.js 127.0.0.1:50050` prints it as JSON, or says on stderr why it cannot and exits with 1.

import type { ProtoGrpcType } from '@mesh/protos/gen/admin';
import type { AdminServiceDefinition } from '@mesh/protos/gen/mesh/admin/v1/AdminService';
import { connect } from './connect.ts';
import { loadProto } from './load-proto.ts';

const LIMIT_MS = 2000;

const [address = '127.0.0.1:50050'] = process.argv.slice(2);
const { AdminService } = loadProto<ProtoGrpcType>('mesh/admin/v1/admin.proto').root.mesh.admin.v1;
const { client, close } = connect<AdminServiceDefinition>(AdminService, address, address);
const scope = { signal: new AbortController().signal, deadline: Date.now() + LIMIT_MS };
try {
  const { reportJson } = await client.getSampling({}, scope);
  process.stdout.write(`${JSON.stringify(JSON.parse(reportJson), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  close();
}
