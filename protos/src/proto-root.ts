import { fileURLToPath } from 'node:url';

/** The folder that imports in .proto files are relative to. The same from `src` and from `dist`. */
export const protoRoot = fileURLToPath(new URL('..', import.meta.url));
