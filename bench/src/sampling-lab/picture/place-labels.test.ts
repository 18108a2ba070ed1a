import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overlap } from './box.ts';
import { placeLabels } from './place-labels.ts';

const AREA = { x: 0, y: 0, width: 500, height: 300 };

test('labels of points that lie on each other touch no point and no other label, and stay inside', () => {
  const places = [50, 52, 52, 60, 490, 490].map((x, at) => ({
    label: `policy ${at}`,
    x,
    y: at < 4 ? 290 : 10,
  }));
  const boxes = placeLabels(places, AREA);
  for (const [at, box] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) assert.ok(!overlap(box, other), `label ${at}`);
    for (const { x, y } of places) assert.ok(!overlap(box, { x, y, width: 1, height: 1 }), `label ${at}`);
    assert.ok(box.x >= 0 && box.x + box.width <= 500 && box.y >= 0 && box.y + box.height <= 300);
  }
});

test('a label that has no room is named', () => {
  const point = { label: 'far too long for this', x: 10, y: 10 };
  assert.throws(() => placeLabels([point], { ...AREA, width: 60 }), /no room for "far too long for this"/);
});
