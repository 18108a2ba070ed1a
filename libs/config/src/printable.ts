/** The configuration as it may be logged: a URL that can hold a password shows only its server and path. */
export function printable(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, withoutSecret(value)]));
}

function withoutSecret(value: unknown): unknown {
  if (typeof value !== 'string' || !URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.username === '' && url.password === '' && !/^postgres/.test(url.protocol)) return value;
  // Parameters of a connection string can be secrets as well.
  return `${url.protocol}//${url.host}${url.pathname}`;
}
