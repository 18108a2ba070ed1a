const INFRASTRUCTURE = /^\/(grpc\.(health|reflection)|mesh\.admin)\./;

/** Whether this is a question of the platform and no request: neither it nor what it calls is traced. */
export function isInfrastructure(path: string): boolean {
  return INFRASTRUCTURE.test(path);
}
