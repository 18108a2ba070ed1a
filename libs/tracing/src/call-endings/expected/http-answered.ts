import { both, type HttpEnding } from '../http-ending.ts';

/** The server ends the request with a status. For a client all from 400 on are errors, for a server those from 500. */
export const HTTP_ANSWERED: readonly HttpEnding[] = [
  status(200, '200', '200'),
  status(204, '204', '204'),
  status(404, '404!', '404'),
  status(429, '429!', '429'),
  status(500, '500!', '500!'),
  status(503, '503!', '503!'),
  {
    name: 'the handler throws',
    caller: 'waits',
    server: 'fastify',
    operation: 'GET /throws',
    path: '/throws',
    clients: both('500!'),
    servers: both('500!'),
  },
  {
    name: 'no route is there',
    caller: 'waits',
    server: 'fastify',
    operation: '_OTHER',
    path: '/nowhere',
    clients: both('404!'),
    servers: both('404'),
  },
  {
    name: 'the request is longer than the server takes',
    caller: 'sends more than the server takes',
    server: 'fastify',
    operation: 'POST /upload',
    path: '/upload',
    clients: both('413!'),
    servers: both('413'),
  },
  {
    name: 'the handler redirects',
    caller: 'waits',
    server: 'fastify',
    operation: 'GET /redirect',
    path: '/redirect',
    // node:http leaves it to its user to follow.
    clients: { 'node:http': '302', fetch: '302 404!' },
    servers: { 'node:http': '302', fetch: '302 404' },
  },
];

function status(code: number, client: string, server: string): HttpEnding {
  return {
    name: `the handler answers ${code}`,
    caller: 'waits',
    server: 'fastify',
    operation: 'GET /status/:code',
    path: `/status/${code}`,
    clients: both(client),
    servers: both(server),
  };
}
