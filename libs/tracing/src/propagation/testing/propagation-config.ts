import type { PropagationConfig } from '../propagation-config.ts';

/** The defaults, with `trust` for all servers. */
export const TRUSTING: PropagationConfig = {
  formats: undefined,
  trust: { mode: 'trust', ports: new Map() },
  trustKeys: [],
  readsMarks: false,
  baggageKeys: [],
  targets: ['loopback', 'mesh'],
  elsewhere: 'none',
};
