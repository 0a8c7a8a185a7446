/**
 * How newsrooms say that a live blog has ended, in our eight languages: the noun by which they call it, and the sentences
 * in which `N` is that noun. Case-sensitive, for folded text: ignoring case costs fifty times as much.
 */
const LANGUAGES: readonly (readonly [noun: string, sentences: readonly string[]])[] = [
  [
    '(?:live[ -]?(?:blog|coverage|feed|page|text|story|ticker)|(?:rolling )?coverage|(?:news )?blog|feed)',
    [
      "(?:this|our|the|today's) (?:live )?N(?: of [^.!?]{1,60}?)? (?:has|is)(?: now)?(?: been)? (?:closed|ended|finished|over|concluded)",
      'live (?:coverage|updates)(?: of [^.!?]{1,60}?)? (?:has|have|is|are)(?: now)? (?:closed|ended|finished|over|concluded)',
      "(?:this|our|the|today's) N (?:ends|finishes|closes) (?:here|there)",
      "(?:this|our|today's) N is (?:now )?(?:closing|ending|coming to (?:an end|a close)|drawing to a close)",
      "brings? (?:this|our|the|today's) N to (?:an end|a close)",
      "(?:we|i)(?:'re| are|'m| am|'ll be| will be) (?:now )?(?:closing|ending|wrapping up|pausing|finishing|concluding) (?:down )?(?:this|our|the|today's) N",
      "that(?:'s| is) (?:all|it)(?: from us| from me)? for (?:(?:this|our|the|today's) N|(?:today|tonight|now)(?! ?'s)(?![^!?]{0,120}(?:tak(?:e|es|ing) (?:over|you)|hand(?:ing)? |is here|with you|but |more )))",
      "that(?:'s| is) (?:all|it) from (?:the|our|this) N",
      "thank(?:s| you)(?: all| everyone| so much| very much)? for (?:following|reading) (?:this|our|the|today's) N",
      '(?:N|this (?:page|story|article)) is no longer (?:being )?updated',
    ],
  ],
  [
    '(?:live[- ]?(?:blog|ticker|berichterstattung|feed)|news[- ]?(?:blog|ticker)|ticker|blog)',
    [
      'das war (?:der|unser|es (?:im|aus dem)) (?:heutige[rn]? )?N',
      '(?:damit|hiermit) (?:endet|schließt|beenden wir|schließen wir|verabschieden wir uns(?: aus)?) (?:der|den|dem|die|diese[rnm]?|unser(?:en|em|e)?) N',
      '(?:dieser|der|unser) N (?:ist|wurde|wird)(?: hiermit| jetzt| nun| damit)? (?:beendet|geschlossen|zu ende|abgeschlossen)',
      'N (?:wird|werden)(?: \\S+)? nicht (?:mehr|weiter) aktualisiert',
      'N endet (?:hiermit|hier|nun|jetzt|damit|an dieser stelle)',
      'wir (?:beenden|schließen) (?:hiermit |damit |nun |jetzt |an dieser stelle )?(?:den|die|diesen?|unseren?) N',
    ],
  ],
  [
    '(?:direct|live|liveblog|suivi)',
    [
      "(?:ce|notre|le) N (?:est|s'est)(?: désormais| maintenant| à présent)? (?:terminé|fini|clos|achevé|fermé)",
      "(?:ce|notre) N (?:s'achève|s'arrête|se termine|prend fin|touche à sa fin)",
      'fin (?:de ce|du|de notre) N',
      'nous (?:fermons|terminons|clôturons|refermons) (?:ici )?(?:ce|notre|le) N',
      "merci (?:à tous )?d'avoir suivi (?:ce|notre) N",
    ],
  ],
  [
    '(?:directo|cobertura(?: en (?:vivo|directo))?|liveblog|minuto a minuto|retransmisión)',
    [
      '(?:este|esta|el|la|nuestr[oa]) N (?:(?:se )?ha (?:terminado|finalizado|concluido|cerrado)|está cerrad[oa])',
      '(?:ha )?(?:termina|finaliza|concluye|cierra|cerramos|terminamos|finalizamos|terminado|finalizado|concluido) (?:aquí )?(?:este|esta|el|la|nuestr[oa]) N',
      '(?:hasta aquí|aquí (?:termina|finaliza|concluye|acaba)) (?:este|esta|el|la|nuestr[oa]) N',
      'gracias por (?:seguir|acompañarnos en) (?:este|esta|el|la|nuestr[oa]) N',
    ],
  ],
  [
    '(?:diretta|liveblog|live)',
    [
      '(?:la|il|questa|questo|la nostra|il nostro) N (?:finisce|termina|si chiude|si conclude) qui',
      '(?:la|il|questa|questo|la nostra|il nostro) N (?:è|si è) (?:terminat|conclus|chius|finit)[ao]',
      '(?:finisce|termina|si chiude|si conclude|chiudiamo|concludiamo|terminiamo) qui (?:la|il|questa|questo|la nostra|il nostro) N',
      'fine della (?:nostra )?N',
    ],
  ],
  [
    '(?:relacj[aęi]|transmisj[aęi])(?: na żywo)?',
    [
      'N (?:została )?(?:zakończona|zakończyła się|dobiegła końca)',
      '(?:zakończyła się|to koniec) (?:naszej |nasza |tej |ta )?N',
      '(?:kończymy|zakończyliśmy|zamykamy) (?:naszą |tę |dzisiejszą )?N',
      'dziękujemy za śledzenie (?:naszej |tej )?N',
    ],
  ],
  [
    '(?:direto|liveblog|cobertura(?: ao vivo)?|ao vivo|minuto a minuto|acompanhamento|transmissão)',
    [
      '(?:este|esta|[oa]|(?:[oa] )?noss[oa]) N (?:terminou|acabou|chegou ao fim|(?:foi|está|fica)(?: agora)? (?:encerrad|terminad|concluíd)[oa])',
      '(?:encerramos|terminamos|fechamos|termina|encerra-se) (?:aqui )?(?:este|esta|[oa]|(?:[oa] )?noss[oa]) N',
      'encerramos aqui(?= por hoje|[.!]|$)',
      'cobertura(?: ao vivo)? encerrada',
    ],
  ],
  [
    '(?:live-?blog|live-?ticker|blog)',
    [
      '(?:dit|ons|het) N (?:is|wordt)(?: nu| hiermee| inmiddels)? (?:gesloten|afgesloten|beëindigd|afgelopen)',
      '(?:we|wij|hiermee|daarmee) (?:sluiten|stoppen met|beëindigen|eindigt|stopt) (?:we |wij )?(?:dit|ons|het) N',
      '(?:dit was|tot zover) (?:dit|ons|het) N',
      'N wordt niet (?:meer|langer|verder) bijgewerkt',
    ],
  ],
];

