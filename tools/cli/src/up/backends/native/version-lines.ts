import { type NativeName, type NativeProgram, nativePrograms } from '../../../native/native-programs.ts';

/** A line for each program: its version, and that of its image with the reason where they differ. */
export function versionLines(names: readonly NativeName[]): string {
  return names.map((name) => lineOf(name, nativePrograms[name])).join('\n');
}

function lineOf(name: string, { version, imageVersion, why }: NativeProgram): string {
  const difference = why === undefined ? '' : `  (the image is ${imageVersion}: ${why})`;
  return `  ${name.padEnd(21)} ${version}${difference}`;
}
