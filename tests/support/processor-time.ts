/**
 * Starts a watch that counts the processor time of this process, ms: what a text costs to read, however busy the machine
 * is with something else.
 */
export function processorTime(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
}
