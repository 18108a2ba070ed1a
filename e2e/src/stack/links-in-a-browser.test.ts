import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Line, readLines } from '../testing/read-lines.ts';
import { until } from '../testing/until.ts';
import { queryLoki } from './grafana/ask-loki.ts';
import { chromiumIsHere, openBrowser } from './grafana/browser.ts';
import { decodeExploreUrl } from './grafana/explore-url.ts';
import { type JaegerUi, jaegerUiIsHere, unpackJaegerUi } from './grafana/jaeger-ui.ts';
import { type CrowdedOrder, placeOrderInACrowd, whole } from './grafana/order-in-a-crowd.ts';
import { openStack, type Stack } from './testing/open-stack.ts';
import { needs } from './testing/parts.ts';

const skip = needs('jaeger-ui', jaegerUiIsHere).skip || needs('chromium', chromiumIsHere).skip;

let ui: JaegerUi;
let stack: Stack;
let order: CrowdedOrder;
let browser: Browser;
let page: Page;

before(async () => {
  if (skip) return;
  ui = await unpackJaegerUi();
  stack = await openStack({ variables: { JAEGER_UI_ASSETS: ui.folder } });
  order = await placeOrderInACrowd(stack);
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1400, height: 1400 } });
  await page.goto(order.links['trace'] ?? '');
});
after(async () => {
  await browser?.close();
  await stack?.close();
  await ui?.remove();
});

test("the gateway's link opens the trace on Jaeger's page, with every service and span", {
  skip,
}, async () => {
  const rows = page.locator('.span-svc-name');
  await rows.nth(whole.spans - 1).waitFor();
  const names = (await rows.allInnerTexts()).map((name) => name.trim());
  assert.deepEqual([...new Set(names)], ['gateway', 'order', 'inventory']);
  assert.equal(await rows.count(), whole.spans);
  assert.ok((await page.title()).includes(order.traceId.slice(0, 7)));
});

test("the gateway's other link answers with the lines of the trace", { skip }, async () => {
  const response = await fetch(order.links['logs'] ?? '');
  assert.equal(response.status, 200);
  const answer = await response.text();
  assert.equal(answer.split(order.traceId).length - 1, (await readLines(stack, order.traceId)).length);
});

test('a click at the head of the page leads to the lines of the trace, and to no others', {
  skip,
}, async () => {
  const lines = await click(page, 'Log lines of this trace');
  assert.equal(lines.length, whole.lines);
  for (const { labels } of lines) assert.equal(labels['trace_id'], order.traceId);
});

test('a click at a span leads to the lines of its process in this trace, and to no others', {
  skip,
}, async () => {
  const words = 'Log lines of this process in this trace';
  const processOfSpan = page.getByText('Process:').first();
  await unfold(page.locator('.span-view').nth(2), processOfSpan);
  await unfold(processOfSpan, page.getByTitle(words).first());
  const lines = await click(page, words);
  assert.equal(lines.length, 2);
  for (const { labels } of lines) {
    assert.equal(labels['trace_id'], order.traceId);
    assert.equal(labels['service_name'], 'order');
  }
});

/** Clicks until what it unfolds is there: the page loses a click that comes while it lays itself out. */
async function unfold(header: Locator, content: Locator): Promise<void> {
  await until('the page to unfold', async () => {
    if (!(await content.isVisible())) await header.click();
    return await content.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  });
}

/** Clicks a link by its words and runs what the page that it opens would ask for; no Grafana answers there. */
async function click(from: Page, words: string): Promise<Line[]> {
  const context = from.context();
  await context.route('http://127.0.0.1:3000/**', (route) => route.fulfill({ body: 'Grafana' }));
  const [opened] = await Promise.all([context.waitForEvent('page'), from.getByTitle(words).first().click()]);
  await opened.waitForURL(/\/explore\?/);
  const { datasourceUid, ...query } = decodeExploreUrl(opened.url());
  assert.equal(datasourceUid, 'loki');
  await opened.close();
  return await queryLoki(stack.lokiUrl, query);
}
