/** Probes and tools ask these services all the time: their calls write no lines, as they make no spans. */
export function isQuiet(path: string): boolean {
  return /^\/(grpc\.(health|reflection)|mesh\.admin)\./.test(path);
}
