import * as grpc from '@grpc/grpc-js';
import { RETRIES } from '../../grpc/testing/retries.ts';
import { LIMIT } from './endings-service.ts';

/** A client for each thing that is set up for a whole channel. */
export interface Clients {
  readonly plain: grpc.Client;
  readonly retrying: grpc.Client;
  /** It takes no long answers. */
  readonly receiving: grpc.Client;
  /** Its server kills itself, which is why it has a process of its own. */
  readonly doomed: grpc.Client;
  /** Its server shuts down by force. */
  readonly shortLived: grpc.Client;
  /** Its server is not there. */
  readonly lonely: grpc.Client;
  readonly closed: grpc.Client;
}

/** Where the servers listen; at `lonely` there is none. */
export interface Ports {
  readonly plain: number;
  readonly doomed: number;
  readonly shortLived: number;
  readonly lonely: number;
}

/** A client that sends no long requests, and shares no connection. */
export function connectLimited(port: number): grpc.Client {
  return to(port, { 'grpc.max_send_message_length': LIMIT, 'grpc.use_local_subchannel_pool': 1 });
}

export function connect(ports: Ports): Clients {
  const closed = to(ports.plain);
  closed.close();
  return {
    plain: to(ports.plain),
    retrying: to(ports.plain, { 'grpc.service_config': JSON.stringify(RETRIES) }),
    receiving: to(ports.plain, { 'grpc.max_receive_message_length': LIMIT }),
    doomed: to(ports.doomed),
    shortLived: to(ports.shortLived),
    lonely: to(ports.lonely),
    closed,
  };
}

function to(port: number, options: grpc.ClientOptions = {}): grpc.Client {
  return new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), options);
}
