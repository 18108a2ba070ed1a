/** Takes the fields of a line one by one, as a log record has them: `error.code` and not an object in an object. */
export interface FlatFields {
  /** Of two with one name the first counts. */
  add(name: string, value: string | number | boolean): void;
}
