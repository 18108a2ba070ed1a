import type { Env } from '../../../command.ts';
import type { Home } from '../../../host/home.ts';
import type { UpConfig } from '../../config.ts';
import type { ExtraBackend } from '../../parse-arguments.ts';

/** What each native program is made from. */
export interface NativeContext {
  readonly config: UpConfig;
  /** The user's environment. */
  readonly env: Env;
  readonly home: Home;
  readonly extras: readonly ExtraBackend[];
}
