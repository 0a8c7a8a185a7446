import { describe, expect, it } from 'vitest';
import { commandTree } from '../../adapters/discord/command-tree.ts';
import { PRESENTATION } from '../../config/schema.ts';
import { currentSettings } from '../../src/core/route.ts';
import { CHANNEL, createRoom, PAGE } from '../support/commands-room.ts';

/** Each setting of a route: what a person says, what then holds, and a slip with what it is answered. */
const SETTINGS: Readonly<Record<string, { says: string; holds: unknown; shown: string; slip: string; told: RegExp }>> =
  {
    broadcast: { says: 'Key', holds: 'key', shown: 'key', slip: 'kye', told: /Did you mean key/ },
    entries: {
      says: 'key events',
      holds: 'key',
      shown: 'key',
      slip: 'kye',
      told: /It can be all or key\. Did you mean key/,
    },
    only: {
      says: 'ferry, “sea wall”',
      holds: ['ferry', '"sea wall"'],
      shown: 'ferry, "sea wall"',
      slip: '"sea',
      told: /closed/,
    },
    except: {
      says: 'sport OR football',
      holds: ['sport OR football'],
      shown: 'sport OR football',
      slip: '(a',
      told: /closed/,
    },
    reposts: { says: 'Skip', holds: 'skip', shown: 'skip', slip: 'fodl', told: /fold, show or skip/ },
    layout: { says: 'thread', holds: 'thread', shown: 'thread', slip: 'forum', told: /channel or thread/ },
    edits: { says: 'reply', holds: 'reply', shown: 'reply', slip: 'replay', told: /Did you mean reply/ },
    removals: { says: 'keep', holds: 'ignore', shown: 'ignore', slip: 'burn', told: /delete, strike or ignore/ },
    mention: {
      says: '@here on breaking news',
      holds: { on: 'breaking', text: '<!here>' },
      shown: '@here on breaking',
      slip: 'everyone please',
      told: /Try @here on key/,
    },
    spoiler: { says: 'yes', holds: true, shown: 'on', slip: 'perhaps', told: /off or on/ },
    digest: {
      says: 'every 2 hours',
      holds: '0 */2 * * * Europe/London',
      shown: 'every 2h Europe/London',
      slip: 'often',
      told: /Try every 30m/,
    },
    quiet: {
      says: '11pm to 7am Europe/London breaking',
      holds: { from: '23:00', to: '07:00', timezone: 'Europe/London', breakthrough: 'breaking' },
      shown: '23:00-07:00 Europe/London breaking',
      slip: 'evenings',
      told: /Try 23:00-07:00/,
    },
    burst: { says: '12', holds: 12, shown: '12', slip: '1', told: /Try 4, 10 or off/ },
    settle: { says: '30 seconds', holds: 30_000, shown: '30s', slip: '2h', told: /Try 2s, 30s or 0s/ },
    editGap: { says: '1 min', holds: 60_000, shown: '1m', slip: 'now and then', told: /Try 5s, 1m or 0s/ },
    backfill: {
      says: 'key',
      holds: 'key',
      shown: 'key',
      slip: 'keys please',
      told: /It can be card, none, latest, key or all/,
    },
  };

/** What holds from the moment of following, and is asked then. */
const AT_FOLLOWING = ['backfill'];
const ANY_TIME = Object.keys(SETTINGS).filter((name) => !AT_FOLLOWING.includes(name));

