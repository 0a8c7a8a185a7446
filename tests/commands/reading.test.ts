import { describe, expect, it } from 'vitest';
import { BEN, CHANNEL, createRoom, PAGE, STORM } from '../support/commands-room.ts';
import { update } from '../support/entries.ts';

async function stormyRoom() {
  const room = await createRoom();
  await room.adds(...STORM);
  return room;
}

describe('help', () => {
  it('lists every command, and explains one', async () => {
    const room = await createRoom();

    expect(await room.types('help')).toContain('/liveblog summary [blog] [since] [share]');
    expect(await room.types('')).toContain('/liveblog follow');
    expect(await room.types('help folow')).toContain('/liveblog follow https://example.org/live/storm');
  });

  it('works when the store does not, and other commands say what is wrong', async () => {
    const room = await createRoom();
    room.world.store.failWith(() => 'unavailable');

    expect(await room.types('help')).toContain('/liveblog follow');
    expect(await room.refused('catchup')).toContain('My memory cannot be reached');
  });

  it('comes with the nearest command for a typo that could change something', async () => {
    const room = await createRoom();

    expect(await room.refused(`folow ${PAGE}`)).toBe(
      `There is no command “folow”. Did you mean follow? [follow ${PAGE}] [help follow]`,
    );
    expect(await room.refused('xyzzy')).toContain('help lists them all');
  });

  it('is not needed for a typo that can change nothing', async () => {
    const room = await stormyRoom();

    expect(await room.types('serch ferry')).toContain('1 found for ferry');
    expect(await room.types('lst')).toContain('Followed in this channel');
  });
});

describe('list', () => {
  it('numbers the blogs, with their state', async () => {
    const room = await stormyRoom();

    expect(await room.types('list')).toMatch(/1 storm – Storm over Saltmere \(live; last change .* ago\)/);
  });

  it('has pages where there are many', async () => {
    const room = await createRoom({ follow: false });
    for (let number = 1; number <= 9; number += 1) await room.world.follow(CHANNEL, {}, `blog-${number}`);

    expect(await room.types('list')).toContain('Page 1 of 2');
    expect(await room.presses('More')).toContain('9 blog-9');
  });

  it('of an empty channel says how to begin', async () => {
    const room = await createRoom({ follow: false });

    expect(await room.types('list')).toContain('follows no live blog yet');
  });
});

describe('latest', () => {
  it('shows the newest first, with marks', async () => {
    const room = await stormyRoom();

    expect((await room.types('latest 2')).split('\n').slice(0, 3)).toEqual([
      '# Storm over Saltmere',
      '18:03 The football match in the harbour park is off. Sport is not possible in this wind.',
      '18:02 [Key] The ferry to Gull Island has been cancelled until Friday, the company says.',
    ]);
    expect(await room.presses('More')).toContain('18:00 The harbour master expects a storm.');
  });

  it('writes times in the zone of the reader, and in the language of the sentences they stand in', async () => {
    const room = await stormyRoom();
    const person = { ...BEN, language: 'de', timezone: 'Asia/Tokyo' };

    room.world.clock.advance(2 * 24 * 60 * 60_000);

    expect(await room.types('latest 1', { person })).toContain('Fri 6 Mar, 03:03');
    expect(await room.types('list', { person })).toMatch(/last change 2 days ago/u);
  });

  it.each([
    ['en-US', 'Thu, Mar 5, 06:03 PM'],
    ['en_GB', 'Thu 5 Mar, 18:03'],
    ['en-!', 'Thu 5 Mar, 18:03'],
  ])('writes dates as the reader’s own English does: %s', async (language, date) => {
    const room = await stormyRoom();

    room.world.clock.advance(2 * 24 * 60 * 60_000);

    expect(await room.types('latest 1', { person: { ...BEN, language } })).toContain(date);
  });

  it('writes English dates though the house has another language for those that stand alone', async () => {
    const room = await createRoom({ house: { language: 'de' } });
    const { language: _none, ...person } = BEN;

    expect(await room.types('list', { person })).toMatch(/last change \d+ sec ago/u);
  });

  it.each([
    ['storm', 'storm'],
    ['1', '1'],
    ['a part of the title', 'over saltmere'],
    ['its address', PAGE],
    ['a Slack link', `<${PAGE}|saltmere.example>`],
  ])('takes a blog by %s', async (_, said) => {
    const room = await stormyRoom();

    expect(await room.types(said === '1' ? 'summary 1' : `latest ${said}`)).toContain('# Storm over Saltmere');
  });

  it('of a blog nobody follows guesses which was meant', async () => {
    const room = await stormyRoom();

    expect(await room.refused('latest stomr')).toContain('Did you mean storm');
    expect(await room.refused('latest regatta')).toContain('It follows storm (Storm over Saltmere).');
  });
});

