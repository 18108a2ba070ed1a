import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DEFAULT_IMPORT = /\bimport\s+(?!type\b)[\w$]+\s*(?:,[^;'"]*)?\bfrom\s*['"]@grpc\/grpc-js['"]/;

/** Of the given ES modules those that have the default import of grpc-js. */
export function findDefaultImports(modules: Iterable<string>): string[] {
  return [...modules].flatMap((url) => {
    try {
      const file = fileURLToPath(url);
      return DEFAULT_IMPORT.test(readFileSync(file, 'utf8')) ? [file] : [];
    } catch {
      return [];
    }
  });
}
