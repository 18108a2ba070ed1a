import { REDACTED } from './redacted.ts';

/** Up to the last @ before the path, as a password may contain one; a name alone is no secret unless it is long. */
const USER_INFO = /(:\/\/)(?:[^\s/?#@"'<>:]{0,256}:[^\s/?#"'<>]{0,256}|[^\s/?#@"'<>:]{20,256})@/g;

/** `postgres://mesh:hunter2@db/order` becomes `postgres://[REDACTED]@db/order`. */
export function redactUserInfo(text: string): string {
  return text.replace(USER_INFO, `$1${REDACTED}@`);
}
