import type { Client } from 'discord.js';
import type { Inbound } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Answer, Choice, Command, Reply } from '../../src/ports/commands.ts';
import { CommandError } from '../../src/ports/commands.ts';
import type { Log } from '../../src/ports/log.ts';
import { Answering } from './answering.ts';
import { codeOf } from './errors.ts';
import { Forms, fitsOneModal, type Sent } from './forms.ts';
import type { Interaction } from './interaction.ts';
import { commandOf, fieldsOf, lineCommand, parseInteraction, partialOf } from './interaction.ts';
import { DISCORD } from './limits.ts';
import { fitLine, fitMarkdown } from './markdown.ts';
import type { ButtonPayload, MessagePayload } from './payload.ts';
import { NOBODY } from './payload.ts';
import { buttonOf, renderLine, renderRefusal, renderReply, runOf, SHARE } from './render-reply.ts';
import { sharedBy, worthSharing, writable } from './share.ts';

export type CommandParts = {
  readonly client: Client;
  readonly inbound: Inbound;
  readonly clock: Clock;
  /** How long ago an id was made, ms. */
  readonly ageOf: (id: string) => number;
  readonly log: Log;
  readonly served: (guild: string | undefined) => boolean;
};

/** An answer that takes longer than this is announced first; Discord waits three seconds at most. */
const PATIENCE = 1_000;
/** What comes later than this after it was done must be announced before anything is changed by it. */
const COMES_LATE = 1_500;
/** Suggestions that come later than this are of no use any more. */
const SUGGEST_WITHIN = 2_000;
/** Interaction types (interactions/receiving-and-responding). */
const TYPE = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** What people do with `/liveblog`, buttons, menus, forms and message commands, handed over and answered. */
export class Commands {
  readonly #parts: CommandParts;
  readonly #forms: Forms;
  /** Questions asked before a button runs, by its command line. */
  readonly #questions = new Map<string, string>();

  constructor(parts: CommandParts) {
    this.#parts = parts;
    this.#forms = new Forms(() => parts.clock.now());
  }

  /** Handles one INTERACTION_CREATE. Never throws: a failure is told to the person and logged. */
  async handle(payload: unknown): Promise<void> {
    const interaction = parseInteraction(payload);
    if (interaction === undefined) return;
    const answering = new Answering(this.#parts.client, interaction);
    try {
      await this.#route(interaction, answering);
    } catch (error) {
      this.#parts.log.error('an interaction was not answered', { type: interaction.type, reason: String(error) });
    }
  }

  async #route(of: Interaction, answering: Answering): Promise<void> {
    if (!this.#parts.served(of.guild_id)) return this.#turnAway(of, answering);
    if (!(await this.#isInTime(of, answering))) return;
    switch (of.type) {
      case TYPE.command:
        return this.#run(commandOf(of), answering);
      case TYPE.autocomplete:
        return this.#suggest(of, answering);
      case TYPE.component:
        return this.#press(of, answering);
      case TYPE.modal:
        return this.#submit(of, answering);
      default:
        return;
    }
  }

  /**
   * After a gap in the connection Discord tells what people did meanwhile. Past its three seconds a command cannot be
   * answered any more, and whoever gave it has given up or done it again: it is not run. Discord's word counts for that.
   */
  async #isInTime(of: Interaction, answering: Answering): Promise<boolean> {
    const age = this.#parts.ageOf(of.id);
    if (age < COMES_LATE) return true;
    if (of.type === TYPE.autocomplete) return false;
    try {
      await answering.defer();
      return true;
    } catch (error) {
      if (codeOf(error) !== UNKNOWN_INTERACTION) throw error;
      const { name, words, channel, person } = of.type === TYPE.command ? commandOf(of) : lineCommand(of, pressed(of));
      const facts = { command: `${name} ${words}`.trim(), channel, person: person.id, late: Math.round(age) };
      this.#parts.log.info('a command came too late to be answered and was not run', facts);
      return false;
    }
  }

  async #turnAway(of: Interaction, answering: Answering): Promise<void> {
    if (of.type === TYPE.autocomplete) return answering.choices([]);
    const words = 'This bot does not serve this server. Whoever runs it can add the server to `access.workspaces`.';
    await answering.message(renderLine(words), 'private');
  }

  async #run(command: Command, answering: Answering, sent?: Sent): Promise<void> {
    const done = new AbortController();
    // A refusal to announce it is met again by the answer, which tells it; here it must only not go unheard.
    const late = this.#parts.clock
      .sleep(PATIENCE, done.signal)
      .then(() => answering.defer())
      .catch(() => undefined);
    try {
      const answer = await this.#ask(command, sent);
      done.abort();
      await late;
      await this.#give(answer, answering);
    } finally {
      done.abort();
    }
  }

