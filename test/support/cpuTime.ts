/**
 * Starts to count the processor time of this process; what is returned tells it in milliseconds. Time on the clock would
 * count what other processes do meanwhile.
 */
export function startCpuTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}

/** The processor time of some work, in milliseconds: the best of three rounds. */
export function cpuTime(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const time = startCpuTime();
      work();
      return time();
    }),
  );
}
