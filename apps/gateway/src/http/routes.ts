import { faultsHeader } from '@mesh/rpc';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Gateway } from '../gateway.ts';
import { RequestRejected } from './request-rejected.ts';
import { noQuery, pageQuery, parse, placeOrderBody } from './request-schemas.ts';
import { requestScope } from './request-scope.ts';
import { orderToJson } from './to-json.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** The five calls of the gateway as HTTP/JSON. */
export function addRoutes(app: FastifyInstance, gateway: Gateway, faults: boolean): void {
  const scopeOf = ({ headers }: FastifyRequest, reply: FastifyReply) =>
    requestScope(reply.raw, faults ? faultsIn(headers) : undefined);
  const place: Handler = async (request, reply) => {
    parse(noQuery, request.query);
    const idempotencyKey = keyOf(request);
    const body = parse(placeOrderBody, request.body);
    const answer = await gateway.placeOrder({ idempotencyKey, ...body }, scopeOf(request, reply));
    const order = orderToJson(answer.order ?? {});
    if (answer.replayed) return order;
    return reply.code(201).header('location', `/v1/orders/${answer.order?.id}`).send(order);
  };
  const get: Handler = async (request, reply) => {
    const { order } = await gateway.getOrder(idOf(request), scopeOf(request, reply));
    return orderToJson(order ?? {});
  };
  const cancel: Handler = async (request, reply) => {
    const { order } = await gateway.cancelOrder(idOf(request), scopeOf(request, reply));
    return orderToJson(order ?? {});
  };
  const list: Handler = async (request, reply) => {
    const answer = await gateway.listOrders(pageOf(request), scopeOf(request, reply));
    return { orders: answer.orders?.map(orderToJson), nextPageToken: answer.nextPageToken };
  };
  const products: Handler = async (request, reply) =>
    gateway.listProducts(pageOf(request), scopeOf(request, reply));

  addPath(app, '/v1/orders', { POST: place, GET: list });
  addPath(app, '/v1/orders/:id', { GET: get, DELETE: cancel });
  addPath(app, '/v1/products', { GET: products });
}

const methods: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A path with its methods; any other method is answered 405 and told which there are. */
function addPath(app: FastifyInstance, url: string, handlers: Readonly<Record<string, Handler>>): void {
  // Fastify answers HEAD wherever it answers GET.
  const allow = Object.keys(handlers).join(', ').replace('GET', 'GET, HEAD');
  for (const [method, handler] of Object.entries(handlers)) app.route({ method, url, handler });
  const others = methods.filter((method) => handlers[method] === undefined);
  const refuse: Handler = async (_, reply) => {
    reply.header('allow', allow);
    throw new RequestRejected(405, `this path takes ${allow}`);
  };
  // Before the body is read: what it is does not matter.
  app.route({ method: others, url, onRequest: refuse, handler: refuse });
}

function keyOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (typeof key === 'string' && key !== '') return key;
  const description = 'is required: a new one for each order, the same one when you repeat it';
  throw new RequestRejected(400, `the header Idempotency-Key ${description}`, [
    { field: 'Idempotency-Key', description },
  ]);
}

function idOf(request: FastifyRequest): { id: string } {
  parse(noQuery, request.query);
  return { id: (request.params as { id: string }).id };
}

/** The faults that the request asks for, not read yet. Node makes one text of a header that is there twice. */
function faultsIn(headers: FastifyRequest['headers']): string | undefined {
  return headers[faultsHeader]?.toString();
}

/** Absent stays absent: 0 is a page size that can be refused. */
function pageOf(request: FastifyRequest): { pageSize?: number; pageToken: string } {
  const { pageSize, pageToken } = parse(pageQuery, request.query);
  return { pageToken, ...(pageSize !== undefined && { pageSize }) };
}
