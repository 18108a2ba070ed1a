import { parseArgs } from 'node:util';

const KINDS = ['lite', 'native', 'docker'] as const;
const EXTRAS = ['zipkin', 'elk'] as const;

/** What stores the telemetry: the stand-in, the real programs as processes, or as containers. */
export type BackendsKind = (typeof KINDS)[number];

/** Back ends on top of the usual ones. */
export type ExtraBackend = (typeof EXTRAS)[number];

export interface UpWords {
  readonly backends: BackendsKind;
  readonly extras: readonly ExtraBackend[];
}

export type UpArguments = { readonly help: true } | { readonly problem: string } | UpWords;

/** Reads the words after `mesh up`; a wrong one becomes a sentence. */
export function parseUpArguments(args: string[]): UpArguments {
  const options = {
    backends: { type: 'string', default: 'lite' },
    with: { type: 'string', multiple: true, default: [] as string[] },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    return values.help
      ? { help: true }
      : check(
          values.backends,
          values.with.flatMap((list) => list.split(',')),
        );
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function check(backends: string, extras: readonly string[]): UpArguments {
  if (!isOneOf(KINDS, backends))
    return { problem: `--backends must be lite, native or docker; it is "${backends}".` };
  const wrong = extras.find((extra) => !isOneOf(EXTRAS, extra));
  if (wrong !== undefined) return { problem: `--with takes zipkin, elk or zipkin,elk; it is "${wrong}".` };
  if (extras.length > 0 && backends !== 'native') {
    const docker = 'In Docker, deploy/compose/zipkin.yml and elk.yml add them.';
    return { problem: `--with needs --backends native, but they are ${backends}. ${docker}` };
  }
  return { backends, extras: EXTRAS.filter((extra) => extras.includes(extra)) };
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}
