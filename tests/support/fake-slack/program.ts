import { paragraphs } from '../../../src/core/text/body-text.ts';
import type { ChannelEvent, Inbound } from '../../../src/ports/adapter.ts';
import {
  type Answer,
  type Block,
  type Button,
  type Command,
  CommandError,
  type Field,
} from '../../../src/ports/commands.ts';

/** A small program behind an adapter: it follows blogs, remembers what it was told, and answers in every form. */
export class FakeProgram implements Inbound {
  readonly commands: Command[] = [];
  readonly events: ChannelEvent[] = [];
  /** Workspaces it was told it is in. */
  readonly back: string[] = [];
  readonly following: string[] = [];
  /** Buttons that `offers` shows. */
  offers: readonly Button[] = [];
  /** Milliseconds the next answers take. */
  delay = 0;
  /** How many fields of blogs the home tab lists. */
  homeRows = 3;

  async command(command: Command): Promise<Answer> {
    this.commands.push(command);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    switch (command.name) {
      case 'help':
        return reply([{ kind: 'heading', text: 'Help' }, text('Try /liveblog status'), buttons('status', 'list')]);
      case 'status':
        return reply([text('All is well'), buttons('refresh')]);
      case 'refresh':
        return { ...reply([text('All is still well')]), replaces: true };
      case 'list':
        return reply([text(`Following ${this.following.join(', ') || 'nothing'}`)]);
      case 'follow':
        return this.#follow(command);
      case 'summary':
        return { ...reply([text('Three things happened')]), visibility: 'shared' };
      case 'home':
        return reply(
          [buttons('list', 'settings')].concat(
            Array.from({ length: this.homeRows }, (_, row) => text(`Blog ${row + 1}`)),
          ),
        );
      case 'settings':
        return command.options.layout === undefined
          ? { kind: 'form', title: 'Settings', submit: 'settings storm in:slack:C1', label: 'Save', fields: LAYOUT }
          : {
              ...reply([text('Changed'), buttons('undo')]),
              announce: paragraphs('Ines changed storm'),
              announceIn: 'slack:C1',
            };
      case 'offers':
        return reply([{ kind: 'buttons', buttons: this.offers }]);
      case 'pause':
        return {
          ...reply([text('Paused')]),
          announce: paragraphs('Ines paused this channel'),
          offers: [{ label: 'Resume', run: 'status' }],
        };
      case 'crash':
        throw new Error('token xoxb-123-secret leaked');
      case 'preview':
      case 'why':
      case 'history':
        return reply([text(`${command.name} ${command.words}`.trim())]);
      default:
        throw new CommandError(`There is no command ${command.name}.`, ['help', 'status']);
    }
  }

  async complete() {
    return [];
  }

  async channel(event: ChannelEvent): Promise<void> {
    if (event.kind === 'workspace-back') this.back.push(event.workspace);
    else this.events.push(event);
  }

  #follow({ words, options }: Command): Answer {
    const name = typeof options.name === 'string' ? options.name : words;
    if (name === 'bad') throw new CommandError('This is no live blog.', ['preview https://gazette.example']);
    if (name === 'odd') throw new CommandError('There is no such layout.', [], 'layout');
    if (name !== '') {
      this.following.push(name);
      return { ...reply([text(`Following ${name}`)]), announce: paragraphs(`Ines now follows ${name} <!channel>`) };
    }
    return {
      kind: 'form',
      title: 'Follow a live blog in this channel',
      submit: 'follow',
      label: 'Follow',
      fields: [
        { name: 'name', label: 'Name', optional: false, input: 'text', placeholder: 'harbour-storm' },
        ...LAYOUT,
      ],
    };
  }
}

const LAYOUT: readonly Field[] = [
  {
    name: 'layout',
    label: 'Layout',
    optional: true,
    input: 'select',
    value: 'channel',
    choices: [
      { label: 'In the channel', value: 'channel' },
      { label: 'One thread', value: 'thread' },
    ],
  },
];

function reply(blocks: readonly Block[]): Answer & { kind: 'reply' } {
  return { kind: 'reply', blocks, visibility: 'private' };
}

function text(words: string): Block {
  return { kind: 'text', tree: paragraphs(words) };
}

function buttons(...runs: readonly string[]): Block {
  return { kind: 'buttons', buttons: runs.map((run) => ({ label: `Run ${run}`, run })) };
}
