import type { IncomingMessage } from 'node:http';

/** Twice what a strategy with as many operations as are taken has. */
const MAX_BYTES = 1024 * 1024;

/** @throws Error with a sentence for people; what is left is not read */
export async function readBody(response: IncomingMessage): Promise<string> {
  const { statusCode } = response;
  if (statusCode !== 200) {
    response.destroy();
    throw new Error(`it answered ${statusCode}`);
  }
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += chunk;
    // To leave the loop ends the connection.
    if (text.length > MAX_BYTES) throw new Error('its answer is longer than 1 MiB');
  }
  return text;
}
