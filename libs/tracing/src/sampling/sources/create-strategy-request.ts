import { lookup } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { readBody } from './read-body.ts';

/** Of an event loop that runs: one that is blocked, as by the modules of a program that starts, hears no answer. */
const TIMEOUT_MS = 1000;
const SLICE_MS = 250;

/**
 * Asks an address for its text: no part of any trace, and 1 s at most. The returned function rejects with a sentence for people, and
 * gives nothing while the name of the server is still being looked up for an earlier request: the system does that, it
 * cannot be ended, and each of these holds the process.
 */
export function createStrategyRequest(address: string): () => Promise<string | undefined> {
  const outside = suppressTracing(ROOT_CONTEXT);
  const { get } = address.startsWith('https:') ? https : http;
  let isLookingUp = false;
  const lookUp: LookupFunction = (host, options, callback) => {
    isLookingUp = true;
    lookup(host, options, (...answer) => {
      isLookingUp = false;
      callback(...answer);
    });
  };

  function ask(): Promise<string> {
    return new Promise((resolve, reject) => {
      const request = get(address, { agent: false, lookup: lookUp, headers: { accept: 'application/json' } });
      const limit = limitTime(() => {
        reject(new Error('it did not answer within 1 s'));
        request.destroy();
      });
      request.on('socket', (socket) => socket.unref());
      request.on('error', (error: NodeJS.ErrnoException) => reject(new Error(error.code ?? error.message)));
      request.on('close', () => clearInterval(limit));
      // Status 101 is an upgrade, after which nothing else comes of the request.
      for (const event of ['response', 'upgrade'])
        request.on(event, (response: IncomingMessage) => readBody(response).then(resolve, reject));
    });
  }

  return async () => (isLookingUp ? undefined : context.with(outside, ask));
}

function limitTime(giveUp: () => void): NodeJS.Timeout {
  let slices = TIMEOUT_MS / SLICE_MS;
  return setInterval(() => {
    slices--;
    if (slices === 0) giveUp();
  }, SLICE_MS).unref();
}
