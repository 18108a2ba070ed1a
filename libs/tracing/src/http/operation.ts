import type { Attributes } from '@opentelemetry/api';
import { methodAttributes } from './request-method.ts';

/** What a request asks for, as far as the server knows it: the name of its span, of its series and in every table. */
export interface Operation {
  /** `GET /v1/orders/:id`, or `_OTHER`. */
  readonly name: string;
  readonly route: string | undefined;
  /** The same for each request of the operation. */
  readonly attributes: Attributes;
}

export function createOperation(method: string, route: string): Operation {
  const attributes = { ...methodAttributes(method), 'http.route': route };
  return { name: `${method} ${route}`, route, attributes };
}

/** Whatever matches no route: the caller chose its path, so it must not become a name. */
export function otherOperation(method: string): Operation {
  return { name: '_OTHER', route: undefined, attributes: methodAttributes(method) };
}
