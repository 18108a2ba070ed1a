import { REDACTED } from './redacted.ts';

/** Of the part before the @: https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.1. */
const MAX_LOCAL = 64;

const AT = /@|%40/g;
const LOCAL = /[\w.!#$%&'*+\-~\u0080-\uffff]/;
/** A domain with a top level of letters; its labels are bounded, so that it is found or refused in a bounded time. */
const DOMAIN =
  /(?:[a-z0-9\u0080-\uffff][a-z0-9\u0080-\uffff-]{0,62}\.){1,8}(?:xn--[a-z0-9-]{1,58}|[a-z\u0080-\uffff]{2,24})(?![\w-])/iy;

/** What stands behind an @ in file names: `icon@2x.png`, `lodash@4.17.21.tgz`. */
const FILE = /^\d+\.\d+\.|\.(?:[cm]?[jt]sx?|json|map|png|jpe?g|gif|svg|webp|css|html?|tgz|gz|zip|vue)$/i;

/** The text without the addresses in it; `mail to a.b@c.org` becomes `mail to [REDACTED]`. */
export function redactEmails(text: string): string {
  let clean = '';
  let from = 0;
  AT.lastIndex = 0;
  for (let found = AT.exec(text); found; found = AT.exec(text)) {
    // First, as it is soon refused, and a text may be full of @.
    const end = domainEnd(text, AT.lastIndex);
    if (end === undefined) continue;
    const start = localStart(text, found.index, from);
    if (start === found.index) continue;
    clean += text.slice(from, start) + REDACTED;
    from = end;
    AT.lastIndex = end;
  }
  return from === 0 ? text : clean + text.slice(from);
}

function localStart(text: string, at: number, from: number): number {
  let start = at;
  const first = Math.max(from, at - MAX_LOCAL);
  while (start > first && LOCAL.test(text[start - 1] as string)) start--;
  return start;
}

function domainEnd(text: string, start: number): number | undefined {
  DOMAIN.lastIndex = start;
  const domain = DOMAIN.exec(text)?.[0];
  return domain === undefined || FILE.test(domain) ? undefined : start + domain.length;
}
