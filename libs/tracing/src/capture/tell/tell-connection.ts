import type { ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders } from 'node:http2';
import { TELL_PATH } from './tell-method.ts';

/** `refused`: whoever answers there does not have this method, or nobody speaks gRPC. `failed`: no answer. */
export type TellOutcome = 'told' | 'refused' | 'failed';

/** With the time to connect. Also of a process that is so busy that it hardly answers. */
const LIMIT_MS = 1000;

/** Traces that are kept come in bursts. */
const IDLE_MS = 10_000;

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
  async send(body: Uint8Array): Promise<TellOutcome> {
    const session = this.#session;
    const outcome =
      session && !session.closed && !session.destroyed ? await attempt(session, body) : 'failed';
    return outcome === 'failed' ? this.#sendAnew(body) : outcome;
  }

  close(): void {
    this.#session?.destroy();
  }

  async #sendAnew(body: Uint8Array): Promise<TellOutcome> {
    try {
      return await attempt(await this.#connect(), body);
    } catch {
      // An address that cannot be part of a URL, as one with a zone.
      return 'failed';
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

async function attempt(session: ClientHttp2Session, body: Uint8Array): Promise<TellOutcome> {
  // It throws where the session has just ended.
  const outcome = await ask(session, body).catch(() => 'failed' as const);
  if (outcome !== 'told') session.destroy();
  return outcome;
}

function ask(session: ClientHttp2Session, body: Uint8Array): Promise<TellOutcome> {
  return new Promise((resolve) => {
    const call: ClientHttp2Stream = session.request(HEAD);
    const limit = setTimeout(() => session.destroy(), LIMIT_MS).unref();
    const answer: IncomingHttpHeaders = {};
    const note = (head: IncomingHttpHeaders) => void Object.assign(answer, head);
    call
      .on('response', note)
      .on('trailers', note)
      .on('error', () => {})
      .once('close', () => {
        clearTimeout(limit);
        resolve(outcomeOf(answer));
      })
      .resume()
      .end(body);
  });
}

/** That a method is not there is 12, by gRPC; a server of something else answers as it likes. */
function outcomeOf({ ':status': http, 'grpc-status': status }: IncomingHttpHeaders): TellOutcome {
  if (http === undefined) return 'failed';
  if (status === '0') return 'told';
  return Number(http) !== 200 || status === '12' ? 'refused' : 'failed';
}
