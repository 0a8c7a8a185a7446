import { paragraphs } from '../../src/core/text/body-text.ts';
import type { Inbound } from '../../src/ports/adapter.ts';
import type { Answer, Block, Command, PartialCommand, Reply } from '../../src/ports/commands.ts';

/** A program of few words: answers by rule and remembers what it was asked. */
export class Program implements Inbound {
  readonly commands: Command[] = [];
  readonly partials: PartialCommand[] = [];
  readonly answers = new Map<string, () => Promise<Answer> | Answer>();
  follows: string[] = ['Storm over Saltmere harbour'];

  async command(command: Command): Promise<Answer> {
    this.commands.push(command);
    const answer = this.answers.get(command.name);
    return answer === undefined ? reply(`You said ${command.name}.`) : answer();
  }

  async complete(partial: PartialCommand) {
    this.partials.push(partial);
    return this.follows.map((label, at) => ({ label, value: `blog-${at}` }));
  }

  async channel(): Promise<void> {}
}

export function reply(text: string, extra: Partial<Reply> = {}, ...more: Block[]): Reply {
  return {
    kind: 'reply',
    visibility: 'private',
    blocks: [{ kind: 'text', tree: paragraphs(text) }, ...more],
    ...extra,
  };
}
