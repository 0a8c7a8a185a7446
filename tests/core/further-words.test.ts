import { describe, expect, it } from 'vitest';
import { saysClosed } from '../../src/core/text/closing-words.ts';
import { isFurnitureLine } from '../../src/core/text/furniture-words.ts';
import { isReadMore, type Label, labelOf } from '../../src/core/text/language-words.ts';

describe('a label in further languages', () => {
  it.each<[Label, readonly string[]]>([
    ['pinned', ['Fäst inlägg', 'Festet', 'Připnuto', 'Καρφιτσωμένο', 'Sabitlendi', 'Закреплено', 'مثبت', 'ピン留め']],
    ['key', ['Viktigt', 'Tärkeä', 'Důležité', 'Fontos', 'Önemli', 'Важливо', 'مهم', '重要']],
    ['breaking', ['Just nu', 'Siste', 'Juuri nyt', 'Έκτακτο', 'SON DAKİKA', 'Срочно', 'Терміново', 'عاجل', '속보']],
    ['summary', ['Sammanfattning', 'Opsummering', 'Összefoglaló', 'Özet', 'まとめ']],
    ['updated', ['Uppdaterad', 'Opdateret', 'Päivitetty', 'Frissítve', 'Güncellendi', 'Оновлено', 'עודכן']],
    ['advert', ['Annons', 'Mainos', 'Hirdetés', 'Διαφήμιση', 'Реклама', 'إعلان', '広告']],
  ])('says %s', (label, words) => {
    expect(words.map((word) => [word, labelOf(word)])).toEqual(words.map((word) => [word, label]));
  });
});

describe('a line that points elsewhere, in further languages', () => {
  it.each([
    'Läs också:',
    'Læs også:',
    'Les også:',
    'Lue myös:',
    'Čtěte také:',
    'Olvasd el ezt is:',
    'Citește și:',
    'Διαβάστε επίσης:',
    'Bunu da okuyun:',
    'Читайте также:',
    'Читайте також:',
    'اقرأ أيضا:',
    'קראו גם:',
    'あわせて読みたい:',
  ])('%s', (lead) => {
    expect(isReadMore(`${lead} Storm over Saltmere`, 20)).toBe(true);
    expect(isReadMore(`${lead.slice(0, -1)}, the harbour master said to all who stood on the quay and waited`, 0)).toBe(
      false,
    );
  });
});

describe('a line of the page in further languages', () => {
  it.each(['Dela', 'Jaa', 'Sdílet', 'Megosztás', 'Paylaş', 'Поделиться', 'Поділитися', 'مشاركة', 'シェア', '공유'])(
    '%s',
    (line) => {
      expect(isFurnitureLine(line)).toBe(true);
    },
  );
});

describe('a line that closes a live blog, in further languages', () => {
  it.each([
    'Liverapporteringen är avslutad',
    'Livebloggen er lukket',
    'Direktesendingen er avsluttet',
    'Seuranta on päättynyt',
    'On-line reportáž skončila',
    'Az élő közvetítés véget ért',
    'Η ζωντανή κάλυψη ολοκληρώθηκε',
    'Canlı anlatım sona erdi',
    'Онлайн завершён',
    'Онлайн завершено',
    'انتهت التغطية المباشرة',
    '速報は終了しました',
  ])('%s', (line) => {
    expect(saysClosed(line)).toBe(true);
  });

  it.each(['Direktsändningen börjar klockan åtta', 'Онлайн-магазин закрыл склад', 'Canlı yayın başladı'])(
    'is not: %s',
    (line) => {
      expect(saysClosed(line)).toBe(false);
    },
  );
});
