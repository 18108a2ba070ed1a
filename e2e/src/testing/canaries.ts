import { randomBytes } from 'node:crypto';

/** Secrets that exist nowhere else. */
export interface Canaries {
  readonly mail: string;
  readonly card: string;
  readonly jwt: string;
  readonly bearer: string;
  readonly key: string;
}

export function createCanaries(): Canaries {
  const text = () => randomBytes(12).toString('hex');
  const subject = Buffer.from(JSON.stringify({ sub: text() })).toString('base64url');
  return {
    mail: `canary.${text()}@example.com`,
    card: '4929123456789015',
    jwt: `eyJhbGciOiJIUzI1NiJ9.${subject}.${text()}`,
    bearer: `bearer${text()}`,
    key: `sk_${'live'}_${text()}`,
  };
}

/** Of each, what is found where it was not redacted as a whole. */
export function partsOf({ mail, card, jwt, bearer, key }: Canaries): string[] {
  return [mail.slice(0, -'@example.com'.length), card, ...jwt.split('.').slice(1), bearer, key];
}
