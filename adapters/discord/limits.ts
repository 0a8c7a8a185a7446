import type { AdapterLimits } from '../../src/ports/adapter.ts';

/**
 * Discord's limits, in characters unless said, each with the page of docs.discord.com/developers it comes from.
 * Discord counts code points; we count UTF-16 units, which are never fewer.
 */
export const DISCORD = {
  /** resources/message, "Create Message". */
  content: 2_000,
  nonce: 25,
  embeds: 10,
  /** resources/message, "Embed Limits". The total is over all embeds of a message: titles, descriptions, names, footers. */
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1_024,
  embedFooter: 2_048,
  embedAuthor: 256,
  embedTotal: 6_000,
  /** components/reference: action rows of a message, buttons of a row, button label, custom_id. */
  rows: 5,
  rowButtons: 5,
  buttonLabel: 80,
  customId: 100,
  buttonUrl: 512,
  selectOptions: 25,
  selectText: 100,
  /** components/reference and interactions/receiving-and-responding, "Modal". */
  modalTitle: 45,
  modalFields: 5,
  label: 45,
  labelDescription: 100,
  inputValue: 4_000,
  placeholder: 100,
  /** interactions/application-commands. `commandTotal` is over names, descriptions and values of one command. */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandTotal: 8_000,
  choices: 25,
  choiceText: 100,
  /** resources/channel, "Start Thread". */
  threadName: 100,
  /** Not in the documents: about ten publications an hour and announcement channel (measured by others, FIELD 2). */
  crosspostsPerHour: 10,
  /** topics/rate-limits: requests a second over all channels, and the refusals in ten minutes that lead to a ban. */
  globalPerSecond: 50,
  invalidRequests: 10_000,
  invalidWindow: 600_000,
} as const;

/** Where we stop asking by ourselves: a tenth of what Discord bans for. */
export const INVALID_REQUESTS_OURS = 1_000;

/** Edits of messages older than an hour are rationed (error 30046); the number is not published. */
export const OLD_EDIT_WAIT = 60_000;

/** What the core cuts to. Texts leave room for escapes, marks and the line of author, time and source. */
export const adapterLimits: AdapterLimits = {
  titleLength: 240,
  textLength: 3_500,
  foldSize: DISCORD.embeds,
  foldTextLength: 320,
  digestSize: 25,
  pace: { burst: 5, interval: 1_000 },
  oldEdits: { after: 3_600_000, interval: OLD_EDIT_WAIT },
  threads: true,
  broadcasts: false,
};
