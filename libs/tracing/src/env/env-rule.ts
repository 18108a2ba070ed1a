/** What a variable must hold. */
export interface Rule {
  /** Ends the sentence "NAME must be …". */
  readonly must: string;
  accepts(value: string): boolean;
  /** The value may be a secret: an error does not show it. */
  readonly secret?: true;
}

export const anything: Rule = { must: 'anything', accepts: () => true };

export const count: Rule = {
  must: 'a whole number greater than 0',
  accepts: (value) => /^[1-9]\d{0,8}$/.test(value),
};

export const share: Rule = {
  must: 'a number from 0 to 1',
  accepts: (value) => /^(\d+\.?\d*|\.\d+)(e-\d+)?$/i.test(value) && Number(value) <= 1,
};

export const address: Rule = {
  must: 'an http:// or https:// address',
  accepts: (value) => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol),
};

/** Whether it is a whole number, and not outside. */
export function isWithin(value: string, least: number, most: number): boolean {
  return /^[1-9]\d{0,11}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

export function oneOf(...values: string[]): Rule {
  const must = values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`;
  return { must, accepts: (value) => values.includes(value) };
}

export function listOf(...values: string[]): Rule {
  return {
    must: `a list of ${values.join(', ')}`,
    accepts: (list) => fieldsOf(list).every((field) => values.includes(field)),
  };
}

/** The parts between the commas, without those that are empty. */
export function fieldsOf(list: string): string[] {
  return list.split(',').flatMap((field) => field.trim() || []);
}
