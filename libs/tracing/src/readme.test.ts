import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { meshRules } from './env/mesh-rules.ts';
import { otelRules } from './env/otel-rules.ts';
import { refusedVariables } from './env/refused-variables.ts';
import { samplingRules } from './env/sampling-rules.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [table = '', refused = ''] = (readme.split('## Variables')[1] ?? '').split('Refused, each with');
const namesIn = (text: string) => [...text.matchAll(/`((?:OTEL|MESH)_[A-Z_]+)`/g)].map(([, name]) => name);

test('the table of variables names those that are honoured, each once, and no other', () => {
  const first = table.split('\n').map((row) => row.split('|')[1] ?? '');
  assert.deepEqual(
    namesIn(first.join('\n')).toSorted(),
    Object.keys({ ...otelRules, ...meshRules, ...samplingRules({}) }).toSorted(),
  );
});

test('the list of variables that are refused is whole', () => {
  const names = namesIn(refused.split('\n## ')[0] ?? '');
  assert.deepEqual(names.toSorted(), Object.keys(refusedVariables).toSorted());
});
