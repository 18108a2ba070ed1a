/** Posts one request of OTLP/JSON and answers the status; 0 where nobody answers. */
export async function postOtlp(url: string, request: object): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
