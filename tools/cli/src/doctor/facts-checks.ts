import type { Check } from './check.ts';
import type { Facts } from './read-report.ts';
import { samplerCheck } from './sampler-check.ts';

/** What is in effect, and whether it keeps traces at all. */
export function factsChecks({ service, node, sampler, capture, trust, instrumentations }: Facts): Check[] {
  const versions = Object.values(instrumentations).map((name) => name.replace(/^\w+, (node .*)?/, ''));
  const traced = versions.filter((name) => name !== '' && !name.startsWith('no '));
  return [
    nameCheck(service),
    nodeCheck(node),
    { name: 'instrumentations', ok: true, sentence: `Traced are ${['HTTP', ...traced].join(', ')}.` },
    samplerCheck(sampler),
    { name: 'capture', ok: true, sentence: captureSentence(capture) },
    { name: 'trust', ok: true, sentence: trustSentence(trust) },
  ];
}

function nameCheck(service: string): Check {
  if (!service.startsWith('unknown_service'))
    return { name: 'service', ok: true, sentence: `It is ${service}.` };
  const sentence =
    'The service has no name, and nobody will find its spans and lines: set OTEL_SERVICE_NAME.';
  return { name: 'service', ok: false, sentence };
}

/** The library refuses what it cannot work with; what is older than 24 may work and is tested by nobody. */
function nodeCheck(version: string): Check {
  const ok = Number.parseInt(version, 10) >= 24;
  const sentence = ok
    ? `Node ${version} is new enough.`
    : `Nobody tests this with Node ${version}: use Node 24.`;
  return { name: 'node', ok, sentence };
}

function captureSentence(capture: string): string {
  if (capture.includes('off')) return `Nothing is kept after the fact (${capture}).`;
  return `What fails or is slow is kept after the fact: ${capture}.`;
}

function trustSentence(trust: string): string {
  const [mode, ...exceptions] = trust.split(',');
  const elsewhere = exceptions.length > 0 ? ` (${exceptions.join(', ')})` : '';
  if (mode !== 'trust') return `Callers are taken for strangers, by MESH_TRUST=${mode}${elsewhere}.`;
  return `Callers are believed in all, by MESH_TRUST=trust${elsewhere}, which is right only where nobody but your own services can connect.`;
}
