import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/ports/source.ts';
import { ANA, BEN, CHANNEL, createRoom, PAGE, STORM } from '../support/commands-room.ts';
import { snapshotOf, update } from '../support/entries.ts';

describe('preview', () => {
  it('shows the last entries as they will look, and offers to follow', async () => {
    const room = await createRoom({ follow: false });
    const said = await room.types(PAGE);

    expect(said).toContain('Read as schema.org, live, 3 entries on the page');
    expect(said).toContain('post: The ferry to Gull Island has been cancelled');
    expect(await room.presses('Follow here')).toContain('This channel now follows Storm over Saltmere');
  });

  it('names what the bot may not do here yet', async () => {
    const room = await createRoom({ follow: false });
    room.room.access = { reachable: true, missing: [{ what: 'chat:write', remedy: 'Reinstall the app.' }] };

    expect(await room.types(`preview ${PAGE}`)).toContain('chat:write – Reinstall the app.');
  });

  it('says what is wrong with an address', async () => {
    const room = await createRoom({ follow: false });
    room.pages.set('https://saltmere.example/gone', new SourceError('gone', 'That page does not exist (404).'));

    expect(await room.refused('preview https://saltmere.example/gone')).toContain('Perhaps it moved');
    expect(await room.refused('preview')).toContain('Give its address, beginning with https://');
    expect(await room.refused('preview storm')).toContain('preview https://example.org/live/storm');
  });
});

