const SECRET = /passw|secret|authorization|cookie/i;

/** Whether what goes by this name is redacted whatever it looks like. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}
