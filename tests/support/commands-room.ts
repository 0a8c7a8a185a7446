import { type Commands, createCommands } from '../../src/commands/commands.ts';
import type { House } from '../../src/commands/subcommand.ts';
import { type ChannelId, platformOf } from '../../src/core/channel.ts';
import type { Snapshot } from '../../src/core/entry.ts';
import { plainText } from '../../src/core/text/body-text.ts';
import type { ChannelAccess } from '../../src/ports/adapter.ts';
import {
  type Answer,
  type Block,
  type Button,
  type Command,
  CommandError,
  type Person,
} from '../../src/ports/commands.ts';
import { SourceError } from '../../src/ports/source.ts';
import { createNewsroom, createRouteBook } from '../../src/relay/newsroom.ts';
import { snapshotOf, update } from './entries.ts';
import { createWorld, DEFAULTS, textOf } from './world.ts';

export const CHANNEL: ChannelId = 'slack:C1';
export const PAGE = 'https://saltmere.example/live';

export const ANA: Person = {
  id: 'slack:U1',
  name: 'Ana',
  admin: true,
  roles: [],
  language: 'en-GB',
  timezone: 'Europe/London',
};
export const BEN: Person = {
  id: 'slack:U2',
  name: 'Ben',
  admin: false,
  roles: ['S9'],
  language: 'en-GB',
  timezone: 'Europe/London',
};

/** The evening's entries: what tests search, summarise and ask about. */
export const STORM = [
  update('e1', 'Waves are breaking over the sea wall at Saltmere tonight.', {
    minute: 1,
    title: 'Storm reaches the sea wall',
    url: `${PAGE}#e1`,
  }),
  update('e2', 'The ferry to Gull Island has been cancelled until Friday, the company says.', {
    minute: 2,
    url: `${PAGE}#e2`,
    flags: ['key'],
  }),
  update('e3', 'The football match in the harbour park is off. Sport is not possible in this wind.', {
    minute: 3,
    url: `${PAGE}#e3`,
    authors: ['Tom Brook'],
  }),
];

/** A channel in which people type commands and press buttons, with the real relay behind it. */
export async function createRoom(
  options: { readonly house?: Partial<House>; readonly follow?: boolean; readonly channel?: ChannelId } = {},
) {
  const world = createWorld();
  const pages = new Map<string, Snapshot | SourceError>([[PAGE, snapshotOf(STORM)]]);
  const room = {
    access: { reachable: true, missing: [] } as ChannelAccess,
    broadcasts: true,
    hidden: new Set<string>(),
  };
  const audit: string[] = [];
  world.page.entries = [update('e0', 'The harbour master expects a storm.', { minute: 0, url: `${PAGE}#e0` })];
  if (options.follow !== false) await world.follow(options.channel ?? CHANNEL);
  await world.start();
  let commands = await build();
  await world.pass(12);
  let last: Answer | undefined;

  async function build(): Promise<Commands> {
    const { relay, store, clock } = world;
    const deps = { ...relay, tempo: { every: 10_000, max: 60_000 } };
    const made = createCommands({
      newsroom: createNewsroom(deps),
      book: createRouteBook(deps),
      outlook: {
        async look(url) {
          const page = pages.get(url);
          if (page === undefined) throw new SourceError('malformed', `${url} is no live blog.`);
          if (page instanceof SourceError) throw page;
          return { url, snapshot: page };
        },
        access: async () => room.access,
        name: (channel) => world.names.get(channel),
        sees: async (person, channel) => !room.hidden.has(`${person} ${channel}`),
        sizes: () => world.chat.limits,
        broadcasts: (channel) => room.broadcasts && platformOf(channel) === 'slack',
      },
      store,
      clock,
      log: { debug: note, info: note, warn: note, error: note },
      house: {
        language: 'en-GB',
        timezone: 'UTC',
        settings: DEFAULTS,
        manage: 'admins',
        workspaces: [],
        ...options.house,
      },
    });
    await made.alerts.load();
    relay.addPersonal(made.alerts);
    return made;
  }

  function note(message: string, facts?: Readonly<Record<string, unknown>>): void {
    audit.push(`${message} ${JSON.stringify(facts ?? {})}`);
  }

  /** The blog's page as it is from now on; time passes until the channel shows it. */
  async function publish(entries: typeof world.page.entries, seconds = 25): Promise<void> {
    world.page.entries = entries;
    await world.pass(seconds);
  }

  async function run(line: string, more: Partial<Command> = {}): Promise<Answer> {
    const [name = '', ...words] = line.split(' ');
    const base = {
      name,
      words: words.join(' '),
      options: {},
      platform: 'slack',
      channel: CHANNEL,
      person: ANA,
    } as const;
    last = await commands.run({ ...base, ...more });
    return last;
  }

  return {
    world,
    room,
    pages,
    audit,
    run,
    get commands() {
      return commands;
    },

    /** What a person sees after typing a line. */
    types: async (line: string, more: Partial<Command> = {}) => seen(await run(line, more)),

    /** The refusal a person sees. */
    async refused(line: string, more: Partial<Command> = {}): Promise<string> {
      try {
        await run(line, more);
      } catch (error) {
        if (error instanceof CommandError) return `${error.message} [${error.examples.join('] [')}]`;
        throw error;
      }
      throw new Error(`“${line}” was not refused`);
    },

    /** Presses a button of the last answer. */
    async presses(label: string, more: Partial<Command> = {}): Promise<string> {
      const button = last === undefined ? undefined : buttonsOf(last).find((one) => one.label === label);
      if (button === undefined) throw new Error(`there is no button ${label}`);
      return seen(await run(button.run, more));
    },

    buttons: () => (last === undefined ? [] : buttonsOf(last)),

    publish,

    /** These entries come to those on the page. */
    adds: (...entries: typeof world.page.entries) => publish([...world.page.entries, ...entries]),

    shows: (channel: ChannelId = CHANNEL) => world.chat.channel(channel).map(({ post }) => textOf(post)),

    async restart(): Promise<void> {
      await world.restart();
      commands = await build();
    },
  };
}

function buttonsOf(answer: Answer): readonly Button[] {
  return answer.kind === 'form'
    ? []
    : answer.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

/** An answer as plain lines, with its buttons in brackets and what the channel sees after a ». */
function seen(answer: Answer): string {
  if (answer.kind === 'form') {
    return [
      `form ${answer.title} → ${answer.submit}`,
      ...answer.fields.map(({ name, value }) => `${name}=${value ?? ''}`),
    ].join('\n');
  }
  const lines = answer.blocks.map(blockSeen);
  const head = answer.visibility === 'shared' ? ['(for everybody)'] : [];
  const tail = answer.announce === undefined ? [] : [`» ${plainText(answer.announce)}`];
  return [...head, ...lines, ...tail].join('\n');
}

function blockSeen(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'small':
      return plainText(block.tree);
    case 'heading':
      return `# ${block.text}`;
    case 'fields':
      return block.fields.map(({ name, value }) => `${name}: ${plainText(value)}`).join('\n');
    case 'post':
      return `post: ${textOf(block.post)}`;
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ');
    case 'divider':
      return '---';
  }
}
