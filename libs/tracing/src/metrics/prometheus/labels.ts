import type { Attributes } from '@opentelemetry/api';
import { labelName } from './metric-name.ts';

/**
 * `a="1",b="2"`. Attributes that get the same name are one label, as Prometheus makes of them what comes over OTLP: it
 * refuses all that a service has for a label that is there twice.
 */
export function labelsOf(attributes: Attributes): string {
  const labels = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes)) {
    const name = labelName(key);
    const before = labels.get(name);
    labels.set(name, before === undefined ? String(value) : `${before};${value}`);
  }
  return [...labels].map(([name, value]) => `${name}="${escapeValue(value)}"`).join(',');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

/** https://prometheus.io/docs/instrumenting/exposition_formats/#comments-help-text-and-type-information */
function escapeValue(text: string): string {
  return text.replace(/[\\"\n]/g, (letter) => ESCAPES[letter] ?? letter);
}
