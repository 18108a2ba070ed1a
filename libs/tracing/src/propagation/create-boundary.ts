import type { Boundary, TrustMode } from './boundary.ts';
import { createReceiver } from './create-receiver.ts';
import { createSender } from './create-sender.ts';
import { createTargets } from './create-targets.ts';
import type { PropagationConfig } from './propagation-config.ts';
import { startRequest } from './request-context.ts';

const FROM_BOLD_TO_CAUTIOUS: readonly TrustMode[] = ['trust', 'adopt', 'link', 'ignore'];

export function createBoundary(config: PropagationConfig): Boundary {
  const receive = createReceiver(config);
  const send = createSender(config);
  const isTarget = createTargets(config.targets);
  const modeOf = createModes(config.trust);
  return {
    receive: (headers, localPort) => receive(startRequest(), headers, modeOf(localPort)),
    send: (context, host, set) => send(context, isTarget(host), set),
    isTarget,
    isTrusting: (localPort) => modeOf(localPort) === 'trust',
  };
}

/**
 * A port that is not known could be any of the exceptions: a connection that is closed has none any more, though
 * requests of it may still be handled. It gets the most cautious mode of all.
 */
function createModes({ mode, ports }: PropagationConfig['trust']): (port: number | undefined) => TrustMode {
  const modes = [mode, ...ports.values()];
  const ofUnknown = FROM_BOLD_TO_CAUTIOUS.findLast((one) => modes.includes(one)) ?? mode;
  return (port) => (port === undefined ? ofUnknown : (ports.get(port) ?? mode));
}
