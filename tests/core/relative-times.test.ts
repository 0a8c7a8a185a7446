import { describe, expect, it } from 'vitest';
import { leadingAgo, parseAgo } from '../../src/core/time/relative-times.ts';

const NOW = Date.UTC(2031, 2, 4, 12, 0);
const MINUTE = 60_000;
/** Minutes before now. */
const age = (text: string) => {
  const at = parseAgo(text, NOW);
  return at === undefined ? undefined : (NOW - at) / MINUTE;
};

describe('an age', () => {
  it.each([
    [
      'English',
      ['5 mins ago', '5 min ago', '5m ago', '5 minutes ago.', 'Updated 5 minutes ago', 'about 5 minutes ago'],
    ],
    [
      'German',
      [
        'vor 5 Min.',
        'vor 5 Minuten',
        'vor etwa 5 Minuten',
        'aktualisiert vor 5 Minuten',
        'Zuletzt aktualisiert: vor 5 Min',
      ],
    ],
    [
      'French',
      [
        'il y a 5 min',
        'il y a 5 minutes',
        'il y a environ 5 minutes',
        'Mis à jour il y a 5 minutes',
        'publié il y a 5 min.',
      ],
    ],
    ['Spanish', ['hace 5 min', 'hace 5 minutos', 'Actualizado hace 5 minutos', 'hace unos 5 minutos']],
    ['Italian', ['5 min fa', '5 minuti fa', 'circa 5 minuti fa', 'Aggiornato 5 minuti fa']],
    ['Polish', ['5 min temu', '5 min. temu', '5 minut temu', 'około 5 minut temu', 'Zaktualizowano 5 minut temu']],
    ['Portuguese', ['há 5 min', 'há 5 minutos', '5 minutos atrás', 'há cerca de 5 minutos', 'Atualizado há 5 minutos']],
    [
      'Dutch',
      [
        '5 min geleden',
        '5 min. geleden',
        '5 minuten geleden',
        'ongeveer 5 minuten geleden',
        'Bijgewerkt: 5 minuten geleden',
      ],
    ],
  ])('of five minutes in %s', (_language, texts) => {
    for (const text of texts) expect(age(text), text).toBe(5);
  });

  it.each([
    [
      'a minute',
      1,
      [
        'a minute ago',
        'vor einer Minute',
        'il y a une minute',
        'hace un minuto',
        'un minuto fa',
        'minutę temu',
        'há um minuto',
        'een minuut geleden',
      ],
    ],
    [
      'half an hour',
      30,
      [
        'half an hour ago',
        'vor einer halben Stunde',
        'il y a une demi-heure',
        'hace media hora',
        "mezz'ora fa",
        'pół godziny temu',
        'há meia hora',
        'een half uur geleden',
      ],
    ],
    [
      'an hour',
      60,
      [
        'an hour ago',
        '1 hr ago',
        'about an hour ago',
        'vor einer Stunde',
        'vor 1 Std.',
        'il y a une heure',
        'hace una hora',
        "un'ora fa",
        'un’ora fa',
        'godzinę temu',
        'há uma hora',
        'een uur geleden',
      ],
    ],
    [
      'two hours',
      120,
      [
        '2 hrs ago',
        'over 2 hours ago',
        'vor 2 Std',
        'il y a 2 h',
        'hace 2 h',
        '2 ore fa',
        '2 godz. temu',
        'há 2 horas',
        '2 uur geleden',
      ],
    ],
    [
      'an hour and five',
      65,
      [
        '1 hour, 5 minutes ago',
        '1h 5m ago',
        'vor 1 Std. 5 Min.',
        'vor einer Stunde und 5 Minuten',
        'il y a 1h05',
        'il y a 1 h 05',
        'hace 1 h y 5 min',
        '1 ora e 5 minuti fa',
        '1 godz. 5 min temu',
        'há 1 hora e 5 minutos',
        '1 uur en 5 minuten geleden',
      ],
    ],
    [
      'a day',
      1440,
      [
        'a day ago',
        '1d ago',
        'vor einem Tag',
        'il y a 1 j',
        'hace 1 día',
        'un giorno fa',
        'dzień temu',
        'há um dia',
        '1 dag geleden',
      ],
    ],
  ])('of %s', (_name, minutes, texts) => {
    for (const text of texts) expect(age(text), text).toBe(minutes);
  });

  it.each([
    [
      'English',
      ['just now', 'moments ago', 'a moment ago', 'a few seconds ago', 'seconds ago', 'less than a minute ago'],
    ],
    ['German', ['gerade eben', 'soeben', 'jetzt', 'vor wenigen Sekunden', 'vor weniger als einer Minute']],
    [
      'French',
      ["à l'instant", 'à l’instant', 'il y a un instant', 'il y a quelques secondes', "il y a moins d'une minute"],
    ],
    ['Spanish', ['ahora', 'ahora mismo', 'hace un momento', 'hace instantes', 'hace unos segundos']],
    ['Italian', ['adesso', 'proprio ora', 'poco fa', 'pochi secondi fa', 'qualche secondo fa']],
    ['Polish', ['teraz', 'przed chwilą', 'chwilę temu', 'kilka sekund temu']],
    ['Portuguese', ['agora', 'agora mesmo', 'há pouco', 'há instantes', 'há poucos segundos', 'agora há pouco']],
    ['Dutch', ['zojuist', 'zonet', 'net nu', 'een paar seconden geleden', 'enkele seconden geleden']],
  ])('of nothing in %s', (_language, texts) => {
    for (const text of texts) expect(age(text), text).toBe(0);
  });

  it.each([
    '5 minutes',
    'in 5 minutes',
    'for 5 minutes',
    '4 boats ago',
    'vor dem Sturm',
    'vor 3 Booten',
    'vor Stunden',
    'hace frío',
    'ora',
    'a few minutes ago',
    'fa',
    'Updated',
    'ago',
    '',
  ])('is not said by %j', (text) => {
    expect(age(text)).toBeUndefined();
  });

  it('that a heading begins with leaves the rest of it', () => {
    expect(leadingAgo('vor 4 Min. – Die Mole ist gesperrt', NOW)).toEqual({
      at: NOW - 4 * MINUTE,
      rest: 'Die Mole ist gesperrt',
    });
  });
});
