/** How large a bar is run: whole under `npm run test:soak`, a hundredth of it in `npm test`. */
export function size(whole: number): number {
  // biome-ignore lint/style/noProcessEnv: tests have no main that could hand it in
  return process.env['SOAK'] ? whole : Math.ceil(whole / 100);
}
