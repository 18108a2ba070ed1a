/** Of this thread: a busy machine makes clocks, but not work, go on. */
export function cpuMillisOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
