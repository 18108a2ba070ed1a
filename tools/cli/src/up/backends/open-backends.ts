import type { Env } from '../../command.ts';
import type { Home } from '../../host/home.ts';
import type { Providing } from '../../native/provide.ts';
import type { UpConfig } from '../config.ts';
import type { UpWords } from '../parse-arguments.ts';
import type { Backends } from './backends.ts';
import { dockerBackends } from './docker/docker-backends.ts';
import { liteBackends } from './lite-backends.ts';
import { nativeBackends } from './native/native-backends.ts';

/**
 * The back ends that the words of `mesh up` ask for; `force` ends at once what still runs of them. Rejects with a sentence
 * where they cannot be had.
 */
export async function openBackends(
  { backends, extras }: UpWords,
  config: UpConfig,
  home: Home,
  providing: Providing,
  force: AbortSignal,
): Promise<Backends> {
  const env: Env = providing.env;
  if (backends === 'native') return await nativeBackends({ config, env, home, extras }, providing);
  if (backends === 'docker')
    return await dockerBackends(config, env, home, { stop: providing.signal, force });
  return liteBackends(config, env, home);
}
