/** More is read by nobody, and goes into a line. */
const MAX_PROBLEMS = 20;

/** Text that is no sampling document, with what is wrong with it. */
export class SamplingDocumentError extends Error {
  override name = 'SamplingDocumentError';
  /** One at least. Each a sentence that names the place: `rules[2].ratio must be a number from 0 to 1, but is 7`. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const told = problems.slice(0, MAX_PROBLEMS);
    const left = problems.length - told.length;
    if (left > 0) told.push(`and ${left} more`);
    super(told.join('; '));
    this.problems = told;
  }
}
