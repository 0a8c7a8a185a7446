import type { Step } from '../story-step.ts';
import { dusk } from './dusk.ts';
import { highWater } from './high-water.ts';
import { night } from './night.ts';

/** The sample live blog: one evening in the harbour town of Saltmere, in the order things happened. */
export const story = {
  title: 'Storm night in Saltmere: the surge, hour by hour',
  publisher: 'Saltmere Gazette',
  description: 'A storm surge meets the spring tide. Our reporters are on the quay.',
  steps: [...dusk, ...highWater, ...night] satisfies readonly Step[],
} as const;
