import type { TrustMode } from '../propagation/boundary.ts';
import type { PropagationConfig } from '../propagation/propagation-config.ts';
import { fieldsOf } from './env-rule.ts';

/** `trust,8080=adopt`: one mode for all servers of the process, and exceptions by their port. Default `adopt`. */
export function readTrust(text: string): PropagationConfig['trust'] {
  const fields = fieldsOf(text).map((field) => field.split('=') as [string, string?]);
  const mode = fields.find(([, exception]) => exception === undefined)?.[0] ?? 'adopt';
  const ports = fields.flatMap(([port, exception]) =>
    exception === undefined ? [] : [[Number(port), exception as TrustMode] as const],
  );
  return { mode: mode as TrustMode, ports: new Map(ports) };
}
