/**
 * An attribute's name as a Loki label: each run of characters other than letters and digits becomes one `_`,
 * a leading digit gets `key_` before it (prometheus/otlptranslator, which Loki's OTLP receiver uses).
 */
export function labelName(attribute: string): string {
  const name = attribute.replace(/[^a-zA-Z0-9]+/g, '_');
  return /^\d/.test(name) ? `key_${name}` : name || '_';
}
