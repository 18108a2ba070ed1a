/** What a machine may lack, and where it then is not to be had. */
const parts = {
  docker: 'a Docker engine: install docker.io and start dockerd',
  grafana: "Grafana's image: it is in no package registry",
  kibana: "Kibana's image: it is in no package registry",
  chromium: 'a browser: install chromium',
  'jaeger-ui': "Jaeger's own page: set JAEGER_UI_ARCHIVE to a built jaeger-ui (tar.gz)",
} as const;

export type Part = keyof typeof parts;

/**
 * Options for a test that needs a part. Where the part is not here the test is skipped only if `MESH_SKIP` (a list with
 * commas) names it; otherwise its file fails, so that nobody takes for tested what was not.
 */
export function needs(part: Part, isHere: boolean, skipped = skippedParts()): { skip: string | false } {
  if (isHere) return { skip: false };
  if (skipped.includes(part)) return { skip: `${part} cannot run here and is named in MESH_SKIP` };
  throw new Error(`This machine lacks ${parts[part]}. To test without it, name it: MESH_SKIP=${part}.`);
}

function skippedParts(): string[] {
  // biome-ignore lint/style/noProcessEnv: the tests have no other way to be told
  return (process.env['MESH_SKIP'] ?? '').split(',').map((name) => name.trim());
}
