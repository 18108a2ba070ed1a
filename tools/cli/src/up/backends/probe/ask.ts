const TIMEOUT_MS = 2_000;

/** Whether an OTLP receiver takes the document. */
export async function sends(url: string, document: unknown): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  return (await ask(url, { method: 'POST', headers, body: JSON.stringify(document) })) !== undefined;
}

/** The JSON of a success, else undefined; also where the answer takes over 2 s. */
export async function ask(url: string, init: RequestInit = {}): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await response.text();
    return response.ok ? JSON.parse(text || '{}') : undefined;
  } catch {
    return undefined;
  }
}
