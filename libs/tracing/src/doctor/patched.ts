import { isWrapped } from '@opentelemetry/instrumentation';

const patched = new WeakSet<object>();

/** Notes that an instrumentation of ours has seen this copy of a module, by a class that the module exports. */
export function notePatched(exported: object): void {
  patched.add(exported);
}

interface Exports {
  readonly Server?: { readonly prototype: { readonly register?: unknown } };
  readonly Client?: { readonly prototype: { readonly query?: unknown } };
}

/** Whether a loaded copy of `@grpc/grpc-js` or of `pg` is traced, by us or by a stock instrumentation. */
export function isPatched({ Server, Client }: Exports): boolean {
  if (Server) return patched.has(Server) || isWrapped(Server.prototype.register);
  return isWrapped(Client?.prototype.query);
}
