import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { expectDocument } from '../call-endings/testing/expect-document.ts';
import { type Collector, startCollector } from '../testing/collector.ts';
import { size } from '../testing/size.ts';
import type { Trap } from './finding.ts';
import { buildPrograms, type Programs } from './testing/build-programs.ts';
import { renderLoadingDocument } from './testing/render-loading-document.ts';
import { runWay } from './testing/run-way.ts';
import { WAYS } from './testing/ways.ts';

let programs: Programs;
let collector: Collector;
const held = new AsyncDisposableStack();

before(async () => {
  collector = held.use(await startCollector());
  programs = held.use(await buildPrograms());
});
after(() => held.disposeAsync());

/** How the sentence of each trap begins, and its cure. */
const SENTENCES: Readonly<Record<Trap, RegExp>> = {
  'no-preload': /^Nothing is traced, .*: start it with `node --import @mesh\/tracing\/register/,
  'preload-late':
    /^No call of (@grpc\/grpc-js|pg) [\d.]+ .* imports @mesh\/tracing\/register itself, .*: take that/,
  'preload-twice': /^Two copies of the preload .*register-copy\.mjs\): name one of them only/,
  'loaded-before': /^No call of @grpc\/grpc-js 1\.14\.7 .* another preload loaded it .*: put .* first/,
  'grpc-bundled': /^No call of the @grpc\/grpc-js that is bundled into \S+bundle\.[cm]js .*: leave it out/,
  'grpc-copies': /^2 copies of @grpc\/grpc-js .*second.*: `npm ls/,
  'grpc-default-import': /^The calls that \S+default\.mjs makes .*: write `import \* as grpc`/,
  'api-copies': /@opentelemetry\/api 1\.99\.0 \(\S+newer\S+\) are lost, .*: install 1\.10\.0 for both/,
  'foreign-tracing':
    /^This process also loads (@opentelemetry\/sdk-node|another SDK of OpenTelemetry), .*: take it out/,
};

describe('a program is traced, or a sentence says why it is not:', { concurrency: 2 }, () => {
  for (const [index, way] of WAYS.entries()) {
    if (way.isRare && size(100) === 1) continue;
    const flags = way.flags.filter((flag) => flag.startsWith('--')).join(' ');
    test(`${way.name} ${flags}`, async () => {
      const seen = await runWay(way, `way-${index}`, programs, collector);
      assert.equal(seen.code, 0, seen.stderr);
      assert.deepEqual([seen.spans, seen.hasIds], [way.spans, way.hasIds], seen.stderr);
      assert.equal(seen.warnings.length, way.traps.length, seen.stderr);
      for (const trap of way.traps) {
        assert.ok(
          seen.warnings.some((warning) => SENTENCES[trap].test(warning)),
          seen.stderr,
        );
      }
    });
  }
});

test('the page about loading is made of these ways', () => {
  expectDocument('loading.md', renderLoadingDocument(WAYS));
});
