import { type Box, isInside, overlap } from './box.ts';

export interface Labelled {
  readonly label: string;
  /** The middle of the point. */
  readonly x: number;
  readonly y: number;
}

export const LABEL_HEIGHT = 15;
/** Of a digit or letter at 12 pixels in the widest of the usual fonts. */
const LETTER_WIDTH = 7;
const POINT = 6;
const DISTANCES = [10, 20, 32, 46, 62, 80, 100];
const DIRECTIONS = 16;

/**
 * A box for each label that touches no point and no other label, as near to its point as one was free, to the right
 * before all other sides.
 *
 * @throws Error when there is no room for one
 */
export function placeLabels(points: readonly Labelled[], area: Box): Box[] {
  const taken = points.map(({ x, y }) => ({
    x: x - POINT,
    y: y - POINT,
    width: 2 * POINT,
    height: 2 * POINT,
  }));
  return points.map((point) => {
    const box = candidates(point).find(
      (one) => isInside(one, area) && !taken.some((other) => overlap(one, other)),
    );
    if (!box) throw new Error(`There is no room for "${point.label}" in the picture.`);
    taken.push(box);
    return box;
  });
}

function candidates({ label, x, y }: Labelled): Box[] {
  const width = label.length * LETTER_WIDTH;
  return DISTANCES.flatMap((distance) =>
    Array.from({ length: DIRECTIONS }, (_, at) => {
      const angle = (2 * Math.PI * at) / DIRECTIONS;
      const [dx, dy] = [Math.cos(angle) * distance, Math.sin(angle) * distance];
      // The near end of the label, or its middle straight above and below.
      const shift = (Math.cos(angle) - 1) / 2;
      return { x: x + dx + shift * width, y: y - dy - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT };
    }),
  );
}
