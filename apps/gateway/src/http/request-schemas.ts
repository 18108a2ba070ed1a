import type { FieldViolation } from '@mesh/rpc';
import { z } from 'zod';
import { RequestRejected } from './request-rejected.ts';

const text = z.string('must be a string');
/** The shape only; what a value may be is the order service's rule. */
const int32 = z.int32('must be a whole number of at most 2147483647');
const item = z.strictObject({ sku: text, quantity: int32 }, 'must be an object with sku and quantity');

export const placeOrderBody = z.strictObject(
  { customerId: text, items: z.array(item, 'must be an array of items') },
  'must be a JSON object',
);

export const pageQuery = z.strictObject({
  pageSize: text
    .regex(/^-?\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .optional(),
  pageToken: text.default(''),
});

export const noQuery = z.strictObject({});

/**
 * What is wrong with the value, field by field, a field that is not known by its name.
 *
 * @throws {RequestRejected} 400
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const violations = result.error.issues.flatMap(violationsOf);
  const [first] = violations;
  throw new RequestRejected(400, `${first?.field} ${first?.description}`, violations.slice(0, maxViolations));
}

const maxViolations = 10;

function violationsOf(issue: z.core.$ZodIssue): FieldViolation[] {
  const field = fieldName(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ field: field || 'body', description: issue.message }];
  return issue.keys.map((key) => ({
    field: fieldName([...issue.path, key.slice(0, 64).toWellFormed()]),
    description: 'is not a known field',
  }));
}

/** `items[0].sku`, as the protobuf side names it too. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}
