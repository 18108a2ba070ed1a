import type { AnyValue, KeyValue } from '../otlp/types.ts';

/** An OTLP value as Loki writes it (pdata's AsString): scalars as they are, bytes in base64, the rest as JSON. */
export function valueAsString(value: AnyValue | undefined): string {
  const plain = valueAsPlain(value);
  if (plain === null) return '';
  return typeof plain === 'object' ? JSON.stringify(plain) : `${plain}`;
}

function valueAsPlain(value: AnyValue | undefined): unknown {
  if (value?.arrayValue) return (value.arrayValue.values ?? []).map(valueAsPlain);
  if (value?.kvlistValue) return Object.fromEntries((value.kvlistValue.values ?? []).map(plainEntry));
  return (
    value?.stringValue ??
    value?.boolValue ??
    intAsPlain(value) ??
    value?.doubleValue ??
    value?.bytesValue ??
    null
  );
}

function plainEntry({ key = '', value }: KeyValue): [string, unknown] {
  return [key, valueAsPlain(value)];
}

/** A number where JSON can hold it exactly, else its decimal digits. */
function intAsPlain(value: AnyValue | undefined): number | string | undefined {
  const number = Number(value?.intValue);
  return Number.isSafeInteger(number) ? number : value?.intValue;
}
