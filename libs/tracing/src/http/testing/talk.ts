import { connect, type Socket } from 'node:net';

export interface Talk extends Disposable {
  readonly socket: Socket;
  /** What the server has said so far. */
  readonly heard: () => string;
}

/** Speaks HTTP by hand, as no client of Node would: it makes no spans and can leave at any byte. */
export function talk(port: number, ...parts: readonly string[]): Talk {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
  });
  // A reset is one of the ends that tests ask for.
  socket.on('error', () => {});
  for (const part of parts) socket.write(part);
  return { socket, heard: () => text, [Symbol.dispose]: () => socket.destroy() };
}
