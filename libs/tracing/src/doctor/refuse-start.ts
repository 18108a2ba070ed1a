/** @throws always: a sentence for the person who starts the program, without frames */
export function refuseStart(reason: string): never {
  const error = new Error(`@mesh/tracing ${reason}.`);
  // Where in here it was found is nobody's business.
  error.stack = `${error.name}: ${error.message}`;
  throw error;
}
