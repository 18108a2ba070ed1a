import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProgram } from '../testing/run-program.ts';
import { until } from '../testing/until.ts';
import { queryPrometheus } from './grafana/ask-prometheus.ts';
import { readAlerts, readRuleTests, ruleTestFiles } from './grafana/rule-files.ts';
import { shortenRules } from './grafana/shorten-rules.ts';
import { firingAlerts, untilCleared, untilFiring } from './grafana/until-alert.ts';
import { nativePath } from './testing/native-path.ts';
import { type Stack, startStack } from './testing/open-stack.ts';
import { runSteadyLoad } from './testing/steady-load.ts';

const rules = await readAlerts();

test('promtool sees every rule fire with its words, and clear', async () => {
  const args = ['test', 'rules', ...ruleTestFiles()];
  const { code, stdout, stderr } = await runProgram(await nativePath('promtool'), args, {});
  assert.equal(code, 0, stdout + stderr);
});

test('no rule is without a test in which it fires, and one in which it has cleared after that', async () => {
  const cases = [...(await readRuleTests()).values()].flatMap(({ tests }) => tests);
  for (const { alert } of rules) {
    const proof = cases.some(({ alert_rule_test: looks = [] }) => {
      const own = looks.filter(({ alertname }) => alertname === alert);
      const fires = own.findIndex(({ exp_alerts: alerts = [] }) => alerts.length > 0);
      return fires >= 0 && (own.at(-1)?.exp_alerts ?? []).length === 0 && fires < own.length - 1;
    });
    assert.ok(proof, alert);
  }
});

test('every rule says what is wrong and what to do about it', () => {
  for (const { alert, annotations } of rules)
    assert.deepEqual(Object.keys(annotations), ['summary', 'description'], alert);
});

test('on the real stack every metric that a rule asks for is there; two rules fire and clear', async (t) => {
  // With a key there are marks to count.
  const stack = await startStack(t, { variables: { MESH_SAMPLING_MARK_KEYS: `test:${'k'.repeat(32)}` } });
  await order(stack, 5);
  await t.test('every metric', () => everyMetricIsThere(stack));
  await shortenRules(stack);
  await t.test('a store that hangs: BackEndDown', () => backEndDown(stack));
  await t.test('a neighbour that hangs: MeshErrorShareHigh', () => errorShareHigh(stack));
});

/** These begin with the first failure of their kind. */
const bornLate = ['otelcol_exporter_enqueue_failed_.+', 'otelcol_exporter_send_failed_.+'];

async function everyMetricIsThere(stack: Stack): Promise<void> {
  const names = new Set(rules.flatMap(({ expr }) => expr.match(/\b[a-z0-9]+_\w+(?=[{[])|\bup\b/g) ?? []));
  assert.ok(names.size >= 9, [...names].join(' '));
  for (const name of names)
    await until(name, async () => (await queryPrometheus(stack.prometheusUrl, { expr: name })).length > 0);
  const patterns = new Set(rules.flatMap(({ expr }) => expr.match(/(?<=__name__=~")[^"]+/g) ?? []));
  assert.deepEqual([...patterns].sort(), bornLate);
}

async function backEndDown(stack: Stack): Promise<void> {
  assert.deepEqual(await firingAlerts(stack, 'BackEndDown'), []);
  const loki = await stack.pidOf('loki');
  process.kill(loki, 'SIGSTOP');
  try {
    const [alert, ...others] = await untilFiring(stack, 'BackEndDown');
    assert.deepEqual(others, []);
    assert.equal(alert?.labels['job'], 'loki');
    assert.equal(alert?.annotations['summary'], 'loki does not answer');
  } finally {
    process.kill(loki, 'SIGCONT');
  }
  await untilCleared(stack, 'BackEndDown');
}

async function errorShareHigh(stack: Stack): Promise<void> {
  assert.deepEqual(await firingAlerts(stack, 'MeshErrorShareHigh'), []);
  const inventory = await stack.pidOf('inventory');
  process.kill(inventory, 'SIGSTOP');
  try {
    const failing = order(stack, 60);
    const alerts = await untilFiring(stack, 'MeshErrorShareHigh');
    assert.match(alerts[0]?.annotations['summary'] ?? '', /^(gateway|order) fails .*% of its calls$/);
    await failing;
  } finally {
    process.kill(inventory, 'SIGCONT');
  }
  // Calls must go on for their share of failures to go down.
  for (const end = Date.now() + 90_000; (await firingAlerts(stack, 'MeshErrorShareHigh')).length > 0; ) {
    assert.ok(Date.now() < end, 'it clears');
    await order(stack, 10);
  }
}

function order({ gatewayUrl }: Stack, count: number) {
  return runSteadyLoad({ gatewayUrl, perSecond: 5, count });
}
