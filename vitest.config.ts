import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    pool: 'forks',
    // Most of the time is spent waiting for processes, sockets and clocks.
    maxWorkers: 3,
  },
});
