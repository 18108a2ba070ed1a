import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import type { Boundary } from '../../propagation/boundary.ts';
import type { Capture } from '../capture.ts';
import { currentCapture } from '../current-capture.ts';
import { readTell } from './read-tell.ts';
import { MAX_TELL_BYTES } from './tell-method.ts';
import { writePeers } from './write-peers.ts';

/** A body comes at once; whoever takes longer only holds a place. */
const LIMIT_MS = 1000;

/** Of all callers together: what they send takes 6.4 MB at most. */
const MAX_AT_ONCE = 100;

const OK = '0';
const INVALID_ARGUMENT = '3';
const DEADLINE_EXCEEDED = '4';
const RESOURCE_EXHAUSTED = '8';
const UNIMPLEMENTED = '12';

const HEAD = { ':status': 200, 'content-type': 'application/grpc' };

let underWay = 0;

/**
 * Answers a call of `Tell`, also where nothing is parked, or anybody can reach the port: then as a server does that does not have
 * the method. By itself, as a server that was only asked for it should have neither a span nor a line of that. Never throws.
 */
export function answerTell(stream: ServerHttp2Stream, boundary: Pick<Boundary, 'isTrusting'>): void {
  stream.on('error', () => {});
  const capture = currentCapture();
  if (!capture || !boundary.isTrusting(portOf(stream.session as ServerHttp2Session | undefined)))
    refuse(stream, UNIMPLEMENTED);
  else if (underWay >= MAX_AT_ONCE) refuse(stream, RESOURCE_EXHAUSTED);
  else listen(stream, capture);
}

/** One that is closed does not have it any more. */
function portOf(session: ServerHttp2Session | undefined): number | undefined {
  return session && !session.destroyed ? session.socket.localPort : undefined;
}

function listen(stream: ServerHttp2Stream, capture: Capture): void {
  underWay++;
  const limit = setTimeout(refuse, LIMIT_MS, stream, DEADLINE_EXCEEDED).unref();
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_TELL_BYTES) refuse(stream, RESOURCE_EXHAUSTED);
    else chunks.push(chunk);
  });
  stream.once('end', () => hear(stream, capture, Buffer.concat(chunks)));
  stream.once('close', () => {
    underWay--;
    clearTimeout(limit);
  });
}

function hear(stream: ServerHttp2Stream, capture: Capture, body: Buffer): void {
  if (!isOpen(stream)) return;
  const verdicts = readTell(body);
  if (!verdicts) {
    refuse(stream, INVALID_ARGUMENT);
    return;
  }
  for (const { traceId, ...heard } of verdicts) capture.told(traceId, heard);
  stream.respond(HEAD, { waitForTrailers: true });
  stream.once('wantTrailers', () => stream.sendTrailers({ 'grpc-status': OK }));
  stream.end(writePeers(capture.peers()));
}

function refuse(stream: ServerHttp2Stream, status: string): void {
  if (!isOpen(stream)) return;
  stream.respond({ ...HEAD, 'grpc-status': status }, { endStream: true });
  // What is yet to come is not wanted.
  stream.close();
}

function isOpen(stream: ServerHttp2Stream): boolean {
  return !stream.headersSent && !stream.closed && !stream.destroyed;
}
