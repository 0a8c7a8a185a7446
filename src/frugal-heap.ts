import { setFlagsFromString } from 'node:v8';

/**
 * Imported first, for its effect: on a machine with much memory V8 lets the heap grow to four times of what is alive
 * before it looks for garbage; a bot that runs for weeks beside others had better look sooner. How far the heap may grow
 * when all of it is needed stays as it is.
 */
setFlagsFromString('--optimize-for-size');
