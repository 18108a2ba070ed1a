/** `1.20 %` of 0.012; a dash where there is none. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const digits = (100 * share).toFixed(Math.abs(share) < 0.0995 ? 2 : 1);
  return `${Number(digits) === 0 ? '0.00' : digits} %`;
}

/** The same with the sign of a deviation. */
export function deviation(share: number): string {
  const text = percent(share);
  return /^[1-9]|^0\.0*[1-9]/.test(text) ? `+${text}` : text;
}
