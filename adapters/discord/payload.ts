/** The parts of Discord's wire format that we write; our own types, so that rendering does not load the SDK. */
export type Embed = {
  title?: string;
  url?: string;
  description?: string;
  color?: number;
  author?: { name: string; url?: string };
  footer?: { text: string };
  image?: { url: string; description?: string };
  fields?: { name: string; value: string; inline?: boolean }[];
};

export type AllowedMentions = { parse: 'everyone'[]; roles?: string[]; users?: string[] };

export type ButtonPayload = {
  type: 2;
  style: 1 | 2 | 4 | 5;
  label: string;
  custom_id?: string;
  url?: string;
};

export type Row = { type: 1; components: ButtonPayload[] };

/** A whole message; editing with it replaces everything that was there. */
export type MessagePayload = {
  content: string;
  embeds: Embed[];
  components: Row[];
  allowed_mentions: AllowedMentions;
};

/** Nobody is pinged. */
export const NOBODY: AllowedMentions = { parse: [] };
