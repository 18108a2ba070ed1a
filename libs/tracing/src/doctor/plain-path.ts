import { fileURLToPath } from 'node:url';

/** A file as people name it: Node names ES modules by URL and CommonJS modules by path. */
export function plainPath(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : file;
}
