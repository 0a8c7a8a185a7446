import { arrayIn, isObject, objectIn, textIn } from '../wire/json.ts';
import { escapeHtml, figure, frame } from '../wire/markup.ts';

/** Items that are not the desk's own words: readers' comments and advertising. */
const NOT_RELAYED = /^(?:comment|advert)/iu;

/** The items of a post in the order its groups list them. */
export function itemsOf(groups: readonly unknown[]): readonly unknown[] {
  return groups
    .flatMap((group) => arrayIn(group, 'refs'))
    .map((ref) => (isObject(ref) ? ref.item : undefined))
    .filter(isObject);
}

export function isRelayed(item: unknown): boolean {
  return !NOT_RELAYED.test(textIn(item, 'item_type') ?? '');
}

/** One item as HTML. */
export function itemHtml(item: unknown): string {
  const meta = objectIn(item, 'meta');
  const text = textIn(item, 'text') ?? '';
  switch (textIn(item, 'item_type')) {
    case 'image':
      return imageHtml(meta) ?? text;
    case 'embed':
    case 'video':
      return embedHtml(meta) ?? text;
    case 'quote':
      return text === '' ? quoteHtml(meta) : `${block(text)}${creditHtml(meta, text)}`;
    case 'poll':
      return pollHtml(item) || block(text);
    case 'Scorecard':
      return text === '' ? scoreHtml(objectIn(meta, 'data')) : block(text);
    default:
      return block(text);
  }
}

function block(html: string): string {
  return /^\s*<(?:p|div|ul|ol|h\d|blockquote|figure|table)\b/iu.test(html) || html === '' ? html : `<p>${html}</p>`;
}

function quoteHtml(meta: unknown): string {
  const quote = textIn(meta, 'quote');
  return quote === undefined ? '' : `<blockquote><p>${quote}</p>${creditHtml(meta, '')}</blockquote>`;
}

/** Whose words they are, unless the text says it. */
function creditHtml(meta: unknown, text: string): string {
  const credit = textIn(meta, 'credit');
  return credit === undefined || text.includes(credit) ? '' : `<p>${escapeHtml(credit)}</p>`;
}

/** A question and its answers; votes change by the second and are no correction. */
function pollHtml(item: unknown): string {
  const poll =
    isObject(item) && isObject(item.poll_body) ? item.poll_body : objectIn(objectIn(item, 'meta'), 'poll_body');
  const question = textIn(poll, 'question');
  const answers = arrayIn(poll, 'answers')
    .map((answer) => textIn(answer, 'option'))
    .filter((each) => each !== undefined);
  if (question === undefined) return '';
  return `<p>${escapeHtml(question)}</p><ul>${answers.map((answer) => `<li>${escapeHtml(answer)}</li>`).join('')}</ul>`;
}

/** "Home 2 : 1 Away", and under it who scored when. */
function scoreHtml(data: unknown): string {
  const [home, away] = [objectIn(data, 'home'), objectIn(data, 'away')];
  const score = `${textIn(home, 'name') ?? ''} ${textIn(home, 'score') ?? ''} : ${textIn(away, 'score') ?? ''} ${textIn(away, 'name') ?? ''}`;
  const scorers = [...arrayIn(home, 'scorers'), ...arrayIn(away, 'scorers')].flatMap((scorer) => {
    const name = textIn(scorer, 'name');
    const time = textIn(scorer, 'time');
    return name === undefined
      ? []
      : [`<li>${time === undefined ? '' : `${escapeHtml(time)}′ `}${escapeHtml(name)}</li>`];
  });
  const list = scorers.length === 0 ? '' : `<ul>${scorers.join('')}</ul>`;
  return /[\p{L}\p{N}]/u.test(score) ? `<p>${escapeHtml(score.trim())}</p>${list}` : list;
}

function imageHtml(meta: unknown): string | undefined {
  const renditions = objectIn(objectIn(meta, 'media'), 'renditions');
  const url = ['baseImage', 'viewImage', 'original', 'thumbnail']
    .map((name) => textIn(objectIn(renditions, name), 'href'))
    .find((href) => href !== undefined);
  if (url === undefined) return undefined;
  const caption = textIn(meta, 'caption');
  return figure({ url, alt: textIn(meta, 'altText') ?? plain(caption), caption, credit: textIn(meta, 'credit') });
}

function plain(html: string | undefined): string | undefined {
  return html?.replace(/<[^>]*>/gu, '').trim();
}

/** The networks' own cards; their text stands in them. Frames of card services lead away from the thing itself. */
const CARD =
  /twitter-(?:tweet|video)|instagram-media|fb-(?:post|video)|tiktok-embed|bluesky-embed|telegram-post|reddit-/iu;

/** An oEmbed answer: the network's card, else the thing at its own address, else a link with its description. */
function embedHtml(meta: unknown): string | undefined {
  const html = textIn(meta, 'html');
  if (html !== undefined && CARD.test(html)) return html;
  const url = textIn(meta, 'original_url') ?? textIn(meta, 'url') ?? textIn(meta, 'media_url');
  const title = textIn(meta, 'title');
  if (html === undefined && url === undefined) return undefined;
  const description = textIn(meta, 'description');
  const words = description === undefined ? '' : `<p>${escapeHtml(plain(description) ?? '')}</p>`;
  if (html !== undefined)
    return url === undefined || !html.includes('embedly') ? `${html}${words}` : `${frame(url, title)}${words}`;
  const label = title ?? url ?? '';
  const thumbnail = textIn(meta, 'thumbnail_url');
  const image = thumbnail === undefined ? '' : figure({ url: thumbnail, alt: title });
  return `<p><a href="${escapeHtml(url ?? '')}">${escapeHtml(label)}</a></p>${words}${image}`;
}
