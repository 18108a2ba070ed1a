/** A sentence for a command that was given arguments and knows none; undefined when there are none. */
export function refuseArguments(command: string, args: readonly string[]): string | undefined {
  if (args.length === 0) return undefined;
  return `mesh ${command} takes no arguments, but got ${args.join(' ')}. It is configured by environment variables.`;
}
