import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSync, type MessageTypeDefinition, type PackageDefinition } from '@grpc/proto-loader';
import { protoRoot } from '@mesh/protos';

interface FileDescriptor {
  readonly name: string;
  readonly dependency?: readonly string[];
}

const types = loadSync('google/protobuf/descriptor.proto', { keepCase: true });
const setType = types['google.protobuf.FileDescriptorSet'] as MessageTypeDefinition<
  object,
  { file: FileDescriptor[] }
>;
const fileType = types['google.protobuf.FileDescriptorProto'] as MessageTypeDefinition<
  FileDescriptor,
  object
>;

/**
 * The file and all it imports, for server reflection. They come from the image that buf made: the
 * descriptors that proto-loader makes have no imports, and strict clients refuse them.
 */
export function reflectedFiles(file: string): PackageDefinition {
  const image = setType.deserialize(readFileSync(join(protoRoot, 'image.binpb')));
  const byName = new Map(image.file.map((each) => [each.name, each]));
  const needed = new Set<string>([file]);
  for (const name of needed) for (const other of byName.get(name)?.dependency ?? []) needed.add(other);
  const files = image.file.filter(({ name }) => needed.has(name));
  return { [file]: { ...setType, fileDescriptorProtos: files.map(fileType.serialize) } };
}
