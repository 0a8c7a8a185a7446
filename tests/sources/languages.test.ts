import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/core/languages/languages.ts';
import { saidCaption } from '../../src/sources/body/credits.ts';
import { isElement, parseNodes } from '../../src/sources/body/dom.ts';
import { namesIn } from '../../src/sources/html/byline-names.ts';
import { isChrome } from '../../src/sources/html/entry/chrome.ts';
import { soundsLive } from '../../src/sources/html/sounds-live.ts';
import { saysEnded } from '../../src/sources/page-end.ts';
import { SAMPLES } from '../core/language-samples.ts';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

describe.each(LANGUAGES.map((language) => [language.name, language] as const))('%s', (name, language) => {
  const samples = SAMPLES[name] ?? {};

  it('names everybody who wrote an entry', () => {
    const { by = ['by'], and = [] } = language;
    const lines = by.flatMap((before) => and.map((between) => `${capital(before)} Ana Voss ${between} Dana Pike`));
    expect(lines.map(namesIn)).toEqual(lines.map(() => ['Ana Voss', 'Dana Pike']));
  });

  it.runIf(language.live?.titles !== undefined)('calls a live blog so in its title', () => {
    const text = `<html><head><title>${samples.title ?? ''}</title></head><body><p>Saltmere</p></body></html>`;
    const document = { url: 'https://saltmere.example/storm', text, contentType: 'text/html', fetchedAt: 0 };
    expect(soundsLive(document)).toBe(true);
  });

  it('leaves buttons out of entries and captions', () => {
    const isButton = (text: string) => parseNodes(`<p>${text}</p>`).filter(isElement).every(isChrome);
    expect((samples.buttons ?? []).filter((text) => !isButton(text))).toEqual([]);
    const captions = (samples.enlarge ?? []).map((text) => saidCaption(`${text} The pier at noon`, '').caption);
    expect(captions).toEqual(captions.map(() => 'The pier at noon'));
  });

  it('ends a blog by a line of a page that is not parsed', () => {
    const lines = (samples.closed ?? []).filter((line) => line.length >= 12);
    expect(lines.filter((line) => !saysEnded(`<p>${line}</p>`))).toEqual([]);
    expect((samples.open ?? []).filter((line) => saysEnded(`<p>${line}</p>`))).toEqual([]);
  });
});
