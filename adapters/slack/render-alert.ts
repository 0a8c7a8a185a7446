import type { types } from '@slack/bolt';
import type { BlogView, Post } from '../../src/core/post.ts';
import { buttonRows } from './buttons.ts';
import { SHARE } from './limits.ts';
import type { Payload } from './payload.ts';
import { escapeMrkdwn, line, mrkdwnDate } from './plain.ts';
import { entryUrl, mrkdwnElement, plainElement, sourceName, titleOf } from './render-parts.ts';
import { type Addresses, addresses, linkPart, richText, type Section, section, textPart } from './rich-text.ts';

type Hit = Extract<Post, { kind: 'alert' }>['hits'][number];
const MOST = 10;
/** One tap to be left in peace. */
const CALM = [
  { label: 'Mute for 1 h', run: 'alert mute 1h' },
  { label: 'My alerts', run: 'alert list' },
];
const LAPSED = { corrected: 'Corrected, no longer matches: ', withdrawn: 'Withdrawn: ' } as const;

/** A person's alert: what matched, with the words around it and a way to the message. */
export function renderAlert(blog: BlogView, query: string, hits: readonly Hit[]): Payload {
  const give = addresses();
  const asked = line(query, SHARE.title);
  const top = `Your alert “${asked}” matched in ${line(blog.title, SHARE.title)}`;
  const blocks: types.KnownBlock[] = [richText([section(textPart(top, { bold: true }))])];
  for (const hit of hits.slice(0, MOST)) {
    blocks.push(richText(hitSections(hit, blog, give)));
    blocks.push({
      type: 'context',
      elements: [
        plainElement(sourceName(blog)),
        mrkdwnElement(mrkdwnDate(hit.view.entry.publishedAt ?? hit.view.firstSeenAt)),
      ],
    });
  }
  if (hits.length > MOST) blocks.push(richText([section(linkPart(`${hits.length - MOST} more`, blog.url, give))]));
  blocks.push(...buttonRows(CALM, 0));
  const first = hits[0] === undefined ? '' : `: ${hitTitle(hits[0])}`;
  return { text: escapeMrkdwn(`${top}${first}`), blocks };
}

function hitSections(hit: Hit, blog: BlogView, give: Addresses): Section[] {
  const strike = hit.lapsed === undefined ? {} : { strike: true as const };
  const top = [
    ...(hit.lapsed === undefined ? [] : textPart(LAPSED[hit.lapsed], { bold: true })),
    ...linkPart(hitTitle(hit), entryUrl(hit.view.entry, blog), give, { bold: true, ...strike }),
  ];
  const sections: Section[] = [section(top)];
  const context = line(hit.context, SHARE.context);
  if (context !== '') sections.push({ type: 'rich_text_quote', elements: textPart(context, strike) });
  if (hit.messageUrl !== undefined) sections.push(section(linkPart('In the channel', hit.messageUrl, give)));
  return sections;
}

function hitTitle(hit: Hit): string {
  return titleOf(hit.view) || line(hit.view.entry.body.text, SHARE.digestLine) || 'an entry';
}
