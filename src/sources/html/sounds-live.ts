import type { Document } from '../../ports/source.ts';
import { pageOf } from '../page.ts';
import { headOf } from './page-head.ts';

/** It says so to search engines, though its entries are read from the page itself. */
const DECLARED = /"LiveBlogPosting"/u;
/** "Live", "minute by minute", "online", "timeline" in languages whose letters know no word boundary here. */
const ELSEWHERE =
  /タイムライン|ライブ|速報|実況|실시간|생중계|속보|直播|实时|即時|滚动|滾動|بث مباشر|مباشر|لحظة بلحظة|أولا بأول|בשידור חי|דיווח שוטף|עדכונים|लाइव|लाईव|ζωντανά|λεπτό (?:προς|με το) λεπτό|live εξελίξεις|прямой эфир|трансляция|трансляція|хроника|хроніка|на живо|уживо|percről percre|min[uú]t[auú] po min[uú]t|on-?line (?:reportáž|přenos|prenos)|dakika dakika|naživo|uživo|v živo|în direct|minut cu minut|trực tiếp|ถ่ายทอดสด/iu;

/** True where the page says in JSON-LD that it is a live blog. */
export function isDeclaredLive({ text }: Document): boolean {
  return DECLARED.test(text);
}

/** A page of dated articles is no live blog; one that calls itself live, a ticker or updates is. */
export function soundsLive(document: Document): boolean {
  const page = pageOf(document);
  const { title, heading, canonical, body, metas } = headOf(page);
  const words = [title, heading].map((element) => (element === undefined ? '' : page(element).text()));
  const said = `${document.url} ${words.join(' ')} ${canonical?.attribs.href ?? ''} ${body?.attribs.class ?? ''} ${metas.get('description') ?? ''}`;
  if (
    isDeclaredLive(document) ||
    ELSEWHERE.test(said) ||
    /\blive\b|live-?(?:blog|ticker|updates?|text|feed|bericht|report|verslag|center|centre)|ticker|newsblog|\bblog\b|minute by minute|as it happened|updates?\b|en direct|direct\b|en vivo|directo|minuto a minuto|diretta|na żywo|relacja|ao vivo|ao minuto|em direto|\bdirekte?\b|direktrapport|direkterapport|suora(?:na)?\b|seuranta|hetki hetkeltä|živě|élőben|canl[ıi]|\bon-?line\s*[:|]|-online(?=[/.? ]|$)|онлайн|наживо/iu.test(
      said,
    )
  )
    return true;
  return /class\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)(?:live-?(?:blog|ticker|feed|update|post)|newsticker|timeline)/iu.test(
    document.text,
  );
}
