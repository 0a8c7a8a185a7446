import type { types } from '@slack/bolt';
import type { EntryView, Post } from '../../src/core/post.ts';
import { linkButton, runButton } from './buttons.ts';
import { SHARE, SLACK } from './limits.ts';
import type { Payload } from './payload.ts';
import { escapeMrkdwn, line, mrkdwnDate, webAddress } from './plain.ts';
import { cardFacts, STATUS } from './render-card.ts';
import { type ContextElement, markWords, mrkdwnElement, plainElement } from './render-parts.ts';

type Covered = Extract<Post, { readonly kind: 'entry' | 'fold' | 'digest' | 'card' | 'correction' }>;

/**
 * What a spoiler route shows: that something happened, when and where, and a button that tells a person alone. Slack has
 * no spoiler mark, so no word of an entry goes into the message – nor the blog's title, which often names the result.
 */
export function renderCover(post: Covered): Payload {
  const { blog } = post;
  const source = line(blog.publisher ?? '', SHARE.name);
  const where = [plainElement(line(blog.name, SHARE.name)), ...(source === '' ? [] : [plainElement(source)])];
  const said = `Spoiler · ${whatOf(post)}`;
  const reveal = runButton({ label: 'Show', run: revealLine(post) }, 0);
  const lead: types.SectionBlock = {
    type: 'section',
    text: mrkdwnElement(`*${escapeMrkdwn(said)}*`),
    accessory: reveal,
  };
  const blocks: types.KnownBlock[] = [lead, { type: 'context', elements: [...factsOf(post), ...where] }];
  if (post.kind === 'card') blocks.push({ type: 'actions', elements: cardButtons(post) });
  return { text: escapeMrkdwn(`${said} (${source || line(blog.name, SHARE.name)})`), blocks };
}

/** A correction stands in a message that nothing else names, so its button says which entry it is about. */
function revealLine(post: Covered): string {
  const seq = post.kind === 'correction' ? post.view.seq : undefined;
  return seq === undefined ? 'reveal' : `reveal ${post.blog.name} ${seq}`;
}

function whatOf(post: Covered): string {
  switch (post.kind) {
    case 'entry':
      return markWords(post.view).join(' · ') || 'New entry';
    case 'fold':
      return `${post.views.length} new entries`;
    case 'digest': {
      const count = post.views.length + post.more;
      return `${count} ${count === 1 ? 'update' : 'updates'}`;
    }
    case 'correction':
      return post.view.withdrawnAt === undefined ? 'Corrected entry' : 'Withdrawn entry';
    case 'card':
      return STATUS[post.card.status];
  }
}

function factsOf(post: Covered): ContextElement[] {
  switch (post.kind) {
    case 'entry':
    case 'correction':
      return timesOf(post.view);
    case 'fold': {
      const times = post.views.map(({ entry, firstSeenAt }) => entry.publishedAt ?? firstSeenAt);
      return [mrkdwnElement(mrkdwnDate(Math.max(...times)))];
    }
    case 'digest':
      return [mrkdwnElement(`${mrkdwnDate(post.from, '{time}')} to ${mrkdwnDate(post.to, '{time}')}`)];
    case 'card':
      return cardFacts(post.card);
  }
}

function timesOf({ entry, firstSeenAt, correctedAt, withdrawnAt }: EntryView): ContextElement[] {
  const facts = [mrkdwnElement(mrkdwnDate(entry.publishedAt ?? firstSeenAt))];
  if (correctedAt !== undefined) facts.push(mrkdwnElement(`Corrected ${mrkdwnDate(correctedAt)}`));
  if (withdrawnAt !== undefined) facts.push(mrkdwnElement(`Withdrawn at the source ${mrkdwnDate(withdrawnAt)}`));
  return facts;
}

/** What can be asked of a card tells the person alone; the page itself is opened knowingly. */
function cardButtons({ blog }: Covered): types.ActionsBlockElement[] {
  const url = webAddress(blog.url, SLACK.buttonUrl);
  return [
    ...(url === undefined ? [] : [linkButton('Open the live blog', url, 1)]),
    runButton({ label: 'Summary', run: `summary ${blog.name}` }, 2),
    runButton({ label: 'Settings', run: `settings ${blog.name}` }, 3),
  ];
}
