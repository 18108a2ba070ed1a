import { parseArgs } from 'node:util';
import { type MarkWords, parseMarkWords } from './parse-mark-words.ts';

export type SamplingArguments = { readonly help: true } | { readonly problem: string } | SamplingWords;

export type SamplingWords = ShowWords | SetWords | MarkWords;

interface ShowWords {
  readonly verb: 'show';
  readonly json: boolean;
}

export interface SetWords {
  readonly verb: 'set';
  /** The name of one of the repository, or a file. */
  readonly document: string;
  /** Where to write it. */
  readonly file: string | undefined;
}

const help = { type: 'boolean', short: 'h' } as const;

const verbs: Readonly<Record<string, (args: string[]) => SamplingArguments>> = {
  show: parseShow,
  set: parseSet,
  mark: parseMarkWords,
};

/** Reads the words after `mesh sampling`; a wrong one becomes a sentence. */
export function parseSamplingArguments([verb = '', ...args]: string[]): SamplingArguments {
  if (/^(--help|-h|help)$/.test(verb)) return { help: true };
  const parse = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!parse) return { problem: 'After mesh sampling comes show, set or mark.' };
  try {
    return parse(args);
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function parseShow(args: string[]): SamplingArguments {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false }, help } });
  return values.help ? { help: true } : { verb: 'show', json: values.json };
}

function parseSet(args: string[]): SamplingArguments {
  const options = { file: { type: 'string' }, help } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return { help: true };
  const [document = '', ...others] = positionals;
  if (document === '' || others.length > 0)
    return { problem: 'mesh sampling set takes one document: quiet, canary, production or a file.' };
  return { verb: 'set', document, file: values.file };
}
