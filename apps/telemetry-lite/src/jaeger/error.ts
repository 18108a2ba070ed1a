import type { Answer } from '../http/answer.ts';
import { jaegerJson } from './answer.ts';

/** A query that Jaeger refuses too; answered 400 with this sentence. */
export class BadParameter extends Error {}

export function malformed(parameter: string, reason: string): BadParameter {
  return new BadParameter(`malformed parameter ${parameter}: ${reason}`);
}

/** Jaeger's error body: grpc-gateway's error without the fields that are empty. */
export function jaegerError(httpCode: number, message: string): Answer {
  return jaegerJson(httpCode, JSON.stringify({ error: { httpCode, message } }));
}