describe('follow', () => {
  it('follows, tells the channel, and can be undone', async () => {
    const room = await createRoom({ follow: false });

    expect(await room.types(`follow <${PAGE}|saltmere.example/live>`)).toContain(
      '» Ana made this channel follow Storm over Saltmere.',
    );
    await room.world.pass(12);
    expect(room.shows()).toEqual(['card: live 1']);
    expect(await room.presses('Undo')).toContain('» Ana took back: followed Storm over Saltmere');
    expect(await room.types('list')).toContain('follows no live blog yet');
    expect(room.world.relay.directory.blogs()).toEqual([]);
  });

  it.each([`“${PAGE}”`, `"${PAGE}"`, `'${PAGE}'`, `<${PAGE}>,`])('reads the address in %s', async (address) => {
    const room = await createRoom({ follow: false });

    expect(await room.types(address)).toContain('3 entries on the page');
    expect(await room.types(`follow ${address} gale`)).toContain('now follows Storm over Saltmere as gale');
  });

  it('asks in a form when nothing is said, and takes what was filled in', async () => {
    const room = await createRoom({ follow: false });
    expect(await room.types('follow')).toContain('form Follow a live blog → follow\nurl=\nlayout=channel');

    const options = {
      url: PAGE,
      name: '',
      layout: 'thread',
      entries: 'all',
      only: 'ferry',
      except: '',
      backfill: 'none',
    };
    expect(await room.types('follow', { options })).toContain('now follows Storm over Saltmere');
    expect(room.world.relay.directory.routes(CHANNEL).routes[0]?.versions[0]?.settings).toMatchObject({
      layout: 'thread',
      only: ['ferry'],
      backfill: 'none',
    });
    expect(await room.refused('follow', { options: { ...options, url: 'the storm' } })).toContain('Give its address');
  });

  it('offers the tap that lets the bot in, and goes on with what was asked for', async () => {
    const room = await createRoom({ follow: false });
    const mend = { label: 'Let it join', run: 'join C1' };
    room.room.access = { reachable: false, missing: [{ what: 'not_in_channel', remedy: 'It is not in here.', mend }] };

    expect(await room.types(`follow ${PAGE} gale layout:thread`)).toBe(
      'I cannot post in this channel yet. It is not in here.\n[Let it join] [Try again]',
    );
    room.room.access = { reachable: true, missing: [] };
    expect(await room.presses('Try again')).toContain('as gale');
    expect(room.world.relay.directory.routes(CHANNEL).routes[0]?.versions[0]?.settings.layout).toBe('thread');
  });

  it('does without what only certainty or extras need', async () => {
    const room = await createRoom({ follow: false });
    room.room.access = {
      reachable: true,
      missing: [
        { what: 'scope channels:history', remedy: 'It may appear twice.', only: 'certainty' },
        { what: 'scope im:write', remedy: 'No alerts.', only: 'extras' },
      ],
    };

    expect(await room.types(`follow ${PAGE} gale`)).toContain('now follows');
  });

  it('posts what comes from then on, under the wishes that were given', async () => {
    const room = await createRoom({ follow: false });
    await room.types(`subscribe ${PAGE} gale only: ferry, "sea wall" except: sport backfill: none`);
    await room.world.pass(12);
    await room.adds(...STORM);

    expect(room.shows()).toEqual([
      'Waves are breaking over the sea wall at Saltmere tonight.',
      'The ferry to Gull Island has been cancelled until Friday, the company says.',
    ]);
    expect(await room.types('list')).toContain('1 gale – Storm over Saltmere (live');
  });

  it('takes typed options', async () => {
    const room = await createRoom({ follow: false });
    const options = { url: PAGE, name: 'Gale Force!', layout: 'thread', entries: 'key', backfill: 'key' };

    expect(await room.types('follow', { options })).toContain('as gale-force');
    expect(await room.types('list')).toContain('in a thread; key events only');
  });

  it('makes a short name of the title', async () => {
    const room = await createRoom({ follow: false });

    expect(await room.types(`follow ${PAGE}`)).toContain('as storm-saltmere.');
  });

  it('survives a restart', async () => {
    const room = await createRoom({ follow: false });
    await room.types(`follow ${PAGE} gale`);
    await room.restart();

    expect(await room.types('list')).toContain('1 gale');
  });

  it('is refused to who may not, where it cannot post, twice, and of what is no live blog', async () => {
    const room = await createRoom({ follow: false });

    expect(await room.refused(`follow ${PAGE}`, { person: BEN })).toContain('Only people who manage this channel');
    expect(await room.refused('follow https://saltmere.example/menu')).toContain('is no live blog');
    room.room.access = {
      reachable: false,
      missing: [{ what: 'membership', remedy: 'Invite the bot: /invite @liveblog.' }],
    };
    expect(await room.refused(`follow ${PAGE}`)).toContain('/invite @liveblog');
    const missing = [{ what: 'Create Public Threads', remedy: 'Allow it.', only: 'threads' }] as const;
    room.room.access = { reachable: true, missing };
    expect(await room.refused(`follow ${PAGE} gale thread`)).toContain('Create Public Threads: Allow it.');
    await room.types(`follow ${PAGE} gale`);
    expect(await room.refused(`follow ${PAGE}/?utm_source=x`)).toContain('already, as gale');
  });

  it('explains wrong values', async () => {
    const room = await createRoom({ follow: false });

    expect(await room.refused(`follow ${PAGE} layout: thred`)).toContain('Did you mean thread?');
    expect(await room.refused(`follow ${PAGE} only: "sea wall`)).toContain('never closed');
    expect(await room.types(`follow ${PAGE} gale only: “sea wall, now”, ferry`)).toContain('now follows');
    expect(room.world.relay.directory.routes(CHANNEL).routes[0]?.versions[0]?.settings.only).toEqual([
      '"sea wall, now"',
      'ferry',
    ]);
  });

  it('warns of a noisy blog and offers calmer ways', async () => {
    const room = await createRoom({ follow: false });
    const many = Array.from({ length: 60 }, (_, n) => update(`n${n}`, `Entry ${n}`, { minute: -n }));
    room.pages.set(PAGE, snapshotOf(many));

    expect(await room.types(`follow ${PAGE} gale`)).toMatch(/About \d+ entries an hour is a lot for a channel/);
    expect(await room.presses('In a thread')).toContain('layout channel → thread');
  });
});

describe('unfollow', () => {
  it('stops, tells the channel, and can be undone', async () => {
    const room = await createRoom();

    expect(await room.types('unfollow over saltmere')).toContain(
      '» Ana made this channel stop following Storm over Saltmere.',
    );
    await room.presses('Undo');
    expect(await room.types('list')).toContain('1 storm');
  });

  it('of everything asks first', async () => {
    const room = await createRoom();
    await room.world.follow(CHANNEL, {}, 'regatta');

    expect(await room.types('unfollow all')).toContain('Stop following 2 live blogs: storm, regatta?');
    expect(room.shows()).toEqual([]);
    expect(room.world.relay.directory.routes(CHANNEL).routes).toHaveLength(2);
    expect(await room.presses('Unfollow 2 live blogs')).toContain('no longer follows');
    expect(await room.types('list')).toContain('follows no live blog yet');
  });

  it('is refused to who may not, for what is not followed, and for the configuration’s own', async () => {
    const room = await createRoom();

    expect(await room.refused('unfollow storm', { person: BEN })).toContain('Only people who manage');
    expect(await room.refused('remove regatta')).toContain('follows no live blog “regatta”');
    await room.world.relay.directory.change(CHANNEL, (known) => ({
      ...known,
      routes: known.routes.map((route) => ({ ...route, origin: 'config' as const })),
    }));
    expect(await room.refused('unfollow storm')).toContain('set in the configuration file');
    expect(await room.refused('settings storm layout:thread')).toContain('set in the configuration file');
    expect(await room.types('list')).toContain('set in the configuration file');
  });

  it('of the only blog asks no name', async () => {
    const room = await createRoom();

    expect(await room.types('unsubscribe')).toContain('no longer follows Storm over Saltmere');
  });

  it('cannot be undone once something else was changed', async () => {
    const room = await createRoom();
    await room.types('unfollow storm');
    const undo = room.buttons().find((button) => button.label === 'Undo')?.run ?? '';
    await room.types(`follow ${PAGE} gale`);

    expect(await room.refused(undo)).toContain('Something else was changed in this channel since');
    expect(await room.refused('undo nothing')).toContain('can no longer be taken back');
  });
});

