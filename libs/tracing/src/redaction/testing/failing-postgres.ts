import { createServer, type Server, type Socket } from 'node:net';

/** A Postgres whose statements all fail, with their values in the message and in the detail; it keeps the statements. */
export function createFailingPostgres(statements: string[]): Server {
  return createServer((socket) => answer(socket, statements));
}

/** The start-up and the extended query of https://www.postgresql.org/docs/18/protocol-message-formats.html. */
function answer(socket: Socket, statements: string[]): void {
  const idle = message('Z', Buffer.from('I'));
  let started = false;
  socket.on('error', () => {});
  socket.on('data', (data) => {
    if (!started) socket.write(Buffer.concat([message('R', Buffer.alloc(4)), idle]));
    else if (data[0] === 'P'.charCodeAt(0)) {
      statements.push(data.toString());
      socket.write(Buffer.concat([message('E', refusal(data.toString())), idle]));
    } else socket.end();
    started = true;
  });
}

function refusal(statement: string): Buffer {
  const values = statement.match(/'[^']+'/g)?.join(', ');
  const said = `invalid input syntax for type uuid: "${values}"`;
  return Buffer.from(`SERROR\0C22P02\0M${said}\0DKey (mail, password)=(${values}) already exists.\0\0`);
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5, type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
