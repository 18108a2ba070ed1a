import type { Env } from '../command.ts';
import { openServices } from '../sampling/ask-services.ts';
import { readSamplingConfig } from '../sampling/config.ts';
import { describePolicy } from '../sampling/describe-policy.ts';
import type { SamplingReport } from '../sampling/sampling-report.ts';
import type { Check } from './check.ts';

/** What the services of the mesh keep; nothing of those that do not run. */
export async function checkServices(env: Env): Promise<Check[]> {
  const config = readSamplingConfig(env);
  if ('problem' in config) return [];
  const services = openServices(config.places);
  try {
    const answers = await services.ask();
    return answers.flatMap((answer) => ('report' in answer ? [check(answer.name, answer.report)] : []));
  } finally {
    services.close();
  }
}

function check(service: string, { source, document, capture }: SamplingReport): Check {
  const name = `sampling of ${service}`;
  const { default: policy, rules } = document;
  const isCapturing = document.capture !== undefined && capture !== undefined;
  if (source.error !== undefined) {
    const sentence = `${service} goes on as it was, for ${source.location} is not taken (${source.error}): mend it (npx mesh sampling show).`;
    return { name, ok: false, sentence };
  }
  if (policy.kind === 'never' && rules.length === 0) {
    const sentence = `${service} keeps no trace that begins there${isCapturing ? ' unless it fails or is slow' : ''}: npx mesh sampling set quiet keeps all.`;
    return { name, ok: false, sentence };
  }
  const others =
    rules.length > 0 ? `, or what a rule says (${rules.map((rule) => rule.name).join(', ')})` : '';
  const sentence = `Of traces that begin there ${service} keeps: ${describePolicy(policy)}${others}${isCapturing ? '; and after the fact what fails or is slow' : ''}.`;
  return { name, ok: true, sentence };
}
