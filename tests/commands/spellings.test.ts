import { describe, expect, it } from 'vitest';
import { BEN, createRoom, PAGE, STORM } from '../support/commands-room.ts';

/** What people who read no manual type, and what they then see. */
const TYPED: readonly (readonly [string, RegExp])[] = [
  ['Hello', /follow a live blog in this channel/],
  ['what can you do?', /follow a live blog in this channel/],
  ['help me', /follow a live blog in this channel/],
  ['feeds', /1 storm/],
  ["what's new", /^# Storm over Saltmere/],
  ['newest', /^# Storm over Saltmere/],
  ['last 2 entries', /football[\s\S]*ferry(?![\s\S]*sea wall)/],
  ['latest 1 storm', /football(?![\s\S]*ferry)/],
  ['latest storm please', /football/],
  ['what did i miss', /3 new entries/],
  ['catch up', /3 new entries/],
  ['is it working', /source healthy/],
  ['search ferry in storm', /1 found for ferry\n/],
  ['Search “Sea Wall”', /1 found/],
  ['summary heute', /4 entries since 00:00/],
  ['summary -2h', /4 entries since 16:00/],
  ['summary hier', /since Wed/],
  [`look at ${PAGE}`, /Read as schema\.org/],
  [`please preview <${PAGE}|saltmere.example>`, /Read as schema\.org/],
  ['alert me when the ferry sails', /matches the ferry sails/],
  ['tell me about floods', /matches floods/],
  ['digest every half hour', /18:30/],
  ['digest 30', /18:30/],
  ['digest 8am and 6pm', /08:00/],
  ['digest every morning', /08:00/],
  ['digest weekly', /Mon/],
  ['quiet at night', /No posts from 23:00 to 07:00/],
  ['quiet 22:00 06:00', /No posts from 22:00 to 06:00/],
  ['quiet 22 bis 6', /No posts from 22:00 to 06:00/],
  ['pause forever', /paused until somebody resumes/],
  ['pause bis morgen 8:00', /paused until Fri 6 Mar, 08:00/],
  ['settings storm key only', /entries all → key/],
  ['settings storm threads', /layout channel → thread/],
  ['settings storm edits reply', /edits edit → reply/],
  ['settings EDITS=reply', /edits edit → reply/],
];

/** What cannot be, and what would: short, with lines that work. */
const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['😀', /no command “😀”.*\[help\]/],
  ['<!channel>', /no command “<!channel>”/],
  ['@everyone latest', /no command “@everyone”/],
  ['[click](https://evil.example)', /no command/],
  [`latest ${'x'.repeat(300)}`, /x…”\. It follows storm/],
  ['summary blah', /no live blog here and no time I know\. Try 2h.*\[summary storm\]/],
  ['summary stomr', /Did you mean storm/],
  ['settings storm foo', /no setting “foo”\. There are layout/],
  ['settings storm foo:bar', /no setting “foo”/],
  ['stop', /Stop for a while, or for good\? \[pause 2h\] \[pause\] \[unfollow storm\]/],
  ['pause -1h', /no time I know/],
  ['alert off', /Mute your alerts for a while, or remove them\? \[alert mute 1h\]/],
  ['digest sometimes', /no time for a digest/],
  ['why', /Which entry\?/],
];

describe('without a manual', () => {
  const stormy = async () => {
    const room = await createRoom();
    await room.adds(...STORM);
    return room;
  };

  it.each(TYPED)('“%s” is understood', async (line, sees) => {
    const room = await stormy();

    expect(await room.types(line)).toMatch(sees);
  });

  it.each(REFUSED)('“%s” is answered with what would work', async (line, told) => {
    const room = await stormy();
    const refused = await room.refused(line);

    expect(refused).toMatch(told);
    expect(refused.length).toBeLessThan(400);
  });

  it('examples of help work when they are pasted back', async () => {
    const room = await stormy();
    for (const topic of ['latest', 'summary', 'search', 'settings', 'alert', 'digest', 'quiet', 'pause', 'status']) {
      const said = await room.types(`help ${topic}`);
      for (const [, example] of said.matchAll(/^\/liveblog (.+)$/gmu)) {
        if (example === undefined || /^(?:alert remove|help)/u.test(example)) continue;
        room.world.clock.advance(2_000);
        expect(await room.types(example), example).not.toBe('');
      }
    }
  });

  it('takes the last change back when somebody just says undo', async () => {
    const room = await stormy();
    await room.types('settings storm layout:thread');

    expect(await room.types('undo')).toContain('Taken back: changed storm: layout channel → thread');
    expect(await room.refused('undo')).toContain('can no longer be taken back');
    expect(await room.refused('undo', { person: BEN })).toContain('Only people who manage');
  });

  it('takes an alert away by its number or words, and asks which', async () => {
    const room = await stormy();
    await room.types('alert ferry');
    await room.types('alert sea wall');

    expect(await room.refused('alert remove')).toContain('Which alert? Give its number or its words.');
    expect(await room.types('remove alert ferry')).toContain('Removed: ferry.');
    expect(await room.types('delete alert 1')).toContain('Removed: sea wall.');
  });
});
