/** `1.2 %` of 0.012; a dash where there is none. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(Math.abs(share) < 0.0995 ? 2 : 1)} %` : '–';
}

/** The same with the sign of a deviation. */
export function deviation(share: number): string {
  return share > 0 ? `+${percent(share)}` : percent(share);
}
