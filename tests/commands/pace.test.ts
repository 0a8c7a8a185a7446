import { describe, expect, it } from 'vitest';
import { DeliveryError } from '../../src/ports/adapter.ts';
import type { Person } from '../../src/ports/commands.ts';
import { BEN, CHANNEL, createRoom, PAGE, STORM } from '../support/commands-room.ts';

describe('digest', () => {
  it('gathers entries and shows its next times', async () => {
    const room = await createRoom();

    expect(await room.types('digest every 30m')).toContain(
      'The next times are:\n18:30 Europe/London\n19:00 Europe/London\n19:30 Europe/London',
    );
    await room.adds(...STORM);
    expect(room.shows()).toEqual([]);
    expect(await room.types('why ferry')).toContain('It is held for the digest, which comes at 18:30.');
    await room.world.pass(30 * 60);
    expect(room.shows()).toHaveLength(1);
    expect(room.shows()[0]).toContain('ferry to Gull Island');
  });

  it.each([
    ['every 15 minutes', '*/15 * * * *'],
    ['every 2h', '0 */2 * * *'],
    ['hourly', '0 * * * *'],
    ['daily 8:30', '30 8 * * *'],
    ['0 8,12 * * 1-5', '0 8,12 * * 1-5'],
  ])('%s is %s', async (said, cron) => {
    const room = await createRoom();

    expect(await room.types(`digest ${said}`)).toContain(`As a cron line: ${cron} (Europe/London)`);
  });

  it('follows the clock of the quiet hours first, then that of the person, then that of the blog', async () => {
    const nowhere: Person = { id: 'slack:U5', name: 'Eve', admin: true, roles: [] };
    const room = await createRoom();

    expect(await room.types('digest daily 8:00', { person: nowhere })).toContain('daily 8:00 UTC');
    await room.world.relay.directory.saveBlog({
      ...{ name: 'storm', url: PAGE, origin: 'chat', every: 10_000, max: 60_000 },
      timezone: 'Europe/Lisbon',
    });
    expect(await room.types('digest daily 8:00', { person: nowhere })).toContain('daily 8:00 Europe/Lisbon');
    expect(await room.types('digest daily 8:00')).toContain('daily 8:00 Europe/London');
    await room.types('quiet 23-7 Asia/Tokyo');
    expect(await room.types('digest daily 8:00')).toContain('daily 8:00 Asia/Tokyo');
  });

  it('follows the clock of a zone that is named, and says so wherever it is told', async () => {
    const room = await createRoom();

    const said = await room.types('digest daily 8:00 Asia/Tokyo');
    expect(said).toContain('Entries now come together: daily 8:00 Asia/Tokyo. The next times are:\n08:00 Asia/Tokyo');
    expect(said).toContain('» Ana set a digest: daily 8:00 Asia/Tokyo.');
    expect(await room.types('digest')).toContain('daily 8:00 Asia/Tokyo: next 08:00 Asia/Tokyo');
    expect(await room.types('status')).toContain('Entries come in a digest here: daily 8:00 Asia/Tokyo.');
    expect(await room.types('digest 0 9 * * 1-5 america/new_york')).toContain('(America/New_York)');
    expect(await room.refused('digest daily 8:00 Sea/Saltmere')).toContain('no time zone “Sea/Saltmere”');
  });

  it('holds to its clock when the quiet hours move to another zone', async () => {
    const room = await createRoom();
    await room.types('digest daily 8:00');
    await room.types('quiet 23-7 Asia/Tokyo');

    expect(await room.types('digest')).toContain('daily 8:00 Europe/London');
  });

  it('goes off again', async () => {
    const room = await createRoom();
    await room.types('digest every 30m');

    expect(await room.types('digest')).toContain('next 18:30');
    expect(await room.presses('Off')).toContain('posted one by one again');
    expect(await room.types('digest')).toContain('posted one by one here');
  });

  it('refuses times that do not divide the hour, and what is no time', async () => {
    const room = await createRoom();

    expect(await room.refused('digest every 7m')).toContain('every 5, 10, 12, 15, 20, 30 minutes');
    expect(await room.refused('digest now and then')).toContain('Try every 30m');
    expect(await room.refused('digest 99 99 * * *')).toContain('Try every 30m');
    expect(await (await createRoom({ follow: false })).refused('digest off')).toContain('follows no live blog yet');
  });
});

describe('quiet', () => {
  it('sets hours by the clock of the person', async () => {
    const room = await createRoom();

    expect(await room.types('quiet 17:30 to 19:00')).toContain(
      'No posts from 17:30 to 19:00, by the clock of Europe/London. They hold now.',
    );
    await room.adds(...STORM);
    expect(room.shows()).toEqual(['The ferry to Gull Island has been cancelled until Friday, the company says.']);
    expect(await room.types('why football')).toContain('held by the quiet hours of this channel, until 19:00');
    expect(await room.types('quiet')).toContain('17:30–19:00');
    expect(await room.types('status')).toContain('Quiet hours from 17:30 to 19:00 (Europe/London).');
  });

  it('may let nothing through, and goes off again', async () => {
    const room = await createRoom();
    await room.types('quiet 23-7');

    expect(await room.presses('Let nothing through')).toContain('posted together afterwards');
    expect(await room.types('quiet off')).toContain('at any hour again');
  });

  it('follows the clock of a zone that is named', async () => {
    const room = await createRoom();

    expect(await room.types('quiet 23-7 Asia/Tokyo')).toContain('by the clock of Asia/Tokyo');
    expect(await room.presses('Let nothing through')).toContain('by the clock of Asia/Tokyo');
    expect(await room.refused('quiet 23-7 Sea/Saltmere')).toContain('no time zone “Sea/Saltmere”');
  });

  it('refuses what are no hours', async () => {
    const room = await createRoom();

    expect(await room.refused('quiet evenings')).toContain('Give two times, such as 23:00-07:00');
  });
});

