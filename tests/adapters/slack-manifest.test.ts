import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { SCOPES } from '../../adapters/slack/scopes.ts';
import { ALL_SCOPES } from '../support/fake-slack/world.ts';

const text = readFileSync(new URL('../../config/slack-manifest.yaml', import.meta.url), 'utf8');
const manifest = parse(text);

it('the manifest asks for the scopes the adapter knows the use of, each with its reason', () => {
  const asked: string[] = manifest.oauth_config.scopes.bot;

  expect(asked).toEqual(Object.keys(SCOPES));
  expect([...asked].sort()).toEqual([...ALL_SCOPES].sort());
  for (const scope of asked) expect(text).toMatch(new RegExp(`- ${scope} # \\S`, 'u'));
});

it('the manifest has the command, the shortcuts and the events the adapter listens to', () => {
  expect(manifest.features.slash_commands[0].command).toBe('/liveblog');
  expect(manifest.features.shortcuts.map((one: { callback_id: string }) => one.callback_id)).toEqual([
    'liveblog_why',
    'liveblog_history',
    'liveblog_mute',
  ]);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(
    expect.arrayContaining(['app_mention', 'app_home_opened', 'member_joined_channel', 'message.channels']),
  );
});

it('the manifest stays within Slack’s lengths', () => {
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
  expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
  for (const { name, description } of manifest.features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});
