import { FURTHER_LABELS } from './further-labels.ts';

/**
 * The few words by which pages say things that matter to a relay, in the languages we know: English, German, French,
 * Spanish, Italian, Polish, Portuguese, Dutch; of further ones the labels (`further-labels`) and what points elsewhere. Month and weekday names come from Intl (`core/dates`), not from here.
 */

/** What a short label beside an entry says. `live` and `updated` are read so that they are not taken for a title. */
export type Label = 'pinned' | 'key' | 'summary' | 'breaking' | 'updated' | 'live' | 'advert';

const LABELS: Readonly<Record<Label, string>> = {
  pinned:
    'pinned|pinned post|pinned update|featured|sticky|angepinnt|angeheftet|fixiert|oben gehalten|épinglé|à la une|fijado|destacado|anclado|fissato|in evidenza|post fissato|przypięty|przypięte|fixado|afixado|em destaque|vastgezet|vastgepind|uitgelicht',
  key: "key event|key events|key moment|key update|key post|key development|important|highlight|wichtig|wichtiges ereignis|wichtiger moment|schlüsselereignis|höhepunkt|temps fort|moment clé|événement clé|à retenir|l'essentiel|momento clave|evento clave|clave|importante|evento chiave|momento chiave|ważne|kluczowe wydarzenie|najważniejsze|momento-chave|evento-chave|hoogtepunt|belangrijk|belangrijk moment",
  summary:
    "summary|recap|what we know so far|the story so far|zusammenfassung|überblick|das wichtigste in kürze|was bisher geschah|résumé|récapitulatif|ce que l'on sait|resumen|lo que sabemos|riepilogo|riassunto|il punto|podsumowanie|co wiemy|resumo|o que sabemos|samenvatting|wat we weten",
  breaking:
    "breaking|breaking news|just in|eilmeldung|eil|urgent|dernière minute|alerte info|flash|última hora|urgente|ultim'ora|ultima ora|z ostatniej chwili|pilne|última hora|urgência|laatste nieuws|net binnen",
  updated:
    'updated|last updated|last update|edited|modified|published|aktualisiert|zuletzt aktualisiert|bearbeitet|stand|mis à jour|mise à jour|modifié|publié|actualizado|última actualización|editado|aggiornato|ultimo aggiornamento|modificato|zaktualizowano|aktualizacja|edytowano|atualizado|última atualização|bijgewerkt|laatst bijgewerkt|gewijzigd',
  live: 'live|live blog|liveblog|liveticker|ticker|en direct|direct|en vivo|en directo|in diretta|diretta|na żywo|relacja na żywo|ao vivo|direto|em direto',
  advert:
    'advert|advertisement|ad|sponsored|sponsored content|paid post|promoted|anzeige|werbung|publicité|annonce|contenu sponsorisé|publicidad|anuncio|contenido patrocinado|pubblicità|annuncio|contenuto sponsorizzato|reklama|materiał sponsorowany|publicidade|patrocinado|advertentie|gesponsord|annonse|annons|reklame|mainos',
};

const BY_WORD = new Map<string, Label>(
  (Object.keys(LABELS) as Label[]).flatMap((label) =>
    [...(FURTHER_LABELS[label]?.split('|') ?? []), ...LABELS[label].split('|')].map((word) => [word, label] as const),
  ),
);

const WORD = /\p{L}+/u;
/** The first words of all labels: hardly any other text begins with one. */
const BEGINNINGS = new Set([...BY_WORD.keys()].map((label) => WORD.exec(label)?.[0]));

/** The label that a short text is, as a whole: "Pinned", "Key event:", "EILMELDUNG". A sentence is never a label. */
export function labelOf(text: string): Label | undefined {
  if (text.length === 0 || text.length > 40) return undefined;
  const folded = fold(text);
  if (!BEGINNINGS.has(WORD.exec(folded)?.[0] ?? '')) return undefined;
  const label = BY_WORD.get(folded);
  if (label !== undefined || BARE.test(folded)) return label;
  return BY_WORD.get(folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/\s+/gu, ' '));
}

/** Words with nothing around them and one plain space between, where there is nothing to take away. */
const BARE = /^[a-z](?:[^\s]| (?! ))*[a-z]$/u;

