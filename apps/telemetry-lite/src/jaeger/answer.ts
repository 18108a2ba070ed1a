import { type Answer, text } from '../http/answer.ts';

/** JSON as Jaeger 2.13 sends it: it sets no content type, so Go guesses plain text. */
export function jaegerJson(status: number, body: string): Answer {
  return text(status, body);
}
