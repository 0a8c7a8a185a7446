import type { Client, REST } from 'discord.js';
import { codeOf } from './errors.ts';
import type { Interaction } from './interaction.ts';
import type { MessagePayload } from './payload.ts';

const EPHEMERAL = 64;
/** Callback types (interactions/receiving-and-responding, "Interaction Callback Type"). */
const CALLBACK = { message: 4, deferMessage: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

/** One interaction and how far its answer has come: Discord takes one first answer, within three seconds. */
export class Answering {
  readonly of: Interaction;
  readonly #rest: REST;
  #state: 'open' | 'deferred' | 'deferred-update' | 'answered' = 'open';
  #deferring: Promise<void> | undefined;

  constructor(client: Client, of: Interaction) {
    this.#rest = client.rest;
    this.of = of;
  }

  get open(): boolean {
    return this.#state === 'open';
  }

  /** Buttons and their forms stand on a message that an answer may replace. */
  get onMessage(): boolean {
    return this.of.message !== undefined;
  }

  /** Says that an answer is coming: privately, for a refusal must not be shown to all; what is for all follows it. */
  async defer(): Promise<void> {
    if (!this.open) return;
    this.#state = this.onMessage ? 'deferred-update' : 'deferred';
    this.#deferring = this.onMessage
      ? this.#callback(CALLBACK.deferUpdate)
      : this.#callback(CALLBACK.deferMessage, { flags: EPHEMERAL });
    await this.#deferring;
  }

  /** Answers with a message; the first answer or what follows it, as it has come to. */
  async message(payload: MessagePayload, visibility: 'private' | 'shared', replaces = false): Promise<void> {
    await this.#deferring;
    const update = replaces && this.onMessage;
    if (this.#state === 'open') {
      this.#state = 'answered';
      if (update) return this.#callback(CALLBACK.update, payload);
      return this.#callback(CALLBACK.message, flagged(payload, visibility));
    }
    if (update || (this.#state === 'deferred' && visibility === 'private')) {
      this.#state = 'answered';
      return this.#original(payload);
    }
    if (this.#state === 'deferred')
      await this.#original({ ...payload, content: 'Shown to everybody below.', embeds: [], components: [] });
    this.#state = 'answered';
    await this.follow(payload, visibility);
  }

  /** A further message. */
  async follow(payload: MessagePayload, visibility: 'private' | 'shared'): Promise<void> {
    await this.#rest.post(`/webhooks/${this.of.application_id}/${this.of.token}`, {
      body: flagged(payload, visibility),
      auth: false,
    });
  }

  async modal(modal: object): Promise<void> {
    this.#state = 'answered';
    await this.#callback(CALLBACK.modal, modal);
  }

  async choices(choices: readonly { name: string; value: string }[]): Promise<void> {
    if (!this.open) return;
    this.#state = 'answered';
    await this.#callback(CALLBACK.choices, { choices });
  }

  async #original(payload: MessagePayload): Promise<void> {
    await this.#rest.patch(`/webhooks/${this.of.application_id}/${this.of.token}/messages/@original`, {
      body: payload,
      auth: false,
    });
  }

  /** The first answer. A cut connection is tried once more: that it came all the same (40060) is as good. */
  async #callback(type: number, data?: object): Promise<void> {
    const body = { type, ...(data === undefined ? {} : { data }) };
    const send = () => this.#rest.post(`/interactions/${this.of.id}/${this.of.token}/callback`, { body, auth: false });
    try {
      await send();
    } catch (error) {
      if (codeOf(error) !== undefined) throw error;
      await send().catch((again: unknown) => {
        if (codeOf(again) !== ANSWERED) throw again;
      });
    }
  }
}

/** "Interaction has already been acknowledged." */
const ANSWERED = 40_060;

function flagged(payload: MessagePayload, visibility: 'private' | 'shared'): object {
  return visibility === 'private' ? { ...payload, flags: EPHEMERAL } : payload;
}
