import { schedule } from 'node-cron';

/** Every second: which blogs are due? */
const BLOGS = '* * * * * *';
/** Every few minutes each channel is looked at, in case a wake was lost. */
const CHANNELS = '17 */3 * * * *';

export type Beat = { stop(): Promise<void> };

/** The clockwork: two cron beats that ask, and never overlap. */
export function startBeat(on: {
  readonly blogs: () => Promise<void>;
  readonly channels: () => Promise<void>;
  readonly failed: (error: unknown) => void;
}): Beat {
  const tasks = [
    schedule(BLOGS, () => on.blogs().catch(on.failed), { noOverlap: true }),
    schedule(CHANNELS, () => on.channels().catch(on.failed), { noOverlap: true }),
  ];
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
    },
  };
}
