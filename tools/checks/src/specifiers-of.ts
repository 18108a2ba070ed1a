const PATTERNS = [
  /^(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^import\s*['"]([^'"]+)['"]/gm,
  /\bimport(?:\.meta\.resolve)?\s*\(\s*['"`]([^'"`]+)['"`]/g,
];

/**
 * What a source text imports: the specifiers of `import`, `export … from`, `import(…)` and
 * `import.meta.resolve(…)`. A scan by pattern, not a parser: static imports count only at the start of a line,
 * where the formatter puts them.
 */
export function specifiersOf(text: string): string[] {
  return PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}
