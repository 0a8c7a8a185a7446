import { ownCopy } from '../../core/own-copy.ts';
import { type DomElement, isElement, isShadow, textOf, walk } from './dom.ts';
import { isAsking } from './form.ts';
import { isSlug } from './slug.ts';

const NAMES = new Set(
  'script style template nav aside input select textarea option datalist dialog svg canvas head title meta link frame frameset noframes noembed portal fencedframe menu xml amp-ad amp-auto-ads amp-analytics amp-pixel amp-social-share amp-sidebar amp-consent'.split(
    ' ',
  ),
);

const WORDS =
  /(?:^|[\s_-])(?<!(?:image|video|figure|picture)__)(?:share|sharing|shares?bar|sharebar|share-?buttons?|social-?(?:share|links?|icons?|bar|buttons?|media)|newsletters?|newsletter-?\w*|sign-?up|signup-?\w*|subscribe|subscription|paywall-\w+|related|related-?(?:stories|articles|links|content|posts)|read-?(?:more|next|also)|readmore|more-?(?:on|stories|like)|most-?(?:read|popular)|recirc\w*|outbrain|taboola|wp-block-buttons?|addtoany|a2a_kit|addthis\w*|sharethis|shareaholic|sharedaddy|advert|adverts|advertisement|ad|ads|ad-?(?:slot|container|unit|wrapper|label)|sponsor(?:ed)?|promo(?:tion)?|(?<!(?:live|match)[_-]{1,2})comment|comments|comment-?(?:list|count|form|respond)|cookie-?\w*|consent-?\w*|opt-?in|embed-?placeholder|piano-\w+|tp-(?:container|modal)\w*|toolbar|breadcrumbs?|sr-?only|for-sr|visually-?hidden|screen-?reader(?:-?\w+)?|a11y-hidden|hidden-accessible|assistive-text|off-?screen|u-hide|print-?only|skip-?link|permalink|copy-?link|avatar)(?=$|[\s_-])/iu;

/** True for elements that belong to the page and not to what was written: scripts, navigation, share bars, adverts. */
export function isFurniture(element: DomElement): boolean {
  if (NAMES.has(element.name)) return !isShadow(element);
  if (element.name === 'form') return isAsking(element);
  if (element.name === 'button') return !isHeadline(element);
  return isHidden(element) || hasFurnitureName(element) || (element.name === 'a' && leadsNowhere(element));
}

/** A heading that opens and closes what stands under it is a button within. https://www.w3.org/WAI/ARIA/apg/patterns/accordion/ */
function isHeadline(button: DomElement): boolean {
  const { parent } = button;
  if (parent === null || !isElement(parent) || !/^(?:h[1-6]|dt)$/u.test(parent.name)) return false;
  return textOf([parent]).trim().length === textOf([button]).trim().length;
}

/** Buttons that post the page elsewhere, and the arrows that lead back from a footnote. */
function leadsNowhere(element: DomElement): boolean {
  const href = element.attribs.href ?? '';
  return href.startsWith('#') ? /^(?:[\p{S}\p{P}\s]|\uFE0E|\uFE0F)+$/u.test(textOf([element])) : SHARES.test(href);
}

/** Where the buttons lead that post the page elsewhere. */
const SHARES =
  /facebook\.com\/(?:sharer|dialog\/)|(?:twitter|x)\.com\/(?:intent|share)\b|(?:wa\.me\/|api\.whatsapp\.com\/send|whatsapp:\/\/)\S*text=|linkedin\.com\/(?:share|cws)|pinterest\.\w+\/pin\/create|t\.me\/share|reddit\.com\/submit|^mailto:\?/iu;

export function isHidden(element: DomElement): boolean {
  if (element.attribs.hidden !== undefined) return true;
  if (element.attribs['aria-hidden'] === 'true') return true;
  const style = element.attribs.style;
  return (
    style !== undefined &&
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:^|[;\s])left\s*:\s*-\d{4}/iu.test(style)
  );
}

const ROLES = new Set([
  'navigation',
  'complementary',
  'search',
  'banner',
  'contentinfo',
  'button',
  'dialog',
  'menu',
  'toolbar',
]);
/** Names that count only on elements that hold blocks: a `<p class="related">` is odd, but it is text. */
const BOXES = new Set([
  'div',
  'section',
  'ul',
  'ol',
  'header',
  'footer',
  'span',
  'a',
  'article',
  'figure',
  'p',
  'li',
  'time',
  'img',
]);

function hasFurnitureName(element: DomElement): boolean {
  const role = element.attribs.role;
  if (role !== undefined && ROLES.has(role)) return true;
  if (!BOXES.has(element.name)) return false;
  if (!isCalledFurniture(element.attribs.class) && !isIdOfFurniture(element.attribs.id)) return false;
  return !quotesReader(element);
}

/** A comment that an entry answers: the words of one reader as a quotation. Threads are lists, and tell times. */
export function quotesReader(element: DomElement): boolean {
  if (!/comment/iu.test(element.attribs.class ?? '') || element.name === 'span') return false;
  const inner = [...walk(element.children)].filter(isElement);
  return (
    inner.filter(({ name }) => name === 'blockquote').length === 1 &&
    !inner.some(({ name }) => /^(?:li|time|form|button|article)$/u.test(name))
  );
}

function isIdOfFurniture(id: string | undefined): boolean {
  return isCalledFurniture(id) && !isSlug(id ?? '');
}

/** Pages repeat a few names thousands of times, and asking costs as much as a short paragraph. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

function isCalledFurniture(name: string | undefined): boolean {
  if (name === undefined || name === '' || name.length > 2000) return false;
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const is = WORDS.test(name);
  if (known.size >= MOST_KNOWN) known.clear();
  if (name.length < 200) known.set(ownCopy(name), is);
  return is;
}
