/** Porter's stemmer ("An algorithm for suffix stripping", 1980), as ROUGE-1.5.5 applies it with -m. */
export function porterStem(word: string): string {
  if (word.length < 3) return word;
  return step5(step4(step3(step2(step1c(step1b(step1a(word)))))));
}

const VOWEL = /[aeiou]/;

function isConsonant(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if (VOWEL.test(letter)) return false;
  return letter !== 'y' || at === 0 || !isConsonant(word, at - 1);
}

/** The number of vowel-consonant sequences. */
function measure(stem: string): number {
  let found = 0;
  for (let at = 1; at < stem.length; at += 1) if (isConsonant(stem, at) && !isConsonant(stem, at - 1)) found += 1;
  return found;
}

function hasVowel(stem: string): boolean {
  return [...stem].some((_, at) => !isConsonant(stem, at));
}

function endsDouble(word: string): boolean {
  return word.length > 1 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);
}

function endsCvc(word: string): boolean {
  const last = word.length - 1;
  if (last < 2 || /[wxy]$/.test(word)) return false;
  return isConsonant(word, last) && !isConsonant(word, last - 1) && isConsonant(word, last - 2);
}

function step1a(word: string): string {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function step1b(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = word.replace(/(?:ed|ing)$/, '');
  if (stem === word || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsCvc(stem) ? `${stem}e` : stem;
}

function step1c(word: string): string {
  return word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

const STEP2 =
  'ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log';
const STEP3 = 'icate:ic ative: alize:al iciti:ic ical:ic ful: ness:';

function step2(word: string): string {
  return replaceSuffix(word, STEP2);
}

function step3(word: string): string {
  return replaceSuffix(word, STEP3);
}

function replaceSuffix(word: string, table: string): string {
  for (const rule of table.split(' ')) {
    const [suffix = '', by = ''] = rule.split(':');
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, -suffix.length);
    return measure(stem) > 0 ? stem + by : word;
  }
  return word;
}

const STEP4 = /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ion|ou|ism|ate|iti|ous|ive|ize)$/;

function step4(word: string): string {
  const suffix = STEP4.exec(word)?.[0];
  if (suffix === undefined) return word;
  const stem = word.slice(0, -suffix.length);
  if (suffix === 'ion' && !/[st]$/.test(stem)) return word;
  return measure(stem) > 1 ? stem : word;
}

function step5(word: string): string {
  let stem = word;
  if (stem.endsWith('e')) {
    const without = stem.slice(0, -1);
    if (measure(without) > 1 || (measure(without) === 1 && !endsCvc(without))) stem = without;
  }
  return /ll$/.test(stem) && measure(stem) > 1 ? stem.slice(0, -1) : stem;
}
