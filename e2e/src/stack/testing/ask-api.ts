/** An answer, as far as a reader may rely on it: what a refusal says is the store's own, that it says something is not. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** GETs a path and brings what comes in any order into one. */
export async function askApi(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) return { status: response.status, body: text.trim() === '' ? 'nothing' : 'a reason' };
  return { status: response.status, body: inOrder(withoutStats(JSON.parse(text))) };
}

/** Loki tells of its work, which is not the same twice. */
function withoutStats(body: { data?: { stats?: unknown } }): unknown {
  if (body.data) delete body.data.stats;
  return body;
}

/** What Jaeger remarks about a span that it gives back, which is no part of the span. */
function isRemark(item: unknown): boolean {
  return String(Object(item).key).startsWith('@jaeger@');
}

/** Lists of objects sorted by their text, but for the lines of a stream, whose order is an answer. */
function inOrder(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.filter((item) => !isRemark(item)).map((item) => inOrder(item));
    return name === 'values' ? items : items.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner, key)]));
}

const textOf = (value: unknown) => JSON.stringify(value);
