import type { Attributes } from '@opentelemetry/api';
import { labelName } from './metric-name.ts';

/** `a="1",b="2"` */
export function labelsOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${labelName(name)}="${escapeValue(String(value))}"`)
    .join(',');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

/** https://prometheus.io/docs/instrumenting/exposition_formats/#comments-help-text-and-type-information */
function escapeValue(text: string): string {
  return text.replace(/[\\"\n]/g, (letter) => ESCAPES[letter] ?? letter);
}