const SENTENCES = LANGUAGES.flatMap(([noun, sentences]) =>
  sentences.map((sentence) => sentence.replaceAll('N', noun)),
).join('|');
const SAYS_CLOSED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SENTENCES})(?![\\p{L}\\p{N}])`, 'u');
/** And one of these beside it, whatever the language. */
const ENDING =
  /clos|ended|ends|ending|an end|finish|over|conclu|wrapping|pausing|that['’]s|that is|thank|no longer|beend|schl|das war|zu ende|endet|verabsch|aktualisiert|termin|fini|finaliz|acaba|achev|achèv|arrêt|ferm|fin |clôtur|merci|touche|prend|cierr|cerra|hasta|gracias|aquí|qui|chius|chiud|fine |zakoń|końc|kończ|koniec|zamyk|dzięk|encerr|fecha|acab|ao fim|gesloten|sluit|stop|[eë]indig|afgelopen|dit was|tot zover|bijgewerkt/;

/** One of these stands in every such sentence, and in few others. */
const PERHAPS =
  /blog|ticker|coverage|live|feed|berichterstattung|direct|suivi|vivo|cobertura|minuto|retransmis|diretta|relacj|transmis|diret|acompanha|encerramos|that(?:['’]s| is)\s+(?:all|it)|no longer/g;
/** Characters of a sentence before and after that word. */
const AROUND = 160;
/** Entries that close a blog say so at their beginning or at their end. */
const LOOKED_AT = 1_500;

/** True when a text says that the live blog itself has ended: "This live blog has now closed", "Der Liveblog ist beendet". */
export function saysClosed(text: string): boolean {
  if (text.length <= 2 * LOOKED_AT) return says(text.toLowerCase());
  return says(text.slice(0, LOOKED_AT).toLowerCase()) || says(text.slice(-LOOKED_AT).toLowerCase());
}

/** Looks closely only around the words that tell: going through the whole would take as long as reading the entry. */
function says(lower: string): boolean {
  let seen = 0;
  for (const { index } of lower.matchAll(PERHAPS)) {
    if (index < seen) continue;
    seen = index + AROUND / 2;
    const part = lower.slice(Math.max(0, index - AROUND), seen + AROUND);
    if (ENDING.test(part) && SAYS_CLOSED.test(part.normalize('NFC').replace(/[’‘`]/gu, "'").replace(/\s+/gu, ' ')))
      return true;
  }
  return false;
}
