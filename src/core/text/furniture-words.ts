import { parseClock } from '../time/clock-text.ts';
import { withoutLabel } from '../time/date-labels.ts';
import { parseAgo } from '../time/relative-times.ts';

/** Buttons, labels and headings of pages, in our eight languages; only where one is a whole line. */
const LINES = new Set(
  [
    'share|share this|link copied|copy link|copy link to clipboard|copied|tweet|email|print|save|bookmark|like|reply|close|report this post',
    'advertisement|advert|ad|sponsored|promoted|story continues below advertisement|article continues after ad|article continues below|comments|add a comment|leave a comment|view comments|join the conversation|back to top|return to top|top of page|go to top|show more|load more|load more updates|related topics|most read|recommended|you may also like|listen to this article|play video|watch|skip to content|swipe to see more|open in app|get the app',
    'teilen|artikel teilen|link kopieren|link kopiert|anzeige|werbung|newsletter abonnieren|jetzt newsletter abonnieren|app herunterladen|kommentare|kommentar schreiben|nach oben|zum seitenanfang|mehr anzeigen|mehr laden|weitere einträge laden|drucken|merken|externen inhalt anzeigen',
    'partager|copier le lien|lien copié|publicité|commentaires|réagir|haut de page|retour en haut|voir plus|afficher plus|imprimer|à voir aussi',
    'compartir|copiar enlace|enlace copiado|publicidad|comentarios|volver arriba|ir arriba|ver más|cargar más|mostrar más|imprimir',
    "condividi|copia link|link copiato|pubblicità|commenti|torna su|torna all'inizio|mostra altro|carica altri|stampa",
    'udostępnij|kopiuj link|skopiuj link|skopiowano|reklama|komentarze|do góry|wróć na górę|pokaż więcej|zobacz więcej|drukuj',
    'partilhar|compartilhar|compartilhe|partilhe|copiar link|copiar ligação|publicidade|continua após a publicidade|comentários|voltar ao topo|topo|ver mais|carregar mais',
    'dela|dela artikeln|kopiera länk|annons|kommentarer|till toppen|visa fler|visa mer|del|del artiklen|kopier link|annonce|vis flere|vis mere|del saken|kopier lenke|annonse|vis mer|kommentar',
    'jaa|kopioi linkki|mainos|kommentit|näytä lisää|sdílet|zkopírovat odkaz|zdieľať|kopírovať odkaz|diskuze|diskusia|načíst další|zobrazit další|megosztás|link másolása|hirdetés|hozzászólások|distribuie|copiază linkul|publicitate|podijeli|podeli|kopiraj link|oglas|komentari|učitaj još',
    'κοινοποίηση|αντιγραφή συνδέσμου|διαφήμιση|σχόλια|paylaş|bağlantıyı kopyala|reklam|yorumlar|daha fazla göster|поделиться|скопировать ссылку|реклама|комментарии|показать ещё|показать еще|поділитися|скопіювати посилання|коментарі|показати ще|сподели|коментари',
    'مشاركة|شارك|انسخ الرابط|إعلان|تعليقات|عرض المزيد|שתפו|שיתוף|העתק קישור|פרסומת|תגובות|शेयर करें|विज्ञापन|シェア|共有|広告|コメント|もっと見る|공유|공유하기|광고|댓글|더보기|分享|复制链接|複製連結|广告|廣告|评论|留言|查看更多',
    'deel|delen|kopieer link|link kopiëren|link gekopieerd|advertentie|reacties|naar boven|terug naar boven|meer laden|toon meer|meer tonen|afdrukken',
  ].flatMap((words) => words.split('|')),
);

const NETWORK =
  '(?:facebook|twitter|x|whatsapp(?:ie)?|instagram|telegram|tiktok|threads|bluesky|linkedin|reddit|pinterest|youtube|google news|e-?mail)(?:(?: and| und| et| y| e| i| en|,) \\w+)?';