describe('search', () => {
  it('finds entries and offers an alert', async () => {
    const room = await stormyRoom();

    expect(await room.types('search “gull island” -sport')).toContain('18:02 [Key] The ferry to Gull Island');
    expect(await room.presses('Tell me of new ones')).toContain('I will write to you');
  });

  it('keeps to a blog that is named', async () => {
    const room = await stormyRoom();

    expect(await room.types('search ferry storm')).toContain('1 found for ferry');
    expect(await room.types('search', { options: { query: 'ferry', blog: 'storm' } })).toContain('1 found');
  });

  it('shows further pages, also of a query too long for a button', async () => {
    const room = await createRoom();
    const many = Array.from({ length: 14 }, (_, n) =>
      update(`m${n}`, `The harbour entry number ${n}.`, { minute: n + 1 }),
    );
    await room.adds(...many);
    const long = `harbour ${Array.from({ length: 12 }, (_, n) => `-"no such phrase ${n}"`).join(' ')}`;

    expect(await room.types(`search ${long}`)).toContain('Page 1 of 3');
    expect(await room.presses('More')).toContain('Page 2 of 3');
    expect(await room.presses('Back')).toContain('Page 1 of 3');
  });

  it('explains a query that cannot be read, with one that can', async () => {
    const room = await stormyRoom();

    expect(await room.refused('search "sea wall')).toContain('never closed. For example: "sea wall"');
    expect(await room.types('search lighthouse')).toContain('Nothing found for lighthouse in 4 entries of storm.');
  });

  it('leaves withdrawn entries out', async () => {
    const room = await stormyRoom();
    await room.publish([...room.world.page.entries.filter((entry) => entry.sourceId !== 'e2')], 60);

    expect(await room.types('search ferry')).toContain('Nothing found');
  });
});

describe('summary', () => {
  it('gives points with their times, the publisher’s own apart', async () => {
    const room = await createRoom();
    room.world.page.rest = { keyPoints: ['Ferries stand still'] };
    await room.adds(...STORM);
    const said = await room.types('summary');

    expect(said).toContain('Key points of the publisher\nFerries stand still');
    expect(said).toContain('18:01 Storm reaches the sea wall source');
    expect(said).toContain('4 entries from the start');
  });

  it('is private until it is shared', async () => {
    const room = await stormyRoom();

    expect(await room.types('summary')).not.toContain('(for everybody)');
    expect(await room.presses('Share in the channel')).toContain('(for everybody)');
    expect(await room.types('summary', { options: { share: true } })).toContain('(for everybody)');
  });

  it.each(['summary 1h', 'summary storm 1h', 'summary 1 today', 'summary since 18:00', 'summary storm start'])(
    '%s is understood',
    async (line) => {
      const room = await stormyRoom();

      expect(await room.types(line)).toContain('Storm reaches the sea wall');
    },
  );

  it('says which spans it knows', async () => {
    const room = await stormyRoom();

    expect(await room.refused('summary storm yonder')).toContain('Try 2h, today, yesterday 18:00, 09:30 or start.');
    room.world.clock.advance(60 * 60_000);
    expect(await room.types('summary storm 5s')).toContain('Nothing was published');
  });

  it('counts corrected text and not withdrawn entries', async () => {
    const room = await stormyRoom();
    const changed = room.world.page.entries
      .filter((entry) => entry.sourceId !== 'e1')
      .map((entry) =>
        entry.sourceId === 'e2'
          ? update('e2', 'The ferry to Gull Island sails again on Sunday morning.', { minute: 2 })
          : entry,
      );
    await room.publish(changed, 60);
    const said = await room.types('summary');

    expect(said).toContain('sails again on Sunday');
    expect(said).not.toContain('cancelled until Friday');
    expect(said).not.toContain('sea wall');
  });
});

describe('catchup', () => {
  it('tells each person what changed since they last asked here', async () => {
    const room = await stormyRoom();

    expect(await room.types('catchup')).toContain('3 new entries');
    expect(await room.types('catchup')).toContain('Nothing changed here since you last asked');
    await room.publish([
      ...room.world.page.entries.map((entry) =>
        entry.sourceId === 'e2'
          ? update('e2', 'The ferry to Gull Island has been cancelled until Sunday, the company says.', { minute: 2 })
          : entry,
      ),
      update('e4', 'The bridge at Quay Street has been closed to lorries.', { minute: 9 }),
    ]);
    const said = await room.types('catchup');

    expect(said).toContain('1 new entry, 1 corrected');
    expect(said).toMatch(/Corrected: The ferry .*: Friday Sunday/);
    expect(await room.types('catchup', { person: BEN })).toContain('4 new entries');
  });

  it('takes what stood there at the first look for known, and tells its correction', async () => {
    const room = await createRoom();

    expect(await room.types('catchup')).toContain('Nothing changed here in the last 24 hours');
    await room.publish([update('e0', 'The harbour master expects a storm and a flood.', { minute: 0 })]);
    expect(await room.types('catchup', { person: BEN })).toContain('0 new entries, 1 corrected');
  });

  it('remembers over a restart', async () => {
    const room = await stormyRoom();
    await room.types('catchup');
    await room.restart();

    expect(await room.types('catchup')).toContain('Nothing changed here');
  });

  it('of a channel that follows nothing says so', async () => {
    const room = await createRoom({ follow: false });

    expect(await room.refused('catchup')).toContain('follows no live blog yet');
  });
});
