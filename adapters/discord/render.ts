import type { BlogView, EntryView, Post } from '../../src/core/post.ts';
import { cutText } from '../../src/core/text/body-text.ts';
import { colourOf } from './colour.ts';
import { safeUrl, tidy } from './escape.ts';
import { DISCORD } from './limits.ts';
import { fitLine } from './markdown.ts';
import type { Embed, MessagePayload, Row } from './payload.ts';
import { NOBODY } from './payload.ts';
import { cardEmbed } from './render-card.ts';
import { entryEmbed, headline, linkedTitle, marks, timestamp } from './render-entry.ts';

/** Room kept for the author line of the first card and the footer of the last. */
const FRAME = 140;

/** Under an alert: one tap to be left in peace. The marks are those of `render-reply`. */
const CALM: Row = {
  type: 1,
  components: [
    { type: 2, style: 2, label: 'Mute for 1 h', custom_id: 'run:0:alert mute 1h' },
    { type: 2, style: 2, label: 'My alerts', custom_id: 'run:1:alert list' },
  ],
};

/** A post as a Discord message. `ref` is the mark by which the message can be found again. */
export function render(post: Post, ref?: string): MessagePayload {
  const embeds = embedsOf(post);
  const last = embeds.at(-1);
  const mark = ref === undefined ? '' : refText(ref);
  if (last !== undefined && mark !== '') last.footer = { text: mark };
  const content = last === undefined && mark !== '' ? `${contentOf(post)}\n-# ${mark}` : contentOf(post);
  return { content, embeds, components: rowsUnder(post), allowed_mentions: NOBODY };
}

/** What one tap can do about an alert or a notice. */
function rowsUnder(post: Post): Row[] {
  if (post.kind === 'alert') return [CALM];
  if (post.kind !== 'notice' || post.actions === undefined) return [];
  const components = post.actions
    .slice(0, DISCORD.rowButtons)
    .map(({ label, run }, at) => ({ type: 2, style: 2, label, custom_id: `run:${at}:${run}` }) as const);
  return components.length === 0 ? [] : [{ type: 1, components }];
}

/** The mark as it stands in a footer or small print. Honest: a reference a person can read out. */
export function refText(ref: string): string {
  return `ref ${ref}`;
}

function contentOf(post: Post): string {
  switch (post.kind) {
    case 'entry':
      return spoils(post) ? `Update · ${fitLine(post.blog.title, 200)}` : headline(post.view, 300);
    case 'fold':
      return `${post.views.length} updates · ${fitLine(post.blog.title, 200)}`;
    case 'digest':
      return `Digest of ${post.views.length + post.more} updates · ${fitLine(post.blog.title, 200)}`;
    case 'card':
      return '';
    case 'correction':
      return `${changeWord(post.view)} · ${spoils(post) ? fitLine(post.blog.title, 200) : plainTitle(post.view, 300)}`;
    case 'notice':
      return `**${NOTICE[post.level]}** · ${fitLine(post.text, DISCORD.content - 60)}`;
    case 'alert':
      return alertLine(post);
  }
}

function embedsOf(post: Post): Embed[] {
  switch (post.kind) {
    case 'entry':
      return [withAuthor(entryEmbed(post.blog, post.view, { total: 5_800, spoiler: spoils(post) }), post.blog)];
    case 'fold':
      return foldEmbeds(post.blog, post.views, spoils(post));
    case 'digest':
      return [digestEmbed(post)];
    case 'card':
      return [cardEmbed(post.blog, post.card, spoils(post))];
    case 'correction':
      return [correctionEmbed(post)];
    case 'notice':
      return [];
    case 'alert':
      return alertEmbeds(post);
  }
}

function spoils(post: Post): boolean {
  return post.spoiler === true;
}

function withAuthor(embed: Embed, blog: BlogView): Embed {
  const url = safeUrl(blog.url, 2_000);
  const name = cutText(tidy(blog.title).trim() || blog.name, 100);
  return { ...embed, author: { name, ...(url === undefined ? {} : { url }) } };
}

/** Each entry gets the same share of the message, so that a correction of one never moves another. */
function foldEmbeds(blog: BlogView, views: readonly EntryView[], spoiler: boolean): Embed[] {
  const shown = views.slice(0, DISCORD.embeds);
  const total = Math.floor((DISCORD.embedTotal - FRAME) / Math.max(1, shown.length));
  return shown.map((view, index) => {
    const embed = entryEmbed(blog, view, { total, spoiler });
    return index === 0 ? withAuthor(embed, blog) : embed;
  });
}