describe('a setting of a route', () => {
  it('can be made in chat, whichever the configuration knows', () => {
    expect(Object.keys(SETTINGS).toSorted()).toEqual(PRESENTATION.toSorted());
  });

  it.each(ANY_TIME)('%s stands in the form with what holds', async (name) => {
    const room = await createRoom();
    await room.types(`settings storm ${name}: ${SETTINGS[name]?.says}`);

    expect(await room.types('settings storm')).toContain(`\n${name.toLowerCase()}=${SETTINGS[name]?.shown}`);
  });

  it.each(ANY_TIME.filter((name) => name !== 'broadcast'))('%s is an option of the command on Discord', (name) => {
    const settings = commandTree()[0]?.options?.find((option) => option.name === 'settings');

    expect(settings?.options?.map((option) => option.name)).toContain(name.toLowerCase());
  });

  it.each(ANY_TIME)('%s is read kindly, told in one line, and taken back', async (name) => {
    const room = await createRoom();
    const before = holding(room);
    const said = await room.types(`settings storm ${name}: ${SETTINGS[name]?.says}`);

    expect(said).toMatch(new RegExp(`» Ana changed how Storm over Saltmere is shown: ${name} \\S+ → .*\\.$`, 'u'));
    expect(holding(room)).toEqual({ ...before, [name]: SETTINGS[name]?.holds });
    await room.presses('Undo');
    expect(holding(room)).toEqual(before);
  });

  it.each(ANY_TIME)('%s is saved by the form, and a slip is told beside its field', async (name) => {
    const room = await createRoom();
    const option = name.toLowerCase();
    await room.types('settings storm', { options: { [option]: SETTINGS[name]?.says ?? '' } });
    expect(holding(room)).toMatchObject({ [name]: SETTINGS[name]?.holds });

    const slip = room.run('settings storm', { options: { [option]: SETTINGS[name]?.slip ?? '' } });
    await expect(slip).rejects.toMatchObject({
      field: option,
      message: expect.stringMatching(SETTINGS[name]?.told ?? /^$/),
    });
  });

  it.each(Object.keys(SETTINGS))('%s comes with an example that works when it is pasted back', async (name) => {
    const room = await createRoom({ follow: !AT_FOLLOWING.includes(name) });
    const line = AT_FOLLOWING.includes(name) ? `follow ${PAGE}` : 'settings storm';
    const refused = await room.refused(`${line} ${name}: ${SETTINGS[name]?.slip}`);

    const example = /\[([^[\]]*)\]$/u.exec(refused)?.[1] ?? '';
    expect(example.startsWith(`${line} ${name.toLowerCase()}:`)).toBe(true);
    expect(await room.types(example)).not.toBe('');
  });

  it.each(['only', 'except', 'mention', 'digest', 'quiet'])('%s is switched off by an emptied field', async (name) => {
    const room = await createRoom();
    const before = holding(room);
    await room.types(`settings storm ${name}: ${SETTINGS[name]?.says}`);
    await room.types('settings storm', { options: { [name]: '' } });

    expect(holding(room)).toEqual(before);
  });

  it.each(AT_FOLLOWING)('%s is said when following, and later it is told why it cannot', async (name) => {
    const room = await createRoom({ follow: false });
    await room.types(`follow ${PAGE} storm ${name}: ${SETTINGS[name]?.says}`);
    expect(holding(room)).toMatchObject({ [name]: SETTINGS[name]?.holds });

    expect(await room.refused(`settings storm ${name}: all`)).toContain(`[follow ${PAGE} ${name}:all]`);
  });

  it('of the configuration file is shown and not changed', async () => {
    const room = await createRoom();
    await room.world.relay.directory.change(CHANNEL, (known) => ({
      ...known,
      routes: known.routes.map((route) => ({ ...route, origin: 'config' as const })),
    }));

    expect(await room.types('settings storm')).toMatch(/edits edit[\s\S]*set in the configuration file/);
    expect(await room.refused('settings storm edits:reply')).toContain('set in the configuration file');
  });

  it('pings a role on Discord and a group on Slack', async () => {
    const room = await createRoom();
    await room.types('settings storm mention: S0123ABCD on key');
    expect(holding(room)?.mention).toEqual({ on: 'key', text: '<!subteam^S0123ABCD>' });

    await room.types('settings storm mention: <@&123456789> all', { platform: 'discord' });
    expect(holding(room)?.mention).toEqual({ on: 'all', text: '<@&123456789>' });
  });

  it('is said while following, in the words people use', async () => {
    const room = await createRoom({ follow: false });
    await room.types(`follow ${PAGE} as harbour storm in a thread key events only quiet: 23-7 mention: @here`);

    const [route] = room.world.relay.directory.routes(CHANNEL).routes;
    expect(route?.blog).toBe('harbour-storm');
    expect(holding(room)).toMatchObject({
      layout: 'thread',
      entries: 'key',
      quiet: { from: '23:00', to: '07:00' },
      mention: { on: 'key' },
    });
  });
});

function holding(room: Awaited<ReturnType<typeof createRoom>>) {
  const [route] = room.world.relay.directory.routes(CHANNEL).routes;
  return route === undefined ? undefined : currentSettings(route);
}
