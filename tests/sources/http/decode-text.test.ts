import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/sources/http/decode-text.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));

describe('the charset of a document', () => {
  it.each([
    ['named by nobody', latin('<p>caf\xe9'), 'text/html', '<p>café'],
    [
      'windows-1252 under the name of latin-1',
      latin('\x93caf\xe9\x94 \x80'),
      'text/html; charset=ISO-8859-1',
      '“café” €',
    ],
    ['named in the header, in quotes', latin('\xcf\xd0'), 'text/html; charset="koi8-r"', 'оп'],
    ['UTF-8 whatever the header says', utf8('café'), 'text/html; charset=iso-8859-1', 'café'],
    ['UTF-8 by its mark', utf8('\uFEFFcafé'), 'text/html; charset=iso-8859-1', 'café'],
    ['UTF-16 by its mark', Uint8Array.from(Buffer.from('\uFEFFcafé', 'utf16le')), 'text/html', 'café'],
    ['UTF-16 by the look of its prolog', Uint8Array.from(Buffer.from('<?xml?>é', 'utf16le')), '', '<?xml?>é'],
    [
      'declared UTF-16 in plain bytes',
      utf8('<?xml version="1.0" encoding="utf-16"?>é'),
      '',
      '<?xml version="1.0" encoding="utf-16"?>é',
    ],
    ['UTF-8 by declaration, windows-1252 in truth', latin('\x93na\xefve\x94'), 'text/html; charset=utf-8', '“naïve”'],
    [
      'UTF-8 with one broken character',
      Buffer.concat([utf8('ααααα βββ '), latin('\xce')]),
      'text/html',
      'ααααα βββ \uFFFD',
    ],
    ['an unknown name', latin('caf\xe9'), 'text/html; charset=saltmere-8', 'café'],
    ['Japanese in seven bits', latin('\x1b$B$"\x1b(B'), 'text/html; charset=iso-2022-jp', 'あ'],
    ['an empty body', new Uint8Array(), 'text/html', ''],
  ])('%s is read right', (_case, bytes, contentType, text) => {
    expect(decodeText(bytes, contentType)).toBe(text);
  });

  it('a meta far into the page is found', () => {
    const page = latin(`<!-- ${'x'.repeat(5000)} --><META http-equiv=x content="text/html; charset=koi8-r">\xcf\xd0`);

    expect(decodeText(page, 'text/html')).toMatch(/оп$/u);
  });
});

const captures = resolve(import.meta.dirname, '../../../../shared/fixtures/feeds/miniflux/encoding');

describe.skipIf(!existsSync(captures))('captured documents (../shared/fixtures)', () => {
  it.each([
    ['invalid-prolog.xml', 'Café'],
    ['iso-8859-1-meta-after-1024.html', 'Café'],
    ['iso-8859-1.html', 'Café'],
    ['iso-8859-1.xml', 'Café'],
    ['koi8r.xml', 'Пример RSS'],
    ['utf8-incorrect-prolog.xml', '테스트 피드'],
    ['utf8-meta-after-1024.html', 'Café'],
    ['utf8.html', 'Café'],
    ['utf8.xml', '테스트 피드'],
    ['windows-1252-incorrect-prolog.xml', 'Euro €'],
    ['windows-1252.xml', 'Euro €'],
  ])('%s is read right', (name, text) => {
    expect(decodeText(readFileSync(resolve(captures, name)), '')).toContain(text);
  });
});
