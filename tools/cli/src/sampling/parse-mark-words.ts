import { parseArgs } from 'node:util';

const CARRIERS = ['http', 'grpc', 'tcp'] as const;
/** Nobody takes one that is good for longer. */
const MAX_SECONDS = 300;

export interface MarkWords {
  readonly verb: 'mark';
  /** The name of the root span. */
  readonly operation: string;
  readonly carrier: (typeof CARRIERS)[number];
  readonly seconds: number;
  readonly keyId: string | undefined;
}

const options = {
  operation: { type: 'string' },
  carrier: { type: 'string', default: 'http' },
  expires: { type: 'string', default: '60s' },
  key: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words after `mesh sampling mark`. What could hold a secret is not repeated in a sentence. */
export function parseMarkWords(
  args: string[],
): MarkWords | { readonly help: true } | { readonly problem: string } {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return { help: true };
  const { operation = '', carrier: name, expires, key: keyId } = values;
  const carrier = CARRIERS.find((each) => each === name);
  const seconds = secondsOf(expires);
  if (positionals.length > 0) return { problem: 'mesh sampling mark takes options only.' };
  if (operation === '')
    return { problem: "--operation must be the name of the root span, such as 'POST /v1/orders'." };
  if (carrier === undefined) return { problem: `--carrier must be http, grpc or tcp; it is "${name}".` };
  if (seconds === undefined)
    return { problem: `--expires must be a time from 1s to 5m; it is "${expires}".` };
  if (keyId !== undefined && !/^[\w-]{1,32}$/.test(keyId))
    return { problem: '--key must be the id of a key alone: secrets belong into MESH_SAMPLING_MARK_KEYS.' };
  return { verb: 'mark', operation, carrier, seconds, keyId };
}

function secondsOf(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,3})(s|m)$/.exec(text) ?? [];
  const seconds = Number(number) * (unit === 'm' ? 60 : 1);
  return seconds >= 1 && seconds <= MAX_SECONDS ? seconds : undefined;
}
