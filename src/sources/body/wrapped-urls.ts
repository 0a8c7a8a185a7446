/** Sites that pass readers on: the address of theirs, and the parameter that says where to. */
const WRAPPERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^www\.google\.[a-z.]+\/url$/u, ['q', 'url']],
  [/^(?:lm?\.facebook\.com|l\.instagram\.com|l\.threads\.(?:net|com)|l\.messenger\.com)\//u, ['u']],
  [/^t\.umblr\.com\/redirect$/u, ['z']],
  [/\.safelinks\.protection\.outlook\.com\//u, ['url']],
  [/^www\.youtube\.com\/redirect$/u, ['q']],
  [/^slack-redir\.net\/link$/u, ['url']],
  [/^out\.reddit\.com\//u, ['url']],
  [/^vk\.com\/away\.php$/u, ['to']],
  [/^www\.linkedin\.com\/(?:safety\/go|redir\/redirect)$/u, ['url']],
  [/^steamcommunity\.com\/linkfilter\//u, ['url', 'u']],
  [/^go\.skimresources\.com\//u, ['url']],
  [/^(?:disq\.us\/url|click\.linksynergy\.com\/\S+|www\.awin1\.com\/\S+)$/u, ['url', 'murl', 'ued']],
];
const AMP = /^(?:www\.google\.[a-z.]+\/amp\/s\/|[\w-]+\.cdn\.ampproject\.org\/[cv]\/s\/)(.+)$/u;
const DEFENDED = /^urldefense\.(?:com|proofpoint\.com)\/v3\/__(https?:.+?)__;/u;

/** Part of every host above; most links are to none of them. */
const ANY =
  /google\.|facebook|instagram|threads|messenger|umblr|outlook|youtube|slack|reddit|vk\.com|linkedin|steam|skim|disq\.us|synergy|awin1|ampproject|urldefense|href\.li/u;

/** How often one such site may lead to another. */
const MOST = 3;

/** The address a link leads to in the end, as far as it is written in the link itself. */
export function unwrapped(url: URL): URL {
  if (!ANY.test(url.hostname)) return url;
  let at = url;
  for (let step = 0; step < MOST; step += 1) {
    const next = target(at);
    if (next === undefined || !/^https?:\/\//iu.test(next) || !URL.canParse(next)) return at;
    at = new URL(next);
  }
  return at;
}

function target(url: URL): string | undefined {
  const place = `${url.hostname}${url.pathname}`;
  const amp = AMP.exec(place)?.[1];
  if (amp !== undefined) return `https://${amp}${url.search}${url.hash}`;
  const defended = DEFENDED.exec(`${place}${url.search}`)?.[1];
  if (defended !== undefined) return defended;
  if (url.hostname === 'href.li') return url.search.slice(1);
  if (url.search === '') return undefined;
  const names = WRAPPERS.find(([wrapper]) => wrapper.test(place))?.[1] ?? [];
  for (const name of names) {
    const value = url.searchParams.get(name);
    if (value !== null) return value;
  }
  return undefined;
}
