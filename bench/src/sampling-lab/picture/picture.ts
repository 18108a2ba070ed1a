import type { Coverage } from '../simulation/coverage.ts';
import type { Simulated } from '../simulation/simulated.ts';
import { type Bar, bars } from './bars.ts';
import type { Box } from './box.ts';
import { element } from './element.ts';
import { type Point, scatter } from './scatter.ts';
import { STYLE } from './style.ts';

const WIDTH = 1240;
const HEIGHT = 980;
const COST = 'spans that the services export, as a share of all (logarithmic)';

/** What stands on its own: cost against three kinds of coverage, and what was measured of the cost. */
export function pictureOf(simulated: readonly Simulated[], cost: readonly Bar[]): string {
  const panel = (title: string, share: (coverage: Coverage) => number, area: Box) =>
    scatter(
      title,
      COST,
      simulated.flatMap((one) => pointsOf(one, share(one.coverage))),
      area,
    );
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' },
    element('title', {}, 'Cost of each sampling policy against what it keeps'),
    element('style', {}, STYLE),
    element('rect', { width: WIDTH, height: HEIGHT, class: 'ground' }),
    panel('Failed requests kept (simulation)', ({ errors }) => errors, cell(0, 0)),
    panel('Slow requests kept (simulation)', ({ slow }) => slow, cell(1, 0)),
    panel('Calls of rare operations kept (simulation)', ({ rare }) => rare, cell(0, 1)),
    bars('CPU per request (replay on the services)', ['services', 'collector'], cost, cell(1, 1)),
  );
}

function cell(column: number, row: number): Box {
  return { x: 70 + column * 610, y: 70 + row * 480, width: 530, height: 350 };
}

/** A collector has two costs: its services export all, and its store gets what it keeps. */
function pointsOf({ policy: { name, after }, coverage: { kept } }: Simulated, share: number): Point[] {
  // What never came cannot be kept: a short run has no call of a rare operation.
  const coverage = Number.isFinite(share) ? share : 0;
  if (after !== 'tail')
    return [{ name, cost: kept, coverage, kind: name === 'production' ? 'main' : 'usual' }];
  return [
    { name, cost: 1, coverage, kind: 'usual' },
    { name: `${name}, stored`, cost: kept, coverage, kind: 'store' },
  ];
}