const FOLLOWED = new RegExp(
  `^(?:${[
    `share (?:this \\w+|(?:on|via) ${NETWORK})|follow .{2,40} on ${NETWORK}|join (?:our|us on) .{0,20}(?:whatsapp|telegram)(?: .{0,20})?|(?:allow|show|load) ${NETWORK} content`,
    `(?:auf|via|per) ${NETWORK} teilen|(?:melden|abonnieren|folgen|laden) sie (?:uns|sich|unser\\w*) .{0,40}(?:newsletter|kanal|app|${NETWORK})(?: an| herunter)?`,
    `partager sur ${NETWORK}|(?:inscrivez|abonnez)-vous à .{0,30}newsletter|suivez(?:-nous| .{2,40}) sur ${NETWORK}|suivez notre chaîne .{0,20}|télécharge[rz] (?:l'|notre )app(?:lication)?`,
    `compartir en ${NETWORK}|suscríbete a .{0,30}(?:newsletter|boletín)|síguenos en ${NETWORK}|únete a nuestro canal .{0,20}|descarga (?:la|nuestra) app`,
    `condividi su ${NETWORK}|iscriviti alla .{0,20}newsletter|seguici su ${NETWORK}|segui il nostro canale .{0,20}|scarica (?:l'|la nostra )app`,
    `udostępnij na \\S+|zapisz się (?:do|na) .{0,20}newsletter\\w*|(?:śledź|obserwuj) nas na ${NETWORK}|pobierz (?:naszą )?aplikację`,
    `(?:com)?partilh(?:ar|e) (?:n[oa] ${NETWORK}|est[ea] \\w+)|(?:subscreva|assine) (?:a )?nossa newsletter|siga(?:-nos| o nosso canal) n[oa] ${NETWORK}|(?:baixe|descarregue) (?:o|a|nosso|nossa) (?:app|aplicativo|aplicação)`,
    `deel (?:dit \\w+|(?:op|via) ${NETWORK})|(?:schrijf je in voor|meld je aan voor|abonneer je op) (?:de|onze) nieuwsbrief|volg ons (?:op ${NETWORK}|\\S{0,12}kanaal)|download (?:de|onze) app`,
    '(?:\\d+ )?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|komentarz\\w*|comentários?|reacties?)(?: \\(\\d+)?',
  ].join('|')})$`,
  'u',
);

const LONGEST = 80;

/**
 * True for a line that belongs to the page and not to what was written: "Share", "Anzeige", "Suivez-nous sur WhatsApp",
 * "Comments (3)", "Updated at 12.36". A sentence that begins with such words is none.
 */
export function isFurnitureLine(text: string): boolean {
  if (text.length > LONGEST || text.endsWith('.') || /[!»”"]$/u.test(text)) return false;
  const line = PLAIN.test(text) ? text.toLowerCase().replace(AROUND, '') : folded(text);
  return LINES.has(line) || FOLLOWED.test(line) || isUpdateLine(text);
}

/** Nothing but ASCII, one space between words: ignoring case is all there is to folding it. */
const PLAIN = /^(?:[!-~]| (?! ))*$/;
/** What is neither letter nor digit, before and after such a line. */
const AROUND = /^[^a-z\d]+|[^a-z\d]+$/g;

/** From the first letter or digit to the last: to take away what is around them looks at each space between them. */
const SAID = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

function folded(text: string): string {
  const lower = text.normalize('NFC').toLowerCase().replace(/[’‘]/gu, "'");
  return (SAID.exec(lower)?.[0] ?? '').replace(/\s\s+|[^\S ]/gu, ' ');
}

const WORD_AND_DIGIT = /^\p{L}.*\d/u;

/** A time and the word that it is of a change, and nothing else. */
function isUpdateLine(text: string): boolean {
  if (!WORD_AND_DIGIT.test(text)) return false;
  const time = withoutLabel(text);
  return time !== text && (parseClock(time)?.rest === '' || parseAgo(time, 0) !== undefined);
}
