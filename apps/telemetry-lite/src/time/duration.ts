const nanosPerUnit = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
  d: 86400e9,
  w: 604800e9,
};

type Unit = keyof typeof nanosPerUnit;

/** The units of Go's time.ParseDuration, which Jaeger takes. */
export const goUnits: readonly Unit[] = ['ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h'];

/** The units of Prometheus's durations that Loki takes here (without years). */
export const prometheusUnits: readonly Unit[] = ['ms', 's', 'm', 'h', 'd', 'w'];

/** Nanoseconds of a duration such as `1.5s` or `1h30m`, or undefined when it is none. Negative ones are none. */
export function parseDuration(text: string, units: readonly Unit[]): bigint | undefined {
  if (text === '0') return 0n;
  const part = new RegExp(`(\\d+(?:\\.\\d*)?|\\.\\d+)(${units.join('|')})`, 'y');
  let nanos = 0;
  for (let at = 0; at < text.length; at = part.lastIndex) {
    part.lastIndex = at;
    const [, amount, unit] = part.exec(text) ?? [];
    if (unit === undefined) return undefined;
    nanos += Number(amount) * nanosPerUnit[unit as Unit];
  }
  return text === '' || !Number.isFinite(nanos) ? undefined : BigInt(Math.round(nanos));
}
