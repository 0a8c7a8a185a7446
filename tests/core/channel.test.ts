import { describe, expect, it } from 'vitest';
import { parseChannel } from '../../src/core/channel.ts';

describe('a channel as people write it', () => {
  it.each([
    'slack:C0123456789',
    'slack:T1/C0123456789',
    'slack:@U1',
    'discord:300',
    'discord:112233445566778899',
    'discord:@1122334455',
    'terminal:',
    'terminal:desk',
  ])('%s is one', (text) => {
    expect(parseChannel(text)).toBe(text);
  });

  it.each(['slack:#news', 'slack:c0123', 'discord:news', 'discord:', 'discord:123456789012345678901', 'irc:1', 'C1'])(
    '%s is none',
    (text) => {
      expect(parseChannel(text)).toBeUndefined();
    },
  );
});
