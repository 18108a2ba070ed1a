import { connect } from 'node:net';

/** Writes the bytes on a fresh connection and answers all that comes back until the server closes it. */
export function raw(port: number, ...parts: readonly (string | Buffer)[]): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => {
    answer += text;
  });
  // A reset after the answer is as good as an end.
  socket.on('error', () => {});
  socket.on('close', () => resolve(answer));
  for (const part of parts) socket.write(part);
  return promise;
}

/** The status, the headers and the body of the first answer in what came back. */
export function parseAnswer(text: string) {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
  return { status: Number(statusLine.split(' ')[1]), headers, body: rest.join('\r\n\r\n') };
}
