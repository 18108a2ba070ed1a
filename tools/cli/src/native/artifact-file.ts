/** What Maven calls the file of `group:name:version:packaging[:classifier]`. */
export function artifactFile(artifact: string): string {
  const [, name, version, packaging, classifier] = artifact.split(':');
  return `${[name, version, classifier].filter((part) => part !== undefined).join('-')}.${packaging}`;
}
