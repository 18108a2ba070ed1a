import type { Env } from '../../command.ts';
import type { BackendsKind } from '../parse-arguments.ts';
import type { Program } from '../program.ts';
import type { Progress } from '../progress.ts';

/** What receives, stores and answers the telemetry of a mesh. */
export interface Backends {
  readonly kind: BackendsKind;
  /** What the host keeps running for it. */
  readonly programs: readonly Program[];
  /** What the services are told because of it, where the user has not said otherwise. */
  readonly serviceEnv: Env;
  /** Where the stores listen. */
  readonly host: string;
  /** What can be reached where. */
  readonly places: readonly (readonly [what: string, where: string])[];
  /** Which are in use, and how to get others. */
  readonly about: string;
  /**
   * Resolves when telemetry that is sent now can be read back, or after a while in any case: what does not work then is
   * said to `progress`.
   */
  untilReadable(progress: Progress, stop: AbortSignal): Promise<void>;
  /** Ends what the host does not run; called when everything else has ended. */
  close(progress: Progress): Promise<void>;
}
