import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';
import { STOCK_FOLDER } from '../stock/folder.ts';

/** What the figures depend on, a sentence each; nothing that names the machine. */
export function facts(): string[] {
  const [cpu] = cpus();
  return [
    `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${type()} ${release()}, load before the run ${loadavg()[0]?.toFixed(1)}`,
    `Node ${process.versions.node}, ${versions(new URL('../../package.json', import.meta.url), /grpc|winston/)}`,
    `Stock: ${versions(new URL('package.json', STOCK_FOLDER), /auto/)}`,
  ];
}

function versions(manifest: URL, wanted: RegExp): string {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(manifest, 'utf8'),
  );
  const names = Object.keys(dependencies).filter((name) => wanted.test(name));
  return names.map((name) => `${name} ${dependencies[name]}`).join(', ');
}
