import { type Box, isInside } from './box.ts';
import { element, line, text } from './element.ts';
import { LABEL_HEIGHT, type Labelled, placeLabels } from './place-labels.ts';

/** One policy in a panel; both are shares, 0 to 1. */
export interface Point {
  readonly name: string;
  readonly cost: number;
  readonly coverage: number;
  /** `main` is in colour; `store` is hollow: what a store gets of what the services export. */
  readonly kind: 'usual' | 'main' | 'store';
}

const COST_TICKS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
const COVERAGE_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const RADIUS = 5;
const INSET = 12;

/** A panel: cost on a logarithmic axis from left to right, coverage upwards. */
export function scatter(title: string, costTitle: string, points: readonly Point[], area: Box): string {
  const scale = scaleOf(points, area);
  // Its label gets the best place.
  const isMain = ({ kind }: Point) => Number(kind === 'main');
  const placed = points
    .toSorted((a, b) => isMain(b) - isMain(a))
    .map((point) => ({
      point,
      label: point.name,
      x: scale.x(point.cost),
      y: scale.y(point.coverage),
    }));
  const boxes = placeLabels(placed, { ...area, y: area.y - 2 * INSET, height: area.height + 2 * INSET });
  return [
    text(title, area.x, area.y - 2 * INSET, { class: 'title' }),
    text(costTitle, area.x + area.width / 2, area.y + area.height + 40, {
      class: 'axis',
      'text-anchor': 'middle',
    }),
    ...ticks(scale, area),
    ...placed.flatMap((one, at) => leader(one, boxes[at] as Box)),
    ...placed.map(({ x, y, point }) => dot(x, y, point)),
    ...placed.map((one, at) => label(one, boxes[at] as Box)),
  ].join('\n');
}

interface Scale {
  x(cost: number): number;
  y(coverage: number): number;
  readonly low: number;
}

function scaleOf(points: readonly Point[], { x, y, width, height }: Box): Scale {
  const least = Math.min(...points.map(({ cost }) => cost));
  const low = COST_TICKS.findLast((tick) => tick <= least) ?? COST_TICKS[0] ?? least;
  const share = (cost: number) => Math.max(0, 1 - Math.log(cost) / Math.log(low));
  return {
    x: (cost) => x + INSET + share(cost) * (width - 2 * INSET),
    y: (coverage) => y + INSET + (1 - coverage) * (height - 2 * INSET),
    low,
  };
}

function ticks(scale: Scale, { x, y, width, height }: Box): string[] {
  const bottom = y + height;
  const percent = (share: number) => `${share * 100} %`;
  return [
    ...COVERAGE_TICKS.flatMap((tick) => [
      line(x, scale.y(tick), x + width, scale.y(tick), 'grid'),
      text(percent(tick), x - 8, scale.y(tick) + 4, { class: 'tick', 'text-anchor': 'end' }),
    ]),
    ...COST_TICKS.filter((tick) => tick >= scale.low).flatMap((tick) => [
      line(scale.x(tick), y, scale.x(tick), bottom, 'grid'),
      text(percent(tick), scale.x(tick), bottom + 18, { class: 'tick', 'text-anchor': 'middle' }),
    ]),
  ];
}

function dot(cx: number, cy: number, { kind }: Point): string {
  return element('circle', { cx, cy, r: RADIUS, class: `dot ${kind}` });
}

function label({ label: name, point }: Labelled & { point: Point }, box: Box): string {
  const middle = box.x + box.width / 2;
  const attributes = { class: `label ${point.kind}`, 'text-anchor': 'middle' };
  return text(name, middle, box.y + LABEL_HEIGHT - 3, attributes);
}

/** From the point to its label where that is not beside it. */
function leader({ x, y }: Labelled, box: Box): string[] {
  const nearX = Math.min(Math.max(x, box.x), box.x + box.width);
  const nearY = Math.min(Math.max(y, box.y), box.y + box.height);
  const around = { x: x - 3 * RADIUS, y: y - 3 * RADIUS, width: 6 * RADIUS, height: 6 * RADIUS };
  return isInside({ x: nearX, y: nearY, width: 0, height: 0 }, around)
    ? []
    : [line(x, y, nearX, nearY, 'leader')];
}
