const TIMEOUT_MS = 2_000;

/**
 * The build of Maven Central has no templates of its own, and without one the collector's data stream is not made: each
 * line would fail with 404.
 */
const TEMPLATE = { index_patterns: ['logs-*'], data_stream: {} };

/** Whether the server has taken the template: then it is ready. */
export async function putTemplate(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_index_template/mesh`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(TEMPLATE),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
