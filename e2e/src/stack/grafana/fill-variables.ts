/**
 * A query with its variables as Grafana fills them in: `$name`, `${name}`, `${name.field}`, and any of them with a
 * `:format` behind. One that is not there would go to the store as it stands; here it is an error.
 */
export function fillVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$(?:(\w+)|\{([\w.]+)(?::\w+)?\})/g, (whole, plain, braced) => {
    const value = values[plain ?? braced];
    if (value === undefined) throw new Error(`${whole} is no variable, in: ${text}`);
    return value;
  });
}
