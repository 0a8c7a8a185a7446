import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLine, decodeWords, mentionLine } from '../../adapters/slack/commands-parse.ts';

describe('typed words', () => {
  it.each([
    ['follow <https://gazette.example/live>', 'follow https://gazette.example/live'],
    ['follow <https://gazette.example/live|gazette.example/live>', 'follow https://gazette.example/live'],
    ['<https://a.example/?x=1&amp;y=2>', 'https://a.example/?x=1&y=2'],
    ['alert add “north quay” -ferry', 'alert add "north quay" -ferry'],
    ['alert add «north quay» –ferry', 'alert add "north quay" -ferry'],
    ['quiet 23:00–07:00', 'quiet 23:00-07:00'],
    ['Saltmere’s harbour — the latest', "Saltmere's harbour — the latest"],
    ['to <#C024BE7LR|news> and <@U012AB3CD>', 'to slack:C024BE7LR and slack:@U012AB3CD'],
    ['<!here> <!subteam^S1|@desk>', '@here @desk'],
    ['<mailto:ines@gazette.example|ines@gazette.example>', 'ines@gazette.example'],
    ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['  two\u00a0 words\t', 'two words'],
  ])('“%s” is read as “%s”', (typed, read) => {
    expect(decodeWords(typed)).toBe(read);
  });

  it.each([
    ['', 'help', ''],
    ['HELP', 'help', ''],
    ['follow https://a.example storm', 'follow', 'https://a.example storm'],
    ['https://a.example/live', 'preview', 'https://a.example/live'],
    ['/liveblog status', 'status', ''],
  ])('“%s” runs %s', (words, name, rest) => {
    expect(commandLine(words)).toEqual({ name, words: rest });
  });

  it.each([
    ['<@UBOT> status', 'status', ''],
    ['<@UBOT>', 'help', ''],
    ['<@UBOT> follow <https://a.example|a.example> storm', 'follow', 'https://a.example storm'],
    ['look <@UBOT>: <https://a.example/live>.', 'preview', 'https://a.example/live'],
  ])('a mention “%s” runs %s', (text, name, words) => {
    expect(mentionLine(text, 'UBOT')).toEqual({ name, words });
  });

  it('whatever is typed is read in time that grows with its length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '|', '>', '&', '"', '–', ' ', 'a', '#', '@', '!'), maxLength: 3_000 }),
        (typed) => {
          const begun = performance.now();
          commandLine(decodeWords(typed));
          expect(performance.now() - begun).toBeLessThan(200);
        },
      ),
      { numRuns: 50 },
    );
  });
});
