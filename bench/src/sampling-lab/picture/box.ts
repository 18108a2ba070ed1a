/** In pixels, y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function isInside(a: Box, outer: Box): boolean {
  const right = outer.x + outer.width;
  const bottom = outer.y + outer.height;
  return a.x >= outer.x && a.y >= outer.y && a.x + a.width <= right && a.y + a.height <= bottom;
}
