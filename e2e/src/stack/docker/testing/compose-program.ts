import { nativePath } from '../../testing/native-path.ts';

let path: Promise<string> | undefined;

/** Where the compose program is that is built from its Go module: not every engine brings one. Asked for once. */
export function composeProgram(): Promise<string> {
  path ??= nativePath('compose');
  return path;
}
