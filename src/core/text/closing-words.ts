import { saysClosedElsewhere } from './further-closing.ts';

/**
 * How newsrooms say that a live blog has ended, in our eight languages: what each of their sentences holds one of, the noun
 * by which they call it, and the sentences in which `N` is that noun. Case-sensitive, for folded text: ignoring case costs
 * fifty times as much.
 */
const LANGUAGES: readonly (readonly [endings: string, noun: string, sentences: readonly string[]])[] = [
  [
    "clos|ended|ends|ending|an end|finish|over|conclu|wrapping|pausing|that['’‘`]s|that is|thank|no longer",
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
    'beend|schl|das war|zu ende|endet|verabsch|aktualisiert',
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
    'termin|fini|clos|achev|achèv|arrêt|ferm|fin |clôtur|merci|touche|prend',
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
    'termin|finaliz|conclu|cierr|cerra|hasta|aquí|gracias',
    '(?:directo|cobertura(?: en (?:vivo|directo))?|liveblog|minuto a minuto|retransmisión)',
    [
      '(?:este|esta|el|la|nuestr[oa]) N (?:(?:se )?ha (?:terminado|finalizado|concluido|cerrado)|está cerrad[oa])',
      '(?:ha )?(?:termina|finaliza|concluye|cierra|cerramos|terminamos|finalizamos|terminado|finalizado|concluido) (?:aquí )?(?:este|esta|el|la|nuestr[oa]) N',
      '(?:hasta aquí|aquí (?:termina|finaliza|concluye|acaba)) (?:este|esta|el|la|nuestr[oa]) N',
      'gracias por (?:seguir|acompañarnos en) (?:este|esta|el|la|nuestr[oa]) N',
    ],
  ],
  [
    'finisc|finit|fine |termin|chiu|conclu',
    '(?:diretta|liveblog|live)',
    [
      '(?:la|il|questa|questo|la nostra|il nostro) N (?:finisce|termina|si chiude|si conclude) qui',
      '(?:la|il|questa|questo|la nostra|il nostro) N (?:è|si è) (?:terminat|conclus|chius|finit)[ao]',
      '(?:finisce|termina|si chiude|si conclude|chiudiamo|concludiamo|terminiamo) qui (?:la|il|questa|questo|la nostra|il nostro) N',
      'fine della (?:nostra )?N',
    ],
  ],
  [
    'zakoń|końc|kończ|koniec|zamyk|dzięk',
    '(?:relacj[aęi]|transmisj[aęi])(?: na żywo)?',
    [
      'N (?:została )?(?:zakończona|zakończyła się|dobiegła końca)',
      '(?:zakończyła się|to koniec) (?:naszej |nasza |tej |ta )?N',
      '(?:kończymy|zakończyliśmy|zamykamy) (?:naszą |tę |dzisiejszą )?N',
      'dziękujemy za śledzenie (?:naszej |tej )?N',
    ],
  ],
  [
    'termin|acab|ao fim|encerr|conclu|fecha',
    '(?:direto|liveblog|cobertura(?: ao vivo)?|ao vivo|minuto a minuto|acompanhamento|transmissão)',
    [
      '(?:este|esta|[oa]|(?:[oa] )?noss[oa]) N (?:terminou|acabou|chegou ao fim|(?:foi|está|fica)(?: agora)? (?:encerrad|terminad|concluíd)[oa])',
      '(?:encerramos|terminamos|fechamos|termina|encerra-se) (?:aqui )?(?:este|esta|[oa]|(?:[oa] )?noss[oa]) N',
      'encerramos aqui(?= por hoje|[.!]|$)',
      'cobertura(?: ao vivo)? encerrada',
    ],
  ],
  [
    'gesloten|sluit|stop|[eë]indig|afgelopen|dit was|tot zover|bijgewerkt',
    '(?:live-?blog|live-?ticker|blog)',
    [
      '(?:dit|ons|het) N (?:is|wordt)(?: nu| hiermee| inmiddels)? (?:gesloten|afgesloten|beëindigd|afgelopen)',
      '(?:we|wij|hiermee|daarmee) (?:sluiten|stoppen met|beëindigen|eindigt|stopt) (?:we |wij )?(?:dit|ons|het) N',
      '(?:dit was|tot zover) (?:dit|ons|het) N',
      'N wordt niet (?:meer|langer|verder) bijgewerkt',
    ],
  ],
];

/** Alone and together: most text that is looked at ends nothing in any language. */
const SPOKEN = LANGUAGES.map(([endings, noun, sentences]) => ({
  ending: new RegExp(endings, 'u'),
  closed: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${sentences.map((sentence) => sentence.replaceAll('N', noun)).join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  ),
}));
const ENDING = new RegExp(LANGUAGES.map(([endings]) => endings).join('|'), 'u');

/** One of these stands in every such sentence, and in few others. */
const PERHAPS =
  /blog|ticker|coverage|live|feed|berichterstattung|direct|suivi|vivo|cobertura|minuto|retransmis|diretta|relacj|transmis|diret|acompanha|encerramos|that(?:['’]s| is)\s+(?:all|it)|no longer/g;
/** Characters of a sentence before and after that word. */
const AROUND = 160;
/** Entries that close a blog say so at their beginning or at their end. */
const LOOKED_AT = 1_500;

/** True when a text says that the live blog itself has ended: "This live blog has now closed", "Der Liveblog ist beendet". */
export function saysClosed(text: string): boolean {
  if (text.length <= 2 * LOOKED_AT) {
    const lower = text.toLowerCase();
    return says(lower) || saysClosedElsewhere(lower);
  }
  return says(text.slice(0, LOOKED_AT).toLowerCase()) || says(text.slice(-LOOKED_AT).toLowerCase());
}

/** Looks closely only around the words that tell: going through the whole would take as long as reading the entry. */
function says(lower: string): boolean {
  let seen = 0;
  for (const { index } of lower.matchAll(PERHAPS)) {
    if (index < seen) continue;
    seen = index + AROUND / 2;
    const part = lower.slice(Math.max(0, index - AROUND), seen + AROUND);
    if (ENDING.test(part) && closes(plain(part))) return true;
  }
  return false;
}

function closes(part: string): boolean {
  return SPOKEN.some(({ ending, closed }) => ending.test(part) && closed.test(part));
}

function plain(part: string): string {
  return TYPESET.test(part) ? part.normalize('NFC').replace(/[’‘`]/gu, "'").replace(/\s+/gu, ' ') : part;
}

/** All but letters of ASCII, digits and what stands between them, one space between words. */
const TYPESET = / {2}|[^ -_a-~]/u;