function digestEmbed(post: Extract<Post, { kind: 'digest' }>): Embed {
  const { blog, views, from, to } = post;
  const span = `${timestamp(from)} – ${timestamp(to, 't')}`;
  const shown = views.slice(0, 25);
  const more = post.more + views.length - shown.length;
  const share = Math.floor((DISCORD.embedDescription - 200) / Math.max(1, shown.length)) - 1;
  const lines = shown.map((view) => digestLine(view, share, spoils(post)));
  const rest = more > 0 ? [`and ${more} more`] : [];
  return withAuthor({ description: [span, ...lines, ...rest].join('\n'), color: colourOf(blog.hue) }, blog);
}

function digestLine(view: EntryView, max: number, spoiler: boolean): string {
  const time = timestamp(view.entry.publishedAt ?? view.firstSeenAt, 't');
  const words = marks(view).join(', ');
  const tail = words === '' ? '' : ` · ${words}`;
  const title = linkedTitle(view, max - time.length - tail.length - 8);
  const line = `- ${time} ${spoiler ? `||${title}||` : title}${tail}`;
  return line.length <= max ? line : `- ${time} ${fitLine(view.title ?? 'Update', Math.max(8, max - 30))}`;
}

function correctionEmbed(post: Extract<Post, { kind: 'correction' }>): Embed {
  const { blog, view, changes } = post;
  const lines = changes.slice(0, 10).map(({ before, after }) => {
    const old = fitLine(before, 150);
    const now = fitLine(after, 150);
    const change = [old === '' ? '' : `~~${old}~~`, now === '' ? '' : `**${now}**`].filter((part) => part !== '');
    return `- ${change.join(' → ')}${old === '' ? ' (added)' : ''}${now === '' ? ' (taken out)' : ''}`;
  });
  const more = changes.length > 10 ? [`and ${changes.length - 10} more changes`] : [];
  const since = view.withdrawnAt ?? view.correctedAt;
  const at = [`**${changeWord(view)}**${since === undefined ? '' : ` ${timestamp(since)}`}`];
  const changed = [...lines, ...more].join('\n');
  const words = spoils(post) && changed !== '' ? `||${changed}||` : changed;
  const embed: Embed = {
    description: [...at, linkedTitleOf(post), words].filter((part) => part !== '').join('\n\n'),
    color: colourOf(blog.hue),
  };
  return withAuthor(embed, blog);
}

function changeWord(view: EntryView): string {
  return view.withdrawnAt === undefined ? 'Corrected' : 'Withdrawn';
}

function linkedTitleOf(post: Extract<Post, { kind: 'correction' }>): string {
  const title = linkedTitle(post.view, 500);
  return spoils(post) ? `||${title}||` : title;
}

const NOTICE = { info: 'Note', warning: 'Warning', error: 'Error' } as const;

function alertEmbeds(post: Extract<Post, { kind: 'alert' }>): Embed[] {
  const hits = post.hits.slice(0, DISCORD.embeds);
  const embeds = hits.map(({ view, context, messageUrl, lapsed }) => {
    const link = safeUrl(messageUrl, 200);
    const words = fitLine(context, 220);
    const lines = [
      lapsed === undefined ? '' : `**${lapsed === 'corrected' ? 'Corrected: it no longer matches' : 'Withdrawn'}**`,
      lapsed === undefined || words === '' ? words : `~~${words}~~`,
      [timestamp(view.entry.publishedAt ?? view.firstSeenAt), link === undefined ? '' : `[In the channel](${link})`]
        .filter((part) => part !== '')
        .join(' · '),
    ];
    const title = plainTitle(view, 100);
    const url = safeUrl(view.entry.url, 2_000);
    return {
      title,
      ...(url === undefined ? {} : { url }),
      description: lines.filter((line) => line !== '').join('\n'),
      color: colourOf(post.blog.hue),
    };
  });
  const more = post.hits.length - hits.length;
  const last = embeds.at(-1);
  if (last !== undefined && more > 0) last.description += `\nand ${more} more`;
  // Read far from the channel: whose news it is has to be said.
  return embeds.map((embed, index) => (index === 0 ? withAuthor(embed, post.blog) : embed));
}

/** What a notification of an alert says: the first hit, and how many more. */
function alertLine({ query, hits }: Extract<Post, { kind: 'alert' }>): string {
  const [first] = hits;
  const found = first === undefined ? [] : [plainTitle(first.view, 200)];
  const more = hits.length > 1 ? [`and ${hits.length - 1} more`] : [];
  return [`Alert for “${fitLine(query, 100)}”`, ...found, ...more].join(' · ');
}

/** The headline, or the first words, escaped. */
function plainTitle(view: EntryView, max: number): string {
  return fitLine(tidy(view.title ?? '').trim() || tidy(view.entry.body.text), max) || 'Update';
}
