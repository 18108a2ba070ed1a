import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseUpArguments } from './parse-arguments.ts';

const problemOf = (...args: string[]) => {
  const parsed = parseUpArguments(args);
  return 'problem' in parsed ? parsed.problem : assert.fail(`${args} is accepted`);
};

test('without words the back ends are the stand-in', () => {
  assert.deepEqual(parseUpArguments([]), { backends: 'lite', extras: [] });
});

test('the back ends are chosen by name, and others are added in any order', () => {
  assert.deepEqual(parseUpArguments(['--backends', 'docker']), { backends: 'docker', extras: [] });
  for (const words of [
    ['--with', 'elk,zipkin'],
    ['--with=zipkin', '--with=elk'],
  ]) {
    const parsed = parseUpArguments(['--backends=native', ...words]);
    assert.deepEqual(parsed, { backends: 'native', extras: ['zipkin', 'elk'] });
  }
});

test('another kind of back ends is refused with the three that there are', () => {
  assert.equal(problemOf('--backends=k8s'), '--backends must be lite, native or docker; it is "k8s".');
});

test('another back end to add is refused, and so is one where they are not native', () => {
  assert.match(problemOf('--backends=native', '--with=tempo'), /^--with takes zipkin, elk or .*"tempo"/);
  assert.match(problemOf('--with=zipkin'), /^--with needs --backends native, but they are lite\./);
});
