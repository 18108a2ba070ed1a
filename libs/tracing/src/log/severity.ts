import { SeverityNumber } from '@opentelemetry/api';

/** winston's npm levels as the specification's severities. */
const SEVERITIES: ReadonlyMap<string, SeverityNumber> = new Map([
  ['error', SeverityNumber.ERROR],
  ['warn', SeverityNumber.WARN],
  ['info', SeverityNumber.INFO],
  ['http', SeverityNumber.DEBUG3],
  ['verbose', SeverityNumber.DEBUG2],
  ['debug', SeverityNumber.DEBUG],
  ['silly', SeverityNumber.TRACE],
]);

export function severityOf(level: string): SeverityNumber {
  return SEVERITIES.get(level) ?? SeverityNumber.UNSPECIFIED;
}

/** Whether a line is worth more than those around it. */
export function isUrgent(level: string): boolean {
  return level === 'error' || level === 'warn';
}
