import { buildCapture } from './build-capture.ts';
import { buildLimit } from './build-limit.ts';
import { buildPolicy, inheritPolicy } from './build-policy.ts';
import { SLOW_MILLIS } from './capture-defaults.ts';
import type { WrittenDocument, WrittenPolicy } from './document-schema.ts';
import { documentGuarantee } from './guarantees.ts';
import type { Limit, SamplingDocument, SamplingRule } from './sampling-document.ts';
import { SamplingDocumentError } from './sampling-document-error.ts';

const NOTHING = { limit: { perSecond: 0, burst: 0 }, by: '', wayOut: '' };
const GUARANTEED = {
  by: 'forced, first and floor of all operations may keep in any case',
  wayOut: 'raise it, or lower these or operations',
};

/**
 * The document with all that it leaves open.
 *
 * @throws SamplingDocumentError where its parts make no sense together
 */
export function buildDocument(written: WrittenDocument): SamplingDocument {
  const problems: string[] = [];
  const { parent, operations } = written;
  const own = {
    operations,
    forced: written.forced && buildLimit(written.forced, 'forced', NOTHING, problems),
    capture: buildCapture(written.capture, problems),
    default: buildPolicy(written.default, 'default', problems),
    slowMillis: ownSlowMillis(written.default) ?? SLOW_MILLIS,
    rules: buildRules(written, problems),
  };
  const overall = buildOverall(written, own, problems);
  if (problems.length > 0) throw new SamplingDocumentError(problems);
  return { parent, ...own, overall };
}

function buildOverall(
  { overall }: WrittenDocument,
  own: Omit<SamplingDocument, 'parent' | 'overall'>,
  problems: string[],
): Limit | undefined {
  const guaranteed = { limit: documentGuarantee(own), ...GUARANTEED };
  return overall && buildLimit(overall, 'overall', guaranteed, problems);
}

function buildRules({ rules, default: byDefault }: WrittenDocument, problems: string[]): SamplingRule[] {
  const names = new Map<string, number>();
  return rules.map(({ name, match, ...policy }, index) => {
    const place = `rules[${index}]`;
    const other = names.get(name);
    if (other !== undefined)
      problems.push(
        `${place}.name is ${JSON.stringify(name)}, but so is that of rules[${other}]: change one`,
      );
    names.set(name, index);
    problems.push(...problemsOf(match, place));
    return {
      name,
      match,
      policy: buildPolicy(inheritPolicy(policy, byDefault), place, problems),
      slowMillis: ownSlowMillis(policy),
    };
  });
}

/** What is slow for a boost is slow for capture, too, unless that is said otherwise. */
function ownSlowMillis({ slowMillis, boost }: WrittenPolicy): number | undefined {
  return slowMillis ?? boost?.slowMillis;
}

function problemsOf({ hours, ...match }: SamplingRule['match'], place: string): string[] {
  if (!hours && Object.keys(match).length === 0)
    return [`${place}.match is empty, so that the rule is the default: write that, or what it is to match`];
  if (hours?.from !== hours?.to || !hours) return [];
  return [`${place}.match.hours begins and ends at ${hours.from}: leave hours out for the whole day`];
}
