import type { ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders } from 'node:http2';
import { readPeers } from './read-peers.ts';
import { MAX_TELL_BYTES, TELL_PATH } from './tell-method.ts';

/** `refused`: whoever answers there does not have this method, or nobody speaks gRPC. `failed`: no answer. */
export type TellOutcome = 'told' | 'refused' | 'failed';

export interface TellAnswer {
  readonly outcome: TellOutcome;
  /** The addresses that it calls itself. */
  readonly peers: readonly string[];
}

/** With the time to connect. Also of a process that is so busy that it hardly answers. */
const LIMIT_MS = 1000;

/** Traces that are kept come in bursts. */
const IDLE_MS = 10_000;

const FAILED: TellAnswer = { outcome: 'failed', peers: [] };

const HEAD = {
  ':method': 'POST',
  ':path': TELL_PATH,
  'content-type': 'application/grpc',
  te: 'trailers',
  'grpc-timeout': `${LIMIT_MS}m`,
};

/** One HTTP/2 connection in plain text, made when it is needed. It does not hold the process, nor do its timers. */
export class TellConnection {
  readonly #address: string;
  #session: ClientHttp2Session | undefined;

  /** @param address `127.0.0.1:50052`, `[::1]:50052` */
  constructor(address: string) {
    this.#address = address;
  }

  /** A connection that was there may have ended meanwhile; it is sent once more then, as what is heard twice is the same. */
  async send(body: Uint8Array): Promise<TellAnswer> {
    const session = this.#session;
    const answer = session && !session.closed && !session.destroyed ? await attempt(session, body) : FAILED;
    return answer.outcome === 'failed' ? this.#sendAnew(body) : answer;
  }

  close(): void {
    this.#session?.destroy();
  }

  async #sendAnew(body: Uint8Array): Promise<TellAnswer> {
    try {
      return await attempt(await this.#connect(), body);
    } catch {
      // An address that cannot be part of a URL, as one with a zone.
      return FAILED;
    }
  }

  async #connect(): Promise<ClientHttp2Session> {
    // Late: few processes need it that do not have it anyway.
    const { connect } = await import('node:http2');
    const session = connect(`http://${this.#address}`);
    session.on('error', () => {});
    session.unref();
    session.setTimeout(IDLE_MS, () => session.close());
    this.#session = session;
    return session;
  }
}

async function attempt(session: ClientHttp2Session, body: Uint8Array): Promise<TellAnswer> {
  // It throws where the session has just ended.
  const answer = await ask(session, body).catch(() => FAILED);
  if (answer.outcome !== 'told') session.destroy();
  return answer;
}

function ask(session: ClientHttp2Session, body: Uint8Array): Promise<TellAnswer> {
  return new Promise((resolve) => {
    const call: ClientHttp2Stream = session.request(HEAD);
    const limit = setTimeout(() => session.destroy(), LIMIT_MS).unref();
    const answer: IncomingHttpHeaders = {};
    const chunks: Buffer[] = [];
    let size = 0;
    const note = (head: IncomingHttpHeaders) => void Object.assign(answer, head);
    call
      .on('response', note)
      .on('trailers', note)
      .on('error', () => {})
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MAX_TELL_BYTES) chunks.push(chunk);
        else session.destroy();
      })
      .once('close', () => {
        clearTimeout(limit);
        resolve({ outcome: outcomeOf(answer), peers: readPeers(Buffer.concat(chunks)) });
      })
      .end(body);
  });
}

/** That a method is not there is 12, by gRPC; a server of something else answers as it likes. */
function outcomeOf({ ':status': http, 'grpc-status': status }: IncomingHttpHeaders): TellOutcome {
  if (http === undefined) return 'failed';
  if (status === '0') return 'told';
  return Number(http) !== 200 || status === '12' ? 'refused' : 'failed';
}