describe('settings', () => {
  it('opens a form with what holds now, and saves it', async () => {
    const room = await createRoom();

    expect(await room.types('settings storm')).toContain('layout=channel');
    const options = {
      layout: 'channel',
      entries: 'key',
      only: 'ferry',
      edits: 'reply',
      removals: 'strike',
      reposts: 'skip',
      spoiler: 'on',
    };
    const said = await room.types('settings storm', { options });
    expect(said).toContain(
      'entries all → key; only none → ferry; edits edit → reply; removals delete → strike; reposts fold → skip; spoiler off → on',
    );
    expect(await room.types('settings')).toContain('only=ferry');
  });

  it('clears a filter that was emptied in the form', async () => {
    const room = await createRoom();
    await room.types('settings storm only: ferry');
    const form = {
      layout: 'channel',
      entries: 'all',
      edits: 'edit',
      removals: 'delete',
      reposts: 'fold',
      spoiler: 'off',
      broadcast: 'off',
      burst: '4',
      settle: '2s',
      editgap: '5s',
    };

    expect(await room.types('settings storm', { options: form })).toContain('only ferry → none');
  });

  it('holds for new entries, and can be undone', async () => {
    const room = await createRoom();
    await room.types('settings storm entries: key');
    await room.adds(...STORM);

    expect(room.shows()).toEqual(['The ferry to Gull Island has been cancelled until Friday, the company says.']);
    expect(await room.presses('Undo')).toContain('Taken back');
  });

  it('is refused to who may not, and for wrong values', async () => {
    const room = await createRoom();

    expect(await room.refused('settings storm', { person: BEN })).toContain('Only people who manage');
    expect(await room.refused('settings storm edits:replay')).toContain('Did you mean reply?');
    expect(await room.types('settings storm layout:channel')).toContain('nothing was changed');
  });
});

describe('mute', () => {
  it('offers to leave similar entries out', async () => {
    const room = await createRoom();
    await room.adds(...STORM);

    expect(await room.types('mute football')).toContain('except=football');
  });
});

describe('who may', () => {
  it.each([
    ['everyone', BEN, true],
    ['admins', BEN, false],
    ['admins', ANA, true],
    [['U2'], BEN, true],
    [['S9'], BEN, true],
    [['U7'], ANA, false],
  ] as const)('manage: %s', async (manage, person, may) => {
    const room = await createRoom({ house: { manage } });

    if (may) expect(await room.types('pause', { person })).toContain('paused');
    else expect(await room.refused('pause', { person })).toContain('may change');
  });

  it('is decided by the workspace too', async () => {
    const room = await createRoom({ house: { workspaces: ['T1'] } });

    expect(await room.refused('list', { workspace: 'T2' })).toContain('does not serve this workspace');
    expect(await room.types('list', { workspace: 'T1' })).toContain('storm');
  });

  it('is always the person in their own direct messages', async () => {
    const room = await createRoom();

    expect(await room.types(`follow ${PAGE} gale`, { person: BEN, channel: 'slack:@U2' })).toContain('now follows');
  });

  it('is limited in how much they ask at once', async () => {
    const room = await createRoom();
    for (let count = 0; count < 30; count += 1) await room.types('list');

    expect(await room.refused('list')).toContain('Try again in 1 s');
    expect(await room.types('help')).toContain('/liveblog');
    expect(await room.types('list', { person: BEN })).toContain('storm');
    room.world.clock.advance(1_000);
    expect(await room.types('list')).toContain('storm');
  });

  it('leaves a line in the log for every change', async () => {
    const room = await createRoom();
    await room.types('pause 2h');

    expect(room.audit.join('\n')).toContain(
      'a channel was changed by a command {"channel":"slack:C1","person":"slack:U1"',
    );
  });
});
