/** No name is longer; of a text that somebody made up as one, the end says what it is. */
const MAX_LENGTH = 200;

const BETWEEN = /[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/** The words of a name in any of the usual ways to write one: `X-Api-Key`, `apiKey2` and `api_key` are `api key`. */
export function wordsOf(name: string): string {
  return name
    .slice(-MAX_LENGTH)
    .split(BETWEEN)
    .map((word) => word.toLowerCase().replace(/\d+$/, ''))
    .filter(Boolean)
    .join(' ');
}
