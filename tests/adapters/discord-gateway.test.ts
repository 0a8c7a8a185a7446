import { describe, expect, it } from 'vitest';
import { commandTree } from '../../adapters/discord/command-tree.ts';
import { discordApplication } from '../../adapters/discord/index.ts';
import { sameCommands } from '../../adapters/discord/registration.ts';
import { entryPost } from '../contracts/sample-posts.ts';
import { Driver, until } from '../support/fake-discord/driver.ts';
import type { FakeDiscord } from '../support/fake-discord/server.ts';
import { CHANNEL, GUILD } from '../support/fake-discord/world.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { adapterOn, DEAF, discordStage } from './discord-stage.ts';

const intent = (token: string) => ({ token, key: token, since: Date.now() - 1_000 });

describe('the connection to Discord', () => {
  it('asks for no privileged intent', async () => {
    const { fake, close } = await discordStage();

    expect(fake.gateway.intents).toBe((1 << 0) | (1 << 9));
    await close();
  });

  it('is resumed after a cut, and a command typed meanwhile is answered', async () => {
    const { fake, adapter, close } = await discordStage();
    fake.gateway.cut();

    const asked = new Driver(fake).slash('status');

    await until(() => asked.original ?? asked.refused, 'an answer');
    expect(fake.gateway.log).toContain('resumed');
    await until(() => adapter.status().health().connected, 'connected');
    await close();
  });

  it('says that it is down while it is down', async () => {
    const { fake, adapter, close } = await discordStage();

    fake.gateway.cut();

    await until(() => !adapter.status().health().connected, 'down');
    expect(adapter.status().health().reason).toBe('reconnecting to Discord');
    await until(() => adapter.status().health().connected, 'up');
    await close();
  });

  it('reconnects when Discord asks for it (opcode 7)', async () => {
    const { fake, adapter, close } = await discordStage();

    fake.gateway.askToReconnect();

    await until(() => fake.gateway.log.includes('resumed'), 'resumed');
    await until(() => adapter.status().health().connected, 'up');
    await close();
  });

  it('identifies anew when the session is over (opcode 9)', async () => {
    const { fake, adapter, close } = await discordStage();

    fake.gateway.invalidate(false);

    const end = Date.now() + 12_000;
    while (fake.gateway.log.filter((word) => word === 'identify').length < 2 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(fake.gateway.log.filter((word) => word === 'identify')).toHaveLength(2);
    await until(() => adapter.status().health().connected, 'up');
    await close();
  });

  it('notices a connection that looks alive and is not', async () => {
    const { fake, adapter, close } = await discordStage(DEAF, {}, (server) => {
      server.gateway.heartbeatInterval = 300;
    });
    fake.gateway.zombie = true;

    await until(() => fake.gateway.log.includes('resume') || !adapter.status().health().connected, 'noticed');

    fake.gateway.zombie = false;
    await until(() => adapter.status().health().connected, 'up');
    await close();
  });

  it('tells why it stays down when Discord wants no more (4014)', async () => {
    const { fake, adapter, close } = await discordStage();

    fake.gateway.closeWith(4014);

    await until(() => adapter.status().health().reason?.includes('intent'), 'the reason');
    await close();
  });

  it('comes back after Discord was away', async () => {
    const { fake, adapter, close } = await discordStage();

    const back = await fake.away();
    await until(() => !adapter.status().health().connected, 'down');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await back();

    await until(() => adapter.status().health().connected, 'up');
    await close();
  });

  it('starts before Discord is there and connects when it is', async () => {
    const { fake, close } = await discordStage();
    const back = await fake.away();
    const adapter = adapterOn(fake, { connectTimeout: 200 });

    await adapter.start(DEAF);
    expect(adapter.status().health()).toMatchObject({ connected: false, reason: expect.stringContaining('network') });
    await back();

    await until(() => adapter.status().health().connected, 'up');
    await adapter.stop();
    await close();
  });

  it('names the application and how to invite it', async () => {
    const { fake, close } = await discordStage();

    const { id, inviteUrl } = await discordApplication(fake, AbortSignal.timeout(5_000));

    expect(new URL(inviteUrl).searchParams.get('client_id')).toBe(id);
    expect(BigInt(new URL(inviteUrl).searchParams.get('permissions') ?? '0') & (1n << 3n)).toBe(0n);
    await close();
  });

  it('does not start with a wrong token, and says what to do', async () => {
    const { fake, close } = await discordStage();
    const adapter = adapterOn(fake, { token: 'wrong.bot.token' });

    const error = await adapter.start(DEAF).catch((caught: unknown) => caught);

    expect(error).toMatchObject({ kind: 'forbidden' });
    expect(String(error)).toContain('developer portal');
    expect(String(error)).not.toContain('wrong.bot.token');
    await adapter.stop();
    await close();
  });

  it('posting works without it, as the check command needs', async () => {
    const { fake, close } = await discordStage();
    const adapter = adapterOn(fake);

    const access = await adapter.status().access(`discord:${CHANNEL}`, AbortSignal.timeout(5_000));
    await adapter.outbound.post(
      { channel: `discord:${CHANNEL}` },
      entryPost(),
      intent('t'),
      AbortSignal.timeout(5_000),
    );

    expect(access).toEqual({ reachable: true, name: '#harbour', missing: [] });
    expect(adapter.status().health()).toMatchObject({ connected: false, reason: 'not started yet' });
    await adapter.stop();
    await close();
  });
});

describe('the commands Discord knows', () => {
  it('are written at the first start and not again at the next', async () => {
    const { fake, close } = await discordStage();
    const again = adapterOn(fake);

    await again.start(DEAF);

    expect(fake.commands.writes).toBe(1);
    expect(fake.commands.of('').map(({ name }) => name)).toEqual([
      'liveblog',
      'Why this entry',
      'History',
      'Mute similar',
    ]);
    await again.stop();
    await close();
  });

  it('are written again when somebody changed them', async () => {
    const { fake, close } = await discordStage();
    fake.commands.lists.set('', fake.commands.of('').slice(1));
    const again = adapterOn(fake);

    await again.start(DEAF);

    expect(fake.commands.writes).toBe(2);
    await again.stop();
    await close();
  });

  it('are written to the named guilds alone when there are any', async () => {
    const { fake, close } = await discordStage(DEAF, { guilds: [GUILD] });

    expect(fake.commands.of(GUILD)).toHaveLength(4);
    expect(fake.commands.of('')).toEqual([]);
    await close();
  });

  describe('when an operator goes from guilds to everywhere', () => {
    const named = (fake: FakeDiscord, guild: string) => fake.commands.of(guild).map(({ name }) => name);
    const looks = (fake: FakeDiscord) =>
      fake.requests.filter((line) => /^GET .*\/guilds\/\d+\/commands/u.test(line)).length;

    it('do not stand twice in the guilds that had their own', async () => {
      const { fake, close } = await discordStage(DEAF, { guilds: [GUILD], store: new MemoryStore() });
      const global = adapterOn(fake, { store: new MemoryStore() });

      await global.start(DEAF);

      await until(() => named(fake, GUILD).length === 0, 'the removal');
      expect(named(fake, '')).toHaveLength(4);
      await global.stop();
      await close();
    });

    it('leave alone what others registered there for the same application', async () => {
      const { fake, close } = await discordStage(DEAF, { guilds: [GUILD] });
      fake.commands.lists.set(GUILD, [...fake.commands.of(GUILD), { name: 'tides', id: '77' }]);
      const global = adapterOn(fake, { store: new MemoryStore() });

      await global.start(DEAF);

      await until(() => named(fake, GUILD).length === 1, 'the removal');
      expect(named(fake, GUILD)).toEqual(['tides']);
      await global.stop();
      await close();
    });

    it('are looked for once, and only there the next time', async () => {
      const store = new MemoryStore();
      const { fake, close } = await discordStage(DEAF, { store });
      await until(() => looks(fake) === 1, 'the look');
      const later = adapterOn(fake, { store });
      await later.start(DEAF);
      await later.stop();
      expect(looks(fake)).toBe(1);

      const local = adapterOn(fake, { store, guilds: [GUILD] });
      await local.start(DEAF);
      await local.stop();
      const global = adapterOn(fake, { store });
      await global.start(DEAF);

      await until(() => named(fake, GUILD).length === 0, 'the removal');
      await global.stop();
      await close();
    });

    it('are taken from a guild that is named no more', async () => {
      const store = new MemoryStore();
      const { fake, close } = await discordStage(DEAF, { store, guilds: [GUILD] });
      fake.world.guilds.add('1100000000000000077');
      const other = adapterOn(fake, { store, guilds: ['1100000000000000077'] });

      await other.start(DEAF);

      await until(() => named(fake, GUILD).length === 0, 'the removal');
      expect(named(fake, '1100000000000000077')).toHaveLength(4);
      await other.stop();
      await close();
    });

    it('keep nobody waiting where the bot may not look', async () => {
      const store = new MemoryStore();
      await store.set('discord-commands', { guilds: ['1100000000000000099'] });
      const { fake, adapter, close } = await discordStage(DEAF, { store });

      await until(() => store.records.get('discord-commands') === '{"guilds":[]}', 'the end');
      expect(adapter.status().health().connected).toBe(true);
      expect(named(fake, '')).toHaveLength(4);
      await close();
    });
  });

  it('are within the documented limits, in every language', () => {
    type Node = {
      readonly name: string;
      readonly description?: string;
      readonly description_localizations?: Readonly<Record<string, string>>;
      readonly options?: readonly Node[];
      readonly choices?: readonly Node[];
      readonly value?: string;
      readonly required?: boolean;
    };
    const longest = (node: Node): number =>
      node.name.length +
      Math.max(
        0,
        ...[node.description ?? '', ...Object.values(node.description_localizations ?? {})].map((d) => d.length),
      ) +
      String(node.value ?? '').length +
      [...(node.options ?? []), ...(node.choices ?? [])].reduce((sum, child) => sum + longest(child), 0);
    const check = (node: Node) => {
      expect(node.name.length).toBeLessThanOrEqual(32);
      for (const words of [node.description ?? '', ...Object.values(node.description_localizations ?? {})]) {
        expect(words.length).toBeLessThanOrEqual(100);
      }
      expect((node.options ?? []).length).toBeLessThanOrEqual(25);
      const required = (node.options ?? []).map((option) => option.required === true);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
      for (const option of node.options ?? []) check(option);
    };
    for (const command of commandTree()) {
      check(command);
      expect(longest(command)).toBeLessThanOrEqual(4_000);
    }
  });

  it('are the same though Discord adds ids, defaults and an order of its own', () => {
    const there = commandTree()
      .map((command) => ({
        ...command,
        id: '1',
        version: '2',
        nsfw: false,
        name_localizations: null,
        dm_permission: true,
      }))
      .toReversed();

    expect(sameCommands(there, commandTree())).toBe(true);
    expect(sameCommands(there.slice(1), commandTree())).toBe(false);
  });
});
