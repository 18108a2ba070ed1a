import type { Repository } from './repository.ts';

/**
 * One rule of the house. Answers a sentence for each place that breaks it, naming the file and the way out;
 * an empty list is a pass.
 */
export type Check = (repository: Repository) => string[] | Promise<string[]>;
