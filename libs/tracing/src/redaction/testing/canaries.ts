import { randomBytes, randomInt } from 'node:crypto';

/** Secrets of each kind that exist nowhere else; where a part of one is found, it has got out. */
export interface Canaries {
  readonly mail: string;
  readonly card: string;
  readonly jwt: string;
  readonly bearer: string;
  readonly password: string;
  readonly key: string;
}

export function createCanaries(): Canaries {
  const text = () => randomBytes(12).toString('hex');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    mail: `canary.${text()}@example.com`,
    card: withCheckDigit(`4${randomInt(1e14).toString().padStart(14, '0')}`),
    jwt: `${encode({ alg: 'HS256' })}.${encode({ sub: text() })}.${text()}`,
    bearer: `bearer${text()}`,
    password: `Password-${text()}`,
    key: `sk_${'live'}_${text()}`,
  };
}

/** The parts of the canaries that are in a text or in bytes. */
export function canariesIn(canaries: Canaries, found: string | Buffer): string[] {
  const parts = Object.entries(canaries).flatMap(([kind, canary]) =>
    String(canary)
      .split(/[@.]/)
      .filter((part) => part.length > 12 && !part.startsWith('eyJhbGci'))
      .map((part) => [kind, part] as const),
  );
  return parts.flatMap(([kind, part]) => (found.includes(part) ? kind : []));
}

function withCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
