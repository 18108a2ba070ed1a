import { readMarkKeys, signMark } from '@mesh/tracing/sampling';
import type { Env } from '../command.ts';
import type { MarkWords } from './parse-mark-words.ts';
import { SamplingError } from './sampling-error.ts';

/**
 * The header that forces one request, and a line end.
 *
 * @throws SamplingError where the environment has no such key
 */
export function makeMark({ operation, carrier, seconds, keyId }: MarkWords, env: Env): string {
  const keys = readMarkKeys(env['MESH_SAMPLING_MARK_KEYS'] ?? '');
  const key = keyId === undefined ? keys[0] : keys.find(({ id }) => id === keyId);
  if (!key) throw new SamplingError(noKey(keyId, keys.length));
  const expiresAt = Math.floor(Date.now() / 1000) + seconds;
  return `mesh-sampling-mark: ${signMark(key, { carrier, operation, expiresAt })}\n`;
}

function noKey(keyId: string | undefined, count: number): string {
  return count > 0
    ? `MESH_SAMPLING_MARK_KEYS has no key "${keyId}".`
    : 'MESH_SAMPLING_MARK_KEYS must be id:secret with a secret of 32 characters or more, as the gateway has it.';
}
