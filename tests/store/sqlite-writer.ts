import { openStore } from '../../src/store/open-store.ts';

/**
 * Run as a process by the kill test: sets one key after another, several at a time, and prints the number of each only
 * after its set resolved.
 */
const [location = '', lanes = '1'] = process.argv.slice(2);
const store = await openStore(location);
process.stdout.write('ready\n');
let next = 0;
const lane = async (): Promise<void> => {
  for (;;) {
    const n = next++;
    await store.set(`n:${n}`, { n, text: 'The tide turns at noon. '.repeat(20) });
    process.stdout.write(`${n}\n`);
  }
};
await Promise.all(Array.from({ length: Number(lanes) }, lane));
