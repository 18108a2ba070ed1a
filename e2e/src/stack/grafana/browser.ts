import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What it is called on Debian, on Ubuntu, and as Google gives it. */
const names = ['chromium', 'chromium-browser', 'google-chrome'];

const executablePath = findOnPath(names);

export const chromiumIsHere = executablePath !== undefined;

function findOnPath(programs: readonly string[]): string | undefined {
  // biome-ignore lint/style/noProcessEnv: the tests have no other way to be told
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return programs
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The machine's own browser, which asks for nothing but what a page asks for. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
