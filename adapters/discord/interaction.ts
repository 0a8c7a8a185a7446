import { z } from 'zod';
import type { Command, PartialCommand, Person } from '../../src/ports/commands.ts';

const user = z.object({ id: z.string(), username: z.string().optional(), global_name: z.string().optional() });

type OptionWire = {
  name: string;
  type: number;
  value?: string | number | boolean | undefined;
  focused?: boolean | undefined;
  options?: OptionWire[] | undefined;
};
const option: z.ZodType<OptionWire> = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
  options: z.lazy(() => z.array(option)).optional(),
});

const input = z.object({ custom_id: z.string(), value: z.string().optional(), values: z.array(z.string()).optional() });

const schema = z.object({
  id: z.string(),
  application_id: z.string(),
  token: z.string(),
  type: z.number(),
  guild_id: z.string().optional(),
  channel_id: z.string().optional(),
  channel: z
    .object({
      id: z.string(),
      type: z.number().optional(),
      parent_id: z.string().optional(),
      owner_id: z.string().optional(),
    })
    .optional(),
  member: z
    .object({ user: user.optional(), roles: z.array(z.string()).default([]), permissions: z.string().optional() })
    .optional(),
  user: user.optional(),
  locale: z.string().optional(),
  message: z.looseObject({ id: z.string() }).optional(),
  data: z
    .object({
      name: z.string().optional(),
      type: z.number().optional(),
      target_id: z.string().optional(),
      options: z.array(option).optional(),
      custom_id: z.string().optional(),
      values: z.array(z.string()).optional(),
      components: z.array(z.object({ component: input.optional(), components: z.array(input).optional() })).optional(),
    })
    .default({}),
});

/** What a person did, as Discord tells it (interactions/receiving-and-responding); only the parts we read. */
export type Interaction = z.infer<typeof schema>;

/** Parses an INTERACTION_CREATE payload; undefined when it is not one. */
export function parseInteraction(payload: unknown): Interaction | undefined {
  const parsed = schema.safeParse(withoutNulls(payload));
  return parsed.success ? parsed.data : undefined;
}

/** Discord writes null for much that is absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutNulls(part)]));
}

/** A `/liveblog` subcommand or a message command. A group (`alert add`) keeps its second word in `words`. */
export function commandOf(of: Interaction): Command {
  const [first] = of.data.options ?? [];
  const context = CONTEXT[of.data.name ?? ''];
  if (context !== undefined) {
    return { ...base(of), name: context, ...(of.data.target_id === undefined ? {} : { message: of.data.target_id }) };
  }
  if (first === undefined) return { ...base(of), name: 'help' };
  const inner = first.type === GROUP ? first.options?.[0] : undefined;
  const leaf = inner ?? first;
  const options: Record<string, string | number | boolean> = {};
  for (const { name, value } of leaf.options ?? []) if (value !== undefined) options[name] = value;
  return { ...base(of), name: first.name, words: inner?.name ?? '', options };
}

/** A command line from a button, with what a form or a menu adds. */
export function lineCommand(of: Interaction, line: string, options: Command['options'] = {}): Command {
  const [name = '', ...rest] = line.trim().split(/\s+/u);
  return {
    ...base(of),
    name: name === '' ? 'help' : name,
    words: rest.join(' '),
    options,
  };
}

/** What stands in the option a person is typing in. */
export function partialOf(of: Interaction): PartialCommand | undefined {
  const [first] = of.data.options ?? [];
  const leaf = first?.type === GROUP ? first.options?.[0] : first;
  const typed = leaf?.options?.find(({ focused }) => focused === true);
  if (first === undefined || typed === undefined) return undefined;
  const { channel, person } = base(of);
  const name = first === leaf ? first.name : `${first.name} ${leaf?.name ?? ''}`;
  return { name, option: typed.name, typed: String(typed.value ?? ''), platform: 'discord', channel, person };
}

/** The fields of a submitted form; a text that was emptied is '', a menu left alone is left out. */
export function fieldsOf(of: Interaction): Record<string, string> {
  const inputs = (of.data.components ?? []).flatMap(
    ({ component, components }) => components ?? (component ? [component] : []),
  );
  const fields: Record<string, string> = {};
  for (const { custom_id: name, value, values } of inputs) {
    const text = value ?? values?.[0];
    if (text !== undefined) fields[name] = text;
  }
  return fields;
}

/** Message commands by the names people see (`registration.ts`). */
export const CONTEXT: Readonly<Record<string, string>> = {
  'Why this entry': 'why',
  History: 'history',
  'Mute similar': 'mute',
};

const GROUP = 2;
const THREADS: readonly (number | undefined)[] = [10, 11, 12];

function base(of: Interaction) {
  const person = personOf(of);
  return {
    words: '',
    options: {},
    platform: 'discord' as const,
    ...(of.guild_id === undefined ? {} : { workspace: of.guild_id }),
    channel: channelOf(of),
    person,
  };
}

/** Direct messages are named by the person; a thread the bot opened stands for the channel it belongs to. */
function channelOf(of: Interaction): Command['channel'] {
  if (of.guild_id === undefined) return `discord:@${(of.user ?? of.member?.user)?.id ?? ''}`;
  const { channel } = of;
  const ours = THREADS.includes(channel?.type) && channel?.owner_id === of.application_id;
  return `discord:${ours && channel?.parent_id ? channel.parent_id : (of.channel_id ?? channel?.id ?? '')}`;
}

/** Administrator or Manage Server (topics/permissions). */
const MANAGES = (1n << 3n) | (1n << 5n);

function personOf(of: Interaction): Person {
  const who = of.member?.user ?? of.user;
  const name = who?.global_name ?? who?.username;
  const bits = of.member?.permissions;
  return {
    id: `discord:${who?.id ?? ''}`,
    ...(name === undefined ? {} : { name }),
    admin: of.guild_id === undefined || (bits !== undefined && (BigInt(bits) & MANAGES) !== 0n),
    roles: of.member?.roles ?? [],
    ...(of.locale === undefined ? {} : { language: of.locale }),
  };
}
