import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Env } from '../command.ts';

/** An answer's status, or the code of the error that came in its place; `TIMEOUT` for an answer that did not come. */
export interface Outcome {
  readonly status?: number;
  readonly code?: string;
}

export interface Question {
  readonly url: string;
  /** `traces`, `logs` or `metrics`. */
  readonly signal: string;
  readonly env: Env;
  readonly limitMs: number;
}

/** Sends a request without anything in it, which a collector takes as it takes one with spans. Never rejects. */
export async function askCollector({ url, signal, env, limitMs }: Question): Promise<Outcome> {
  try {
    const request = (url.startsWith('https:') ? https : http).request(url, {
      method: 'POST',
      headers: { ...headersOf(signal, env), 'content-type': 'application/x-protobuf', 'content-length': 0 },
      signal: AbortSignal.timeout(limitMs),
      ...credentialsOf(signal, env),
      ...filesOf(signal, env),
    });
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.resume();
    return { status: response.statusCode ?? 0 };
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    return { code: name === 'AbortError' ? 'TIMEOUT' : (code ?? message) };
  }
}

function variable(signal: string, name: string, env: Env): string | undefined {
  const prefix = 'OTEL_EXPORTER_OTLP_';
  return env[`${prefix}${signal.toUpperCase()}_${name}`] || env[prefix + name] || undefined;
}

/** `key=value,key=value`, each part percent-encoded. */
function headersOf(signal: string, env: Env): Record<string, string> {
  const pairs = (variable(signal, 'HEADERS', env) ?? '').split(',').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [decodeURIComponent(key.trim()), decodeURIComponent(value.join('=').trim())];
    }),
  );
}

/** Of an address such as `https://user:password@collector`: what is shown of it has none. */
function credentialsOf(signal: string, env: Env): https.RequestOptions {
  const { username, password } = new URL(variable(signal, 'ENDPOINT', env) ?? 'http://localhost');
  return username ? { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` } : {};
}

function filesOf(signal: string, env: Env): https.RequestOptions {
  const options = { ca: 'CERTIFICATE', cert: 'CLIENT_CERTIFICATE', key: 'CLIENT_KEY' };
  return Object.fromEntries(
    Object.entries(options).flatMap(([option, name]) => {
      const file = variable(signal, name, env);
      return file ? [[option, readFileSync(file)]] : [];
    }),
  );
}
