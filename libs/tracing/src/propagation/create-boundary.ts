import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { Boundary } from './boundary.ts';
import { createReceiver } from './create-receiver.ts';
import { createSender } from './create-sender.ts';
import { createTargets } from './create-targets.ts';
import type { PropagationConfig } from './propagation-config.ts';

export function createBoundary(config: PropagationConfig): Boundary {
  const receive = createReceiver(config);
  const send = createSender(config);
  const isTarget = createTargets(config.targets);
  const { mode, ports } = config.trust;
  const modeOf = (port: number | undefined) => (port === undefined ? undefined : ports.get(port)) ?? mode;
  return {
    receive: (headers, localPort) => receive(ROOT_CONTEXT, headers, modeOf(localPort)),
    send: (context, host, set) => send(context, isTarget(host), set),
  };
}
