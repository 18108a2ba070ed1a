import { AnswerLost, type Log, status, toRpcError } from '@mesh/rpc';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemHeaders, problemOf, problemOfError } from './problem.ts';
import { RequestRejected } from './request-rejected.ts';

/** Makes every error an answer with problem details; what nobody foresaw is logged whole and shown as 500. */
export function createErrorHandler(log: Log) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof AnswerLost) return lose(reply);
    const occasion = { instance: request.url.split('?')[0] ?? '/', traceId: traceIdOf(reply) };
    return answer(reply, toProblem(error, occasion, log));
  };
}

/** The client sees its connection end, as where the process died. */
function lose(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function toProblem(
  error: FastifyError | Error,
  occasion: { instance: string; traceId: string },
  log: Log,
): Problem {
  if (error instanceof RequestRejected) return problemOf(error, occasion);
  // What Fastify refuses by itself: its sentence names the header or the part of the URL.
  if ('statusCode' in error && error.statusCode !== undefined && error.statusCode < 500) {
    return problemOf({ status: error.statusCode, detail: error.message }, occasion);
  }
  const rpcError = toRpcError(error);
  if (rpcError.code === status.INTERNAL) log.error('unexpected error', { error: rpcError.cause ?? rpcError });
  return problemOfError(rpcError, occasion);
}

function answer(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).headers(problemHeaders(problem)).serializer(JSON.stringify).send(problem);
}

/** The id that the trace headers of this answer carry. */
function traceIdOf(reply: FastifyReply): string {
  return String(reply.raw.getHeader('x-trace-id') ?? '');
}