  /** The program's answer; a refusal is an answer too, and opens the form that was sent again. */
  async #ask(command: Command, sent: Sent | undefined): Promise<Answer | MessagePayload> {
    try {
      return await this.#parts.inbound.command(command);
    } catch (error) {
      if (error instanceof CommandError) return this.#reopening(renderRefusal(error), sent, error.field);
      this.#parts.log.error('a command failed', {
        command: command.name,
        channel: command.channel,
        reason: String(error),
      });
      const words =
        'Something went wrong here, not with you. Nothing was changed as far as I know; try again in a minute.';
      return this.#reopening(renderLine(words), sent);
    }
  }

  #reopening(refusal: MessagePayload, sent: Sent | undefined, field?: string): MessagePayload {
    if (sent?.form === undefined) return refusal;
    const id = this.#forms.keepFilled(sent.form, sent.values, field);
    return renderLine(refusal.content, [opens(id, 'Correct it')]);
  }

  async #give(answer: Answer | MessagePayload, answering: Answering): Promise<void> {
    if (!('kind' in answer)) return answering.message(answer, 'private');
    if (answer.kind === 'reply') return this.#reply(answer, answering);
    if (!answering.open) {
      const id = this.#forms.keep(answer);
      return answering.message(renderLine(fitLine(answer.title, 100), [opens(id)]), 'private');
    }
    if (fitsOneModal(answer)) return answering.modal(this.#forms.single(answer, holderOf(answering.of)));
    const modal = this.#forms.modal(this.#forms.keep(answer));
    if (modal !== undefined) await answering.modal(modal);
  }

  async #reply(reply: Reply, answering: Answering): Promise<void> {
    this.#rememberQuestions(reply);
    const rendered = renderReply(reply, reply.visibility === 'private' && worthSharing(reply));
    // Discord says who used a slash command, and nothing of who pressed a button.
    const isShared = reply.visibility === 'shared' && answering.onMessage;
    const payload = isShared ? { ...rendered, content: sharedBy(answering.of, rendered.content) } : rendered;
    await answering.message(payload, reply.visibility, reply.replaces === true);
    if (reply.announce === undefined) return;
    const line = fitMarkdown(reply.announce, DISCORD.content).text;
    const offers = (reply.offers ?? []).map(buttonOf);
    await answering.follow({ ...renderLine(line, offers), allowed_mentions: NOBODY }, 'shared');
  }

  async #suggest(of: Interaction, answering: Answering): Promise<void> {
    const partial = partialOf(of);
    if (partial === undefined) return answering.choices([]);
    const done = new AbortController();
    const late = this.#parts.clock.sleep(SUGGEST_WITHIN, done.signal).then(
      () => [],
      () => [],
    );
    const asked = this.#parts.inbound.complete(partial).catch((error: unknown) => {
      this.#parts.log.warn('no suggestions', { command: partial.name, reason: String(error) });
      return [];
    });
    const found: readonly Choice[] = await Promise.race([asked, late]);
    done.abort();
    const choices = found
      .filter(({ label, value }) => label.trim() !== '' && value !== '' && value.length <= DISCORD.choiceText)
      .slice(0, DISCORD.choices)
      .map(({ label, value }) => ({ name: cut(label, DISCORD.choiceText), value }));
    await answering.choices(choices);
  }

  async #press(of: Interaction, answering: Answering): Promise<void> {
    const id = of.data.custom_id ?? '';
    if (id === SHARE) return this.#share(of, answering);
    if (id === CANCEL) return answering.message(renderLine('Nothing was changed.'), 'private', true);
    const next = /^next:(\w+)$/u.exec(id)?.[1];
    if (next !== undefined) return this.#openPage(next, answering);
    const ended = /^save:(\w+)$/u.exec(id)?.[1];
    if (ended !== undefined) return this.#save(of, this.#forms.finish(ended), answering);
    const run = runOf(id);
    if (run === undefined) return answering.message(renderLine(GONE), 'private');
    if (run.mark === 'ask') return this.#question(of, run.line, answering);
    const chosen = of.data.values?.[0];
    await this.#run(lineCommand(of, chosen === undefined ? run.line : `${run.line} ${chosen}`), answering);
  }

  async #question(of: Interaction, line: string, answering: Answering): Promise<void> {
    const question = this.#questions.get(line) ?? 'Are you sure?';
    const yes = buttonOf({ label: labelOf(of) ?? 'Yes', run: line, style: 'danger' }, 0);
    const no = { type: 2, style: 2, label: 'Cancel', custom_id: CANCEL } as const;
    await answering.message(renderLine(fitLine(question, 500), [yes, no]), 'private');
  }

  async #openPage(id: string, answering: Answering): Promise<void> {
    const modal = this.#forms.modal(id);
    if (modal === undefined) return answering.message(renderLine(GONE), 'private');
    if (!answering.open) return answering.message(renderLine('Please press again.', [opens(id)]), 'private');
    await answering.modal(modal);
  }

  async #submit(of: Interaction, answering: Answering): Promise<void> {
    const [, kind, rest = ''] = /^(form|page):(.*)$/su.exec(of.data.custom_id ?? '') ?? [];
    if (kind === 'form') return this.#save(of, this.#forms.sent(rest, fieldsOf(of), holderOf(of)), answering);
    const taken = kind === 'page' ? this.#forms.take(rest, fieldsOf(of)) : undefined;
    if (taken === undefined || taken.done) return this.#save(of, taken, answering);
    const more = `Continue (${taken.next} of ${taken.of})`;
    const buttons = [
      { type: 2, style: 1, label: fitLine(this.#forms.label(rest), DISCORD.buttonLabel), custom_id: `save:${rest}` },
      { type: 2, style: 2, label: more, custom_id: `next:${rest}` },
    ] as const;
    await answering.message(renderLine('Kept. Save it like this, or go on: there is more to set.', buttons), 'private');
  }

  async #save(of: Interaction, sent: Sent | undefined, answering: Answering): Promise<void> {
    if (sent === undefined) return answering.message(renderLine(GONE), 'private');
    await this.#run(lineCommand(of, sent.submit, sent.values), answering, sent);
  }

  /** Shows what only one person saw to everybody, with who shared it and without its buttons. */
  async #share(of: Interaction, answering: Answering): Promise<void> {
    const shown = of.message as { content?: string; embeds?: MessagePayload['embeds'] } | undefined;
    const content = sharedBy(of, shown?.content ?? '');
    const embeds = (shown?.embeds ?? []).slice(0, DISCORD.embeds).map(writable);
    await answering.message({ content, embeds, components: [], allowed_mentions: NOBODY }, 'shared');
  }

  #rememberQuestions(reply: Reply): void {
    for (const block of reply.blocks) {
      if (block.kind !== 'buttons') continue;
      for (const { run, confirm } of block.buttons) if (confirm !== undefined) this.#questions.set(run, confirm);
    }
    for (const [run] of this.#questions) {
      if (this.#questions.size <= 500) break;
      this.#questions.delete(run);
    }
  }
}

function opens(form: string, label = 'Open the form'): ButtonPayload {
  return { type: 2, style: 1, label, custom_id: `next:${form}` };
}

/** Who has a form open, and where. */
function holderOf(of: Interaction): string {
  const { person, channel } = lineCommand(of, '');
  return `${person.id} ${channel}`;
}

/** "Unknown interaction": its three seconds are over. */
const UNKNOWN_INTERACTION = 10_062;

/** The command line behind a pressed button, or what Discord calls the button. */
function pressed(of: Interaction): string {
  const id = of.data.custom_id ?? '';
  return runOf(id)?.line ?? id;
}

const CANCEL = 'cancel';
const GONE = 'That is too old to go on with. Run the command again.';

/** What stood on the pressed button. */
function labelOf(of: Interaction): string | undefined {
  const rows = (of.message?.components ?? []) as { components?: { custom_id?: string; label?: string }[] }[];
  return rows.flatMap(({ components = [] }) => components).find(({ custom_id }) => custom_id === of.data.custom_id)
    ?.label;
}

function cut(text: string, max: number): string {
  const characters = [...text.trim()];
  return characters.length <= max ? text.trim() : `${characters.slice(0, max - 1).join('')}…`;
}