function fold(text: string): string {
  const lower = (COMBINED.test(text) ? text.normalize('NFC') : text).toLowerCase();
  // The capital of the Turkish i leaves a dot behind.
  return TYPESET.test(lower) ? lower.replace(/[’‘`]/gu, "'").replace(/[‐‑–]/gu, '-').replaceAll('i\u0307', 'i') : lower;
}

const TYPESET = /[’‘`‐‑–]|\u0307/u;
/** Letters that are put together of several: to know all there is takes longer than to look for these. */
const COMBINED = /[\u0300-\u036f]/u;
/** Letters that may be put together of several, and typeset signs: without any, ignoring case is all there is to folding. */
const TO_BE_FOLDED = /[’‘`‐‑–]|[\u0300-\u036f]/u;

const LEADS = [
  'read more( (on|about|here)[^:]{0,100})?|more(?= ?:)',
  'read (the )?(full|whole) (story|article|report|piece|interview)( here)?',
  'read (also|next|the latest|our full [a-z]+)',
  'full story( here)?',
  'see also|also read|click here( (to|for) .{0,40})?|find out more|learn more|continue reading( here)?',
  'related( (story|stories|articles?|coverage|content|reading))?',
  'more on this( story)?|more (here|details)|watch more|more from [^:]{2,40}',
  '(sign up|subscribe)( (to|for|here)( .{0,90})?)?|get (our|the) .{0,40}newsletter.{0,40}',
  'follow (us|our .{0,30}|the latest .{0,30}) on (whatsapp|x|twitter|facebook|instagram|tiktok|threads|bluesky|telegram|youtube|google news|linkedin|social media|our .{0,30})( .{0,40})?|download (our|the) .{0,30}app( (here|now|today|for free|from .{0,30}|to .{0,30}))?',
  "lesen sie (auch|mehr|hier|dazu|weiter)( .{0,20})?|mehr dazu|mehr lesen|weiterlesen|mehr zum thema|zum (artikel|thema)|auch interessant|hier (geht es|geht's) (?!weiter).{0,30}|(der|alle|die) (live-?blog|live-?ticker|news-?blog|ticker|entwicklungen|ereignisse|meldungen) (vo[nm]|aus|bis) .{2,40} (zum nachlesen|im überblick)",
  'lire (aussi|la suite|également|plus)|à lire( aussi| également)?|en savoir plus|voir aussi|notre article|sur le même sujet',
  'leer más|lea también|lee también|ver más|más información|sigue leyendo|te puede interesar|lee (también|aquí)',
  "leggi (anche|tutto|di più|l'articolo)|per approfondire|vedi anche|continua a leggere|approfondisci",
  'czytaj (także|też|więcej|dalej|również)|zobacz (także|też|również|więcej)|przeczytaj (także|też|również)|więcej( na ten temat)?',
  'leia (mais|também|a íntegra)|saiba mais|veja (também|mais)|ler mais',
  'lees (ook|meer|verder)|meer (over dit onderwerp|lezen|weten)|bekijk ook|zie ook',
  'läs (också|även|mer)|læs (også|mere)|les (også|mer)|lue (myös|lisää)',
  'čtěte (také|též|i|více)|přečtěte si( také)?|číst (více|dále)|čítajte (aj|tiež|viac)|prečítajte si( aj)?|pročitajte (i|još|više)|čitajte (i|još)|preberite (še|tudi)',
  'olvasd el( ezt)?( is)?|olvassa el( ezt)?( is)?|tovább( olvasok)?|kapcsolódó|cite[sșş]te [sșş]i|cite[sșş]te mai mult|vezi [sșş]i',
  'διαβάστε (επίσης|ακόμα|ακόμη|περισσότερα|αναλυτικά)|περισσότερα|(bunu|bunları|ayrıca) (da )?okuyun|devamı( için)?|ilgili haber(ler)?',
  'читайте (также|еще|ещё|подробнее|також|ще|детальніше)|подробнее|детальніше|смотрите также|дивіться також|(прочетете|вижте) (още|също)',
  'اقر[أا] (أيض[اً]+|المزيد)|المزيد|طالع (أيض[اً]+|المزيد)|קראו (גם|עוד)|לקריאה נוספת|(ये|यह) भी पढ़ें|関連記事|続きを読む|あわせて読みたい|관련 ?기사|자세히 ?보기|相关(阅读|报道|新闻)|相關新聞|延伸閱讀|阅读更多',
];
const LEAD = new RegExp(String.raw`^(?:${LEADS.join('|')})\s*(?:[:…>»→]|\.{1,3}|[-–|]|$)`, 'iu');
const LEAD_WORDS = new RegExp(String.raw`^(?:${LEADS.join('|')})(?=$|[^\p{L}])`, 'iu');

const LONGEST_POINTER = 300;
/** A line that is nothing but such words is no longer than this. */
const LONGEST_LEAD = 130;

/**
 * True for a line that only points elsewhere: "Read more: …", "Lesen Sie auch", "Sign up to …". `linkLength` is how many
 * of its characters are links; a sentence that merely begins with such words, and is not mostly a link, is none.
 */
export function isReadMore(text: string, linkLength: number): boolean {
  if (text.length >= (linkLength === 0 ? LONGEST_LEAD : LONGEST_POINTER)) return false;
  const line = (TO_BE_FOLDED.test(text) ? fold(text) : text).trim();
  const lead = LEAD.exec(line)?.[0];
  if (lead !== undefined && (lead.length >= line.length || linkLength > 0)) return true;
  return linkLength >= line.length * 0.6 && LEAD_WORDS.test(line) && line.length < 120;
}
