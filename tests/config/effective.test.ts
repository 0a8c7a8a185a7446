import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { describeConfig } from '../../config/effective.ts';
import { load } from './config-files.ts';

const PLANTED = {
  SLACK_BOT_TOKEN: 'xoxb-1-planted',
  SLACK_APP_TOKEN: 'xapp-1-planted',
  SLACK_SIGNING_SECRET: 'planted-signing',
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: 'planted-client',
  SLACK_ENCRYPTION_KEY: 'planted-key',
  DISCORD_TOKEN: 'planted.discord',
  LIVEBLOG_STATE: 'postgres://bot:planted-password@db/liveblog',
};
const config = load(
  'blogs: { storm: { url: "https://user:planted-url@saltmere.example/live", poll: 90s, to: ["slack:C1"] } }',
  PLANTED,
);

describe('the effective configuration', () => {
  it.each([
    ['as printed', describeConfig(config)],
    ['as JSON', JSON.stringify({ ...config, state: '', blogs: [] })],
    ['as logged', inspect({ ...config, state: '', blogs: [] }, { depth: 10 })],
    ['as text', `${config.slack?.botToken} ${config.discord?.token}`],
  ])('%s shows no secret', (_, text) => {
    expect(text).not.toMatch(/planted/);
  });

  it('is a configuration again, but for the secrets', () => {
    const text = describeConfig(config)
      .replaceAll('••••', 'xoxb')
      .replace(/^ {2}oauth:\n(?: {4}.*\n)*/m, '')
      .replace(/^state:.*/m, '');

    const again = load(text.replace('https://***@', 'https://'));

    expect(again.blogs[0]?.routes).toEqual(config.blogs[0]?.routes);
    expect(again.blogs[0]?.poll).toBe(90_000);
    expect(again.network).toEqual(config.network);
  });
});
