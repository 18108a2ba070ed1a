/** Node's flags that write a CPU profile of one service of one configuration, as `readProfiles` finds it. */
export function profileFlags(folder: string | undefined, configuration: string, service: string): string[] {
  if (folder === undefined) return [];
  return ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${configuration}.${service}.cpuprofile`];
}
