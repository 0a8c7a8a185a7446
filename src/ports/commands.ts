import type { Root } from 'mdast';
import type { ChannelId, Platform } from '../core/channel.ts';
import type { Post } from '../core/post.ts';

export type Person = {
  /** `slack:U123`, `discord:4455`. */
  readonly id: string;
  readonly name?: string;
  /** May manage the channel or workspace on the platform itself (workspace admin, Manage Server …). */
  readonly admin: boolean;
  /** Role or user-group ids, for `access.manage`. */
  readonly roles: readonly string[];
  /** BCP 47, e.g. `de`. */
  readonly language?: string;
  /** IANA zone, where the platform tells. */
  readonly timezone?: string;
};

/**
 * One `/liveblog` request. `words` is what was typed after `/liveblog`, already decoded from the platform's escapes
 * (Slack's `<url|label>`, smart quotes); `options` are named values (Discord options, a submitted form). A platform gives
 * whichever it has; the subcommand's schema reads both.
 */
export type Command = {
  readonly name: string;
  readonly words: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly platform: Platform;
  readonly workspace?: string;
  readonly channel: ChannelId;
  readonly person: Person;
  /** The entry a message shortcut was used on: the platform's message id. */
  readonly message?: string;
  /** On a page of one's own: the channels the person is in, where the platform tells. */
  readonly memberOf?: readonly ChannelId[];
};

export type PartialCommand = {
  readonly name: string;
  /** The option being typed, and what stands there so far. */
  readonly option: string;
  readonly typed: string;
  readonly platform: Platform;
  readonly channel: ChannelId;
  readonly person: Person;
};

export type Choice = { readonly label: string; readonly value: string };

/**
 * A button runs a `/liveblog` command line when pressed. `run` is at most 90 UTF-8 bytes, so that every platform can
 * carry it in the button; a command that needs more keeps it in the store under a short id.
 */
export type Button = {
  readonly label: string;
  readonly run: string;
  readonly style?: 'primary' | 'danger';
  /** Asked before it runs. */
  readonly confirm?: string;
  /** A plain link instead of a command. */
  readonly url?: string;
};

/** One piece of an answer. Text is mdast; adapters turn it into their markup, escaped by construction. */
export type Block =
  | { readonly kind: 'text'; readonly tree: Root }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly name: string; readonly value: Root }[] }
  | { readonly kind: 'small'; readonly tree: Root }
  /** A post shown exactly as a channel would show it. */
  | { readonly kind: 'post'; readonly post: Post }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'divider' };

export type FieldInput =
  | { readonly input: 'text'; readonly multiline?: boolean; readonly placeholder?: string }
  | { readonly input: 'select'; readonly choices: readonly Choice[] };

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly optional: boolean;
} & FieldInput;

/**
 * What a command gives back. `shared` posts it into the channel for everybody; else only the person sees it. `replaces`
 * updates the message that held the pressed button. `announce` is one line left in the channel ("… now follows …").
 */
export type Reply = {
  readonly kind: 'reply';
  readonly blocks: readonly Block[];
  readonly visibility: 'private' | 'shared';
  readonly replaces?: boolean;
  readonly announce?: Root;
  /** Where that line is left when the command was given elsewhere, on a page of one's own. */
  readonly announceIn?: ChannelId;
  /** Buttons under that line, for everybody who may. */
  readonly offers?: readonly Button[];
};

/** A form to fill in (Slack modal, Discord modal); submitting it runs `submit` with the fields as options. */
export type Form = {
  readonly kind: 'form';
  readonly title: string;
  readonly submit: string;
  readonly label: string;
  readonly fields: readonly Field[];
};

export type Answer = Reply | Form;

/** The person asked for something that cannot be done; `message` is for them and says what would work. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Command lines to offer as examples or buttons. */
  readonly examples: readonly string[];
  /** The option or form field it is about. */
  readonly field: string | undefined;

  constructor(message: string, examples: readonly string[] = [], field?: string) {
    super(message);
    this.examples = examples;
    this.field = field;
  }
}
