/** The name of what the program has no method or route for. */
const other = '_OTHER';
/** Tags whose value is part of a span's name. */
const inName = ['http.request.method', 'http.route', 'url.path', 'rpc.service', 'rpc.method', 'db.namespace'];
const statements = ['db.query.text', 'db.statement'];

/** A span's name as the program wrote it: Zipkin keeps it in lower case, the tags keep the parts of it as they were. */
export function zipkinName(name: string, tags: Readonly<Record<string, string>>): string {
  if (name.toUpperCase() === other) return other;
  const verbs = statements.map((tag) => tags[tag]?.trim().split(/\s/)[0]);
  const parts = [...inName.map((tag) => tags[tag]), ...verbs];
  return parts.reduce<string>((written, part = '') => {
    const at = part === '' ? -1 : written.toLowerCase().indexOf(part.toLowerCase());
    return at < 0 ? written : written.slice(0, at) + part + written.slice(at + part.length);
  }, name);
}
