import { schedule } from 'node-cron';

/** Every second: which blogs are due? */
const BLOGS = '* * * * * *';
/** Every few minutes each channel is looked at, in case a wake was lost. */
const CHANNELS = '17 */3 * * * *';

export type Beat = { stop(): Promise<void> };

/**
 * The clockwork: two cron beats that ask, and never overlap. A beat that could not come in its time, or found the one
 * before still at work, is `late`; the next one asks for all that is due by then.
 */
export function startBeat(on: {
  readonly blogs: () => Promise<void>;
  readonly channels: () => Promise<void>;
  readonly late: () => void;
  readonly failed: (error: unknown) => void;
}): Beat {
  // Without one of ours node-cron writes to the console, past the log.
  const logger = { info: () => undefined, debug: () => undefined, warn: on.late, error: on.failed };
  const tasks = [
    schedule(BLOGS, () => on.blogs().catch(on.failed), { noOverlap: true, logger }),
    schedule(CHANNELS, () => on.channels().catch(on.failed), { noOverlap: true, logger }),
  ];
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
    },
  };
}
