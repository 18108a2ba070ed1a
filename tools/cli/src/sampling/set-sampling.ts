import { resolve } from 'node:path';
import type { Env } from '../command.ts';
import { locateHome } from '../host/home.ts';
import { printable } from '../terminal/printable.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type Answer, openServices } from './ask-services.ts';
import { chooseFile } from './choose-file.ts';
import type { SamplingConfig } from './config.ts';
import type { SetWords } from './parse-arguments.ts';
import { readDocument } from './read-document.ts';
import { type Effect, untilInEffect } from './until-in-effect.ts';
import { writeWhole } from './write-whole.ts';

/**
 * `mesh sampling set`; answers whether every service has it.
 *
 * @throws SamplingError before anything is written
 */
export async function setSampling(
  words: SetWords,
  config: SamplingConfig,
  env: Env,
  terminal: Terminal,
): Promise<boolean> {
  const { text, document } = readDocument(words.document);
  const services = openServices(config.places);
  try {
    const before = await services.ask();
    const file = chooseFile(words.file ?? config.file, before, locateHome(env).sampling);
    writeWhole(file, text);
    terminal.print(`Wrote ${words.document} to ${file}.\n`);
    // Nobody has to be waited for who was not there before.
    const effect = before.some((answer) => 'report' in answer)
      ? await untilInEffect(services.ask, file, document)
      : { ms: 0, answers: before, names: [] };
    return tell(effect, file, terminal);
  } finally {
    services.close();
  }
}

function tell({ ms, answers, names }: Effect, file: string, terminal: Terminal): boolean {
  if (names.length > 0)
    terminal.print(`In effect in ${names.join(', ')} after ${(ms / 1000).toFixed(1)} s.\n`);
  const late = answers.filter(({ name }) => !names.includes(name));
  for (const answer of late) terminal.complain(printable(`mesh sampling: ${whyNot(answer, file)}`));
  return late.length === 0;
}

function whyNot(answer: Answer, file: string): string {
  if ('problem' in answer) return answer.problem;
  const { name } = answer;
  const { kind, location = '', error } = answer.report.source;
  if (kind !== 'file') return `${name} is configured by ${kind} ${location} and reads no file.`;
  if (resolve(location) !== file) return `${name} reads ${location}.`;
  return error === undefined ? `${name} does not have it yet.` : `${name} refuses it: ${error}`;
}