describe('pause and resume', () => {
  it('hold what comes and post it together afterwards', async () => {
    const room = await createRoom();

    expect(await room.types('pause')).toContain('» Ana paused this channel until somebody resumes.');
    await room.adds(...STORM);
    expect(room.shows()).toEqual([]);
    expect(await room.types('why ferry')).toContain('It is held: this channel is paused until somebody resumes.');
    expect(await room.types('status')).toContain('This channel is paused until somebody resumes.');
    expect(await room.presses('Refresh')).toContain('paused');
    await room.types('resume');
    await room.world.pass(5);
    expect(room.shows()).toHaveLength(1);
    expect(room.shows()[0]).toContain('football');
  });

  it('end by themselves at the time said', async () => {
    const room = await createRoom();

    expect(await room.types('pause until 18:10')).toContain('paused until 18:10');
    await room.adds(...STORM);
    expect(room.shows()).toEqual([]);
    await room.world.pass(11 * 60);
    expect(room.shows()).toHaveLength(1);
  });

  it('refuse what is no time, and where there is nothing to do', async () => {
    const room = await createRoom();

    expect(await room.refused('pause for a bit')).toContain('Try 30m, 2h, until 18:00');
    expect(await room.refused('resume')).toContain('This channel is not paused.');
    expect(await room.refused('resum')).toContain('Did you mean resume?');
    expect(await (await createRoom({ follow: false })).refused('pause')).toContain('nothing to pause');
  });
});

describe('status', () => {
  it('explains silence', async () => {
    const room = await createRoom();

    expect(await room.types('status')).toMatch(
      /Storm over Saltmere \(storm\) – live; checked .* ago, last change .* ago, next check in .*, source healthy\./,
    );
  });

  it('says when a filter lets nothing through', async () => {
    const room = await createRoom();
    await room.types('settings storm only: regatta');
    await room.adds(...STORM);

    expect(await room.types('status')).toContain("0 of 3 entries since following matched this route's filters.");
  });

  it('never shows an address of the configuration file', async () => {
    const room = await createRoom();
    const { SourceError } = await import('../../src/ports/source.ts');
    await room.world.relay.directory.change(CHANNEL, (known) => ({
      ...known,
      routes: known.routes.map((route) => ({ ...route, origin: 'config' as const })),
    }));
    room.world.page.broken = new SourceError('unreachable', `${PAGE}?key=geheim does not answer.`);
    await room.world.pass(30);
    const said = await room.types('status');

    expect(said).toContain('It cannot be read since');
    expect(said).toContain('storm does not answer.');
    expect(said).not.toContain('saltmere.example');
    expect(await room.types('list')).not.toContain('geheim');
  });

  it('names what is missing here, with where to allow it', async () => {
    const room = await createRoom();
    const remedy = 'Channel settings → Permissions: allow it.';
    room.room.access = { reachable: true, missing: [{ what: 'Read Message History', remedy, only: 'certainty' }] };

    expect(await room.types('status')).toContain('Missing here:\n');
    expect(await room.types('status')).toContain(`Read Message History – ${remedy}`);
  });

  it('of an empty channel and of a typo', async () => {
    const room = await createRoom({ follow: false });

    expect(await room.types('staus')).toContain('follows no live blog yet');
  });
});

describe('a channel that was closed to the bot', () => {
  async function closedRoom() {
    const room = await createRoom();
    room.world.chat.failWith(() => new DeliveryError('channel-gone', 'The app is not in this channel.'));
    room.room.access = {
      reachable: false,
      name: '#harbour',
      missing: [{ what: 'not_in_channel', remedy: 'Invite it.' }],
    };
    await room.adds(...STORM);
    return room;
  }
  const inbox = { channel: 'slack:@U2', person: BEN } as const;

  it('goes on at a tap once it was let in, and says what is missing before', async () => {
    const room = await closedRoom();

    expect(await room.types('retry slack:C1', inbox)).toBe(
      '#harbour is still closed to me:\nnot_in_channel: Invite it.\n[Resume]',
    );
    await room.world.pass(60);
    expect(room.shows()).toEqual([]);
    room.world.chat.failWith(() => 'ok');
    room.room.access = { reachable: true, name: '#harbour', missing: [] };
    expect(await room.presses('Resume', inbox)).toContain('I go on in #harbour');
    await room.world.pass(2);
    expect(room.shows()).toHaveLength(3);
  });

  it('goes on by resume in the channel too', async () => {
    const room = await closedRoom();
    room.world.chat.failWith(() => 'ok');
    room.room.access = { reachable: true, missing: [] };

    expect(await room.types('resume')).toContain('I go on in slack:C1');
    await room.world.pass(2);
    expect(room.shows()).toHaveLength(3);
  });

  it('that works is left alone', async () => {
    const room = await createRoom();

    expect(await room.types('retry slack:C1', inbox)).toContain('Nothing is stopped in slack:C1');
  });
});
