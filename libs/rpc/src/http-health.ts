import http from 'node:http';

/** @returns what is wrong, or nothing where the answer is 200. Rejects with what the socket says. */
export function httpHealth(url: string, signal: AbortSignal): Promise<string | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  const request = http.get(url, { agent: false, signal }, ({ statusCode }) => {
    resolve(statusCode === 200 ? undefined : `it answered ${statusCode}`);
    request.destroy();
  });
  request.on('error', reject);
  return promise;
}
