import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../src/sources/body/html-body.ts';
import { successorOf } from '../../src/sources/successor.ts';

const BLOG = 'https://www.saltmere.example/news/live/storm-monday';
const NEXT = 'https://www.saltmere.example/news/live/storm-tuesday';
/** The link is written in brackets. */
const entry = (text: string, href: string) => ({
  body: htmlBody(`<p>${text.replace(/\[(.*?)\]/u, `<a href="${href}">$1</a>`)}</p>`, BLOG),
  authors: [],
  flags: [],
});
const successor = (text: string, href = NEXT) => successorOf([entry(text, href)], BLOG)?.url;

describe('the live blog that continues this one', () => {
  it.each([
    [
      'English',
      [
        'This live blog is now closed. You can follow our latest coverage [here].',
        'Our live coverage continues [here].',
        'We’ve launched a new live blog. [Join us here].',
        'We are moving our live coverage [to a new page].',
        'Follow the latest on our new blog: [Storm Ana, day two]',
        'Read on in [Tuesday’s live blog]',
        'Head over to [our new live blog]',
        'You can find our new live page [here]',
        'For the latest updates, [click here for our new live blog]',
      ],
    ],
    [
      'German',
      [
        'Hier geht es weiter: [Neuer Liveblog]',
        'Zum neuen Liveblog geht es [hier]',
        'Den neuen Liveticker finden Sie [hier]',
        'Alle weiteren Entwicklungen im [neuen Newsblog]',
        'Wir machen [hier] im neuen Ticker weiter',
      ],
    ],
    [
      'French',
      [
        'Suivez la suite dans [notre nouveau direct]',
        'Retrouvez la suite de notre direct [ici]',
        'Un nouveau direct est ouvert [ici]',
        'Le direct continue [ici]',
        'Notre live se poursuit [ici]',
      ],
    ],
    [
      'Spanish',
      [
        'Sigue la última hora en [nuestro nuevo directo]',
        'Puedes seguir la cobertura [aquí]',
        'La cobertura continúa [aquí]',
        'Abrimos un nuevo minuto a minuto [aquí]',
      ],
    ],
    [
      'Italian',
      [
        'La diretta continua [qui]',
        'Segui la nuova diretta [qui]',
        'Prosegue [qui] la nostra diretta',
        'La nuova diretta è [qui]',
      ],
    ],
    [
      'Polish',
      [
        'Nowa relacja [tutaj]',
        'Dalszy ciąg relacji [tutaj]',
        'Relację kontynuujemy [tutaj]',
        'Zapraszamy do [nowej relacji]',
      ],
    ],
    [
      'Portuguese',
      [
        'Siga a nova cobertura [aqui]',
        'A cobertura continua [aqui]',
        'Acompanhe o novo liveblog [aqui]',
        'O direto prossegue [aqui]',
      ],
    ],
    [
      'Dutch',
      [
        'Lees verder in [ons nieuwe liveblog]',
        'We gaan verder in [een nieuw liveblog]',
        'Het nieuwe liveblog vind je [hier]',
        'Volg het laatste nieuws in [dit liveblog]',
      ],
    ],
  ])('is told in %s', (_language, texts) => {
    for (const text of texts) expect(successor(text), text).toBe(NEXT);
  });

  it('may be of a site beside its own', () => {
    const href = 'https://live.saltmere.example/storm-live-2';

    expect(successor('Our live coverage continues [here].', href)).toBe(href);
  });

  it.each([
    ['The council posted a [video] of the pier live', 'https://www.saltmere.example/video/live-pier'],
    ['Watch [the live stream] of the harbour', 'https://www.saltmere.example/av/live-stream'],
    ['Read more: [Live lobsters sold]', 'https://www.saltmere.example/food/live-lobsters'],
    ['The ferry has moved to a new berth, says [the blog of the harbour]', 'https://harbour.example/blog'],
    ['Here is [our story] on how people live', 'https://www.saltmere.example/story'],
    ['Our live coverage continues [here].', 'https://www.saltmere.example/news/live/storm-monday#block-7'],
  ])('is not meant by %j', (text, href) => {
    expect(successor(text, href)).toBeUndefined();
  });
});
