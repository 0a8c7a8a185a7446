import type { Sizes } from '../core/project/views.ts';
import type { RouteSettings } from '../core/route.ts';
import type { Clock } from '../ports/clock.ts';
import type { Answer, Choice, Command, PartialCommand } from '../ports/commands.ts';
import type { Log } from '../ports/log.ts';
import type { Newsroom, Outlook, RouteBook } from '../ports/newsroom.ts';
import type { Store } from '../ports/store.ts';
import type { AlertBook } from './alert-book.ts';
import type { EntrySearch } from './entry-search.ts';
import type { Times } from './times.ts';

/** What every command works with. */
export type Desk = {
  readonly newsroom: Newsroom;
  readonly book: RouteBook;
  readonly outlook: Outlook;
  /** What people asked us to remember: catch-ups, undoing, long command lines. */
  readonly store: Store;
  readonly alerts: AlertBook;
  readonly search: EntrySearch;
  readonly clock: Clock;
  readonly log: Log;
  readonly house: House;
};

/** What the operator decided. */
export type House = {
  readonly language: string;
  readonly timezone: string;
  /** How a route shows a blog unless the person says otherwise. */
  readonly settings: RouteSettings;
  readonly manage: 'everyone' | 'admins' | readonly string[];
  /** Workspaces and servers served; empty = all. */
  readonly workspaces: readonly string[];
};

/** One request under way: what was asked, by whom, when. */
export type Request = {
  readonly command: Command;
  /** What follows the subcommand, trimmed. */
  readonly words: string;
  readonly now: number;
  readonly times: Times;
  readonly sizes: Sizes;
  readonly desk: Desk;
};

/** One `/liveblog` subcommand. */
export type Subcommand = {
  readonly name: string;
  readonly aliases: readonly string[];
  /** What may follow it, as help shows it. */
  readonly usage: string;
  readonly does: string;
  /** Whole command lines that work. */
  readonly examples: readonly string[];
  /** True: only for those whom `access.manage` allows. */
  readonly manages: boolean;
  run(request: Request): Promise<Answer>;
  /** Suggestions for an option being typed. */
  complete?(partial: PartialCommand, desk: Desk): Promise<readonly Choice[]>;
};
