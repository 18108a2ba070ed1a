import { readFile } from 'node:fs/promises';
import type { Log } from '../log.ts';
import { type Answers, answersOf } from './answers.ts';
import { parseStrategies } from './strategies.ts';

/**
 * The answers that the file makes now: it is read at each question, which is one a second and service. What cannot be
 * read or is wrong leaves the last good ones, and is said once. Before any good ones there is no answer, so that who asks
 * stays with what it has: Jaeger would not start, but here traces and lines would be gone with it. Without a path
 * everything is kept.
 */
export function strategiesFile(path: string | undefined, log: Log): () => Promise<Answers | undefined> {
  if (path === undefined) {
    const all = answersOf({});
    return async () => all;
  }
  let answers: Answers | undefined;
  let seen: string | undefined;

  async function follow(file: string): Promise<void> {
    const text = await readFile(file, 'utf8');
    if (text === seen) return;
    seen = text;
    answers = answersOf(parseStrategies(text));
    log('info', 'sampling strategies read', { path: file });
  }

  let said = '';
  return async () => {
    try {
      await follow(path);
      said = '';
    } catch (cause) {
      const error = (cause as Error).message;
      const kept = answers ? 'the last good sampling strategies stay' : 'there are no sampling strategies';
      if (error !== said) log('error', kept, { path, error });
      said = error;
    }
    return answers;
  };
}
