import type { Document } from '../../ports/source.ts';
import { pageOf } from '../page.ts';
import { headOf } from './page-head.ts';

/** A page of dated articles is no live blog; one that calls itself live, a ticker or updates is. */
export function soundsLive(document: Document): boolean {
  const page = pageOf(document);
  const { title, heading, canonical, body, metas } = headOf(page);
  const words = [title, heading].map((element) => (element === undefined ? '' : page(element).text()));
  const said = `${document.url} ${words.join(' ')} ${canonical?.attribs.href ?? ''} ${body?.attribs.class ?? ''} ${metas.get('description') ?? ''}`;
  if (
    /\blive\b|live-?(?:blog|ticker|updates?|text|feed|bericht|report|verslag|center|centre)|ticker|newsblog|\bblog\b|minute by minute|as it happened|updates?\b|en direct|direct\b|en vivo|directo|minuto a minuto|diretta|na żywo|relacja|ao vivo|ao minuto|em direto|\bdirekte?\b|direktrapport|direkterapport|suorana|hetki hetkeltä|živě|élőben|canlı|онлайн|наживо/iu.test(
      said,
    )
  )
    return true;
  return /class\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)(?:live-?(?:blog|ticker|feed|update|post)|newsticker|timeline)/iu.test(
    document.text,
  );
}
