import { arabic } from './arabic.ts';
import { bulgarian } from './bulgarian.ts';
import { chinese } from './chinese.ts';
import { croatianAndSerbian } from './croatian-and-serbian.ts';
import { czechAndSlovak } from './czech-and-slovak.ts';
import { danish } from './danish.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { finnish } from './finnish.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { hebrew } from './hebrew.ts';
import { hindi } from './hindi.ts';
import { hungarian } from './hungarian.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { Language } from './language.ts';
import { norwegian } from './norwegian.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { romanian } from './romanian.ts';
import { russian } from './russian.ts';
import { slovenian } from './slovenian.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';
import { thai } from './thai.ts';
import { turkish } from './turkish.ts';
import { ukrainian } from './ukrainian.ts';
import { vietnamese } from './vietnamese.ts';

/** All languages whose words are known. Where two use one word for different months or labels, the earlier wins. */
export const LANGUAGES: readonly Language[] = [
  english,
  german,
  french,
  spanish,
  italian,
  polish,
  portuguese,
  dutch,
  swedish,
  danish,
  norwegian,
  finnish,
  czechAndSlovak,
  hungarian,
  greek,
  russian,
  ukrainian,
  turkish,
  romanian,
  croatianAndSerbian,
  slovenian,
  bulgarian,
  arabic,
  hebrew,
  hindi,
  japanese,
  korean,
  chinese,
  vietnamese,
  thai,
];
