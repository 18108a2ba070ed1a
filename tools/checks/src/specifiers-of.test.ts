import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specifiersOf } from './specifiers-of.ts';

const open = 'import(';

test('every way to import another module is seen', () => {
  const text = [
    `import a from 'one';`,
    `import type {`,
    `  B,`,
    `} from "two";`,
    `export * from 'three';`,
    `import 'four';`,
    `const five = await ${open}'five');`,
    `type Six = ${open}'six').Six;`,
    `const seven = import.meta.resolve('seven');`,
  ].join('\n');
  assert.deepEqual(specifiersOf(text).sort(), ['five', 'four', 'one', 'seven', 'six', 'three', 'two']);
});

test('text that only looks like an import is not one', () => {
  assert.deepEqual(
    specifiersOf(`const from = 'x';\nexport const list = Array.from('abc');\n * import 'y';`),
    [],
  );
});
