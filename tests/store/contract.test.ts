import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { postgresService, redisService, type Service } from '../support/services.ts';

const folder = mkdtempSync(join(tmpdir(), 'liveblog-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const state = `sqlite:${join(folder, 'contract.db')}`;
storeContract('SQLite', { open: () => openStore(state), reopen: () => openStore(state) });

storeContract('the store in memory', { open: async () => new MemoryStore() });

onServer('Redis', await redisService());
onServer('PostgreSQL', await postgresService());

function onServer(name: string, service: Service): void {
  if ('skip' in service) {
    describe.skip(`${name} (${service.skip})`, () => undefined);
    return;
  }
  storeContract(name, { open: () => openStore(service.url), reopen: () => openStore(service.url) });
}
