import type { ChannelId } from '../core/channel.ts';
import type { RouteSettings } from '../core/route.ts';
import type { Field, Form } from '../ports/commands.ts';
import { fieldFor } from './settings.ts';
import type { Request } from './subcommand.ts';

/** Choices a menu can hold on every platform. */
const MOST_CHANNELS = 100;

/** Asks what to follow, and how; `channels` also where, on a page that stands in no channel. */
export function followForm({ desk }: Pick<Request, 'desk'>, channels?: readonly ChannelId[]): Form {
  const settings: RouteSettings = { ...desk.house.settings, backfill: 'card' };
  const where: Field[] =
    channels === undefined
      ? []
      : [{ name: 'in', label: 'Channel', optional: false, input: 'select', choices: choicesOf(channels, desk) }];
  return {
    kind: 'form',
    title: 'Follow a live blog',
    submit: 'follow',
    label: 'Follow',
    fields: [
      { name: 'url', label: 'Its address', optional: false, input: 'text', placeholder: 'https://example.org/live' },
      ...where,
      fieldFor('layout', settings),
      fieldFor('entries', settings),
      fieldFor('only', settings),
      fieldFor('except', settings),
      fieldFor('backfill', settings),
      {
        name: 'name',
        label: 'A short name for it',
        hint: 'For commands and buttons; one is made from its title otherwise.',
        optional: true,
        input: 'text',
        placeholder: 'harbour-storm',
      },
    ],
  };
}

function choicesOf(channels: readonly ChannelId[], { outlook }: Request['desk']) {
  return channels
    .map((channel) => ({ value: channel, label: outlook.name(channel) ?? channel }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
    .slice(0, MOST_CHANNELS);
}
