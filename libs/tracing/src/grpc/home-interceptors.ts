import type { ChannelInterface, Client, Interceptor, InterceptorProvider } from '@grpc/grpc-js';
import type { Interceptors } from './add-interceptor.ts';
import type { ClientSymbols } from './client-symbols.ts';
import type { OwnInterceptor } from './own-interceptor.ts';

/** The interceptors that a client keeps for its calls: its user's, and ours before them. */
export class HomeInterceptors {
  /** The user's own lists, to which he may still add. */
  readonly users: Interceptors;
  readonly #client: Client;
  readonly #symbols: ClientSymbols;
  #channel: ChannelInterface | undefined;
  #all: readonly unknown[] = [];

  constructor(client: Client, symbols: ClientSymbols) {
    this.#client = client;
    this.#symbols = symbols;
    this.users = {
      interceptors: Reflect.get(client, symbols.interceptors) as readonly Interceptor[],
      providers: Reflect.get(client, symbols.providers) as readonly InterceptorProvider[],
    };
  }

  /** Whether calls over a channel go by our interceptor without more ado: over the client's own, which the first call tells. */
  isFor(channel: ChannelInterface, ownOf: (channel: ChannelInterface) => OwnInterceptor): boolean {
    this.#channel ??= channel;
    if (channel !== this.#channel) return false;
    if (!this.#isCurrent()) this.#put(ownOf(channel));
    return true;
  }

  #isCurrent(): boolean {
    const { interceptors, providers } = this.users;
    const given: readonly unknown[] = providers.length > 0 ? providers : interceptors;
    if (this.#all.length !== given.length + 1) return false;
    for (let at = 0; at < given.length; at++) if (given[at] !== this.#all[at + 1]) return false;
    return true;
  }

  /** Into one list only: grpc-js refuses calls of a client that has both. */
  #put({ interceptor, provider }: OwnInterceptor): void {
    const { interceptors, providers } = this.users;
    const isProvider = providers.length > 0;
    this.#all = isProvider ? [provider, ...providers] : [interceptor, ...interceptors];
    Reflect.set(this.#client, this.#symbols.interceptors, isProvider ? interceptors : this.#all);
    Reflect.set(this.#client, this.#symbols.providers, isProvider ? this.#all : providers);
  }
}
