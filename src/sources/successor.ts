import type { Link, SourceEntry } from '../core/entry.ts';
import { saysClosed } from '../core/text/closing-words.ts';

/** How newsrooms send readers on, by language: what goes on, how it goes on before that word, how it does after it. */
const GOES_ON: readonly (readonly [noun: string, before: string, after: string])[] = [
  [
    'live|blog|coverage|ticker',
    'follow|continu|carry on|moved|moving|new|latest|next|join us|switch|over to|head to|go to|read on|launched|here',
    'continues|moved|moving|carries on|goes on',
  ],
  ['live|(?:news)?(?:ticker|blog)', 'neue[rnms]?|weiter|hier geht', 'weiter'],
  ['direct|live', 'nouveau|suite|suivez|retrouvez', 'continue|se poursuit|suite'],
  ['directo|vivo|minuto|cobertura', 'sigue|siga|seguir|nuev[oa]|contin[uú]a|abrimos', 'contin[uú]a|sigue'],
  ['diretta|live', 'nuov[ao]|segui|continua|prosegue', 'continua|prosegue'],
  ['relacj', 'now[aąe]j?|dalsz|ciąg|kontynu|zaprasza', 'kontynu|trwa dalej'],
  ['vivo|minuto|direto|liveblog|cobertura', 'nov[oa]|siga|continua|prossegue|acompanhe', 'continua|prossegue|segue'],
  ['live|blog', 'nieuwe?|verder|volg', 'verder'],
];
const CONTINUES = new RegExp(
  GOES_ON.map(
    ([noun, before, after]) =>
      `(?<!\\p{L})(?:${before}).{0,80}(?<!\\p{L})(?:${noun})|(?:${noun}).{0,60}(?<!\\p{L})(?:${after})`,
  ).join('|'),
  'iu',
);

/**
 * The live blog that continues this one: a link in one of the two newest entries, where that entry closes the blog or
 * says that coverage goes on elsewhere. Links to the same page, to other sites or to pages that do not sound live are none.
 */
export function successorOf(
  entries: readonly SourceEntry[],
  blogUrl: string,
): { url: string; title?: string } | undefined {
  for (const entry of entries.slice(-2).reverse()) {
    const link = entry.body.links.find((candidate) => isLiveElsewhere(candidate, blogUrl));
    if (link === undefined) continue;
    const text = `${entry.title ?? ''} ${entry.body.text}`;
    if (!CONTINUES.test(around(text, link.text)) && !saysClosed(text)) continue;
    return { url: link.url, ...(link.text !== link.url && { title: link.text }) };
  }
  return undefined;
}

const SOUNDS_LIVE =
  /(?<![a-z])(?:live(?!r|ly|stock|lihood|d(?![a-z])|s(?![a-z]))|(?:directo?|direto|vivo|diretta|minuto)(?![a-z])|relacj)|(?<!s)ticker|blog|cobertura|coverage/iu;
/** What came before is no continuation. */
const EARLIER =
  /\b(?:yesterday|previous|earlier|last night|gestern|gestrige\w*|vorherige\w*|d[’']hier|précédent|ayer|anterior|ieri|precedente|wczoraj\w*|poprzedni\w*|ontem|gisteren|vorige)\b/iu;

/** Characters before and after a link that may say what it leads to. */
const NEAR = 200;

function around(text: string, link: string): string {
  const at = text.lastIndexOf(link);
  return at < 0 ? text.slice(-2 * NEAR) : text.slice(Math.max(0, at - NEAR), at + link.length + NEAR);
}

function isLiveElsewhere(link: Link, blogUrl: string): boolean {
  if (!/^https?:/u.test(link.url) || withoutFragment(link.url) === withoutFragment(blogUrl)) return false;
  if (!isSameSite(link.url, blogUrl)) return false;
  return SOUNDS_LIVE.test(`${link.url} ${link.text}`) && !EARLIER.test(link.text);
}

/** The next blog of a series is of the same newsroom: its own site, or one beside it (`news.`, `m.`). */
function isSameSite(url: string, blogUrl: string): boolean {
  if (!URL.canParse(blogUrl) || !URL.canParse(url)) return true;
  const [there, here] = [url, blogUrl].map((address) =>
    new URL(address).hostname.replace(/^(?:www|m|amp|news)\./u, ''),
  );
  return there === here || `.${there}`.endsWith(`.${here}`) || `.${here}`.endsWith(`.${there}`);
}

function withoutFragment(url: string): string {
  return url.replace(/[#?].*$/u, '').replace(/\/$/u, '');
}
