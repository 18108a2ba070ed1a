import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureOf } from './picture/picture.ts';
import { coverageTable } from './report/coverage-table.ts';
import { simulateAll } from './simulation/simulate-all.ts';

test('every policy is simulated, and keeps what it is for', () => {
  const said: string[] = [];
  const simulated = simulateAll(10_000, (sentence) => said.push(sentence));
  const coverage = (name: string) => {
    const found = simulated.find(({ policy }) => policy.name === name);
    assert.ok(found, name);
    return found.coverage;
  };
  assert.equal(said.length, simulated.length);
  const { kept, errors, slow, countError } = coverage('always');
  assert.deepEqual({ kept, errors, slow, countError }, { kept: 1, errors: 1, slow: 1, countError: 0 });
  // Ten deviations of a binomial with 100 kept.
  assert.ok(Math.abs(coverage('ratio').kept - 0.01) < 0.01, `${coverage('ratio').kept}`);
  assert.ok(coverage('floor').kept > coverage('ratio').kept);
  assert.equal(coverage('tail').errors, 1);
  // Their failures and slow requests come at a rate that is within the budget, but for the worst trouble.
  assert.ok(coverage('capture').errors > 0.9 && coverage('capture').slow > 0.9);
  assert.equal(coverage('capture').countError, coverage('ratio').countError);
  assert.ok(coverage('capture').kept < 0.05, `${coverage('capture').kept}`);
  assert.match(coverageTable(simulated), /\| `always` +\| every trace +\| 100.0 % /);

  const picture = pictureOf(simulated, [{ name: 'always', parts: [2, 1], note: '3 ms' }]);
  for (const { policy } of simulated) assert.ok(picture.includes(`>${policy.name}</text>`), policy.name);
});
