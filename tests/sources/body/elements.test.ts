import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../../src/sources/body/body-memo.ts';
import { htmlBody } from '../../../src/sources/body/html-body.ts';
import { readDocument } from '../../../src/sources/read.ts';
import { documentOf } from '../reading.ts';

const BASE = 'https://saltmere.example/live/storm';
const text = (html: string): string => htmlBody(html, BASE).text;
const pictures = (html: string): string[] => htmlBody(html, BASE).media.map(({ url }) => new URL(url).pathname);

describe('what a reader sees of an element is read', () => {
  it.each<[string, string, string]>([
    [
      'a form around the text',
      '<form method="post"><input type="hidden" name="__VIEWSTATE"><p>The pier is shut.</p></form>',
      'The pier is shut.',
    ],
    [
      'a page in a form with a search in it',
      `<form><input type="search">${['The pier is shut until the evening.', 'Two ferries wait outside the harbour.', 'The lamp is out since noon today.', 'The sea wall holds, the desk hears.'].map((line) => `<p>${line}</p>`).join('')}</form>`,
      'The pier is shut until the evening.\n\nTwo ferries wait outside the harbour.\n\nThe lamp is out since noon today.\n\nThe sea wall holds, the desk hears.',
    ],
    [
      'a template that is drawn',
      '<storm-post><template shadowrootmode="open"><p>The pier is shut.</p></template></storm-post>',
      'The pier is shut.',
    ],
    [
      'what one may open',
      '<details><summary>What has happened?</summary><p>The pier is shut.</p></details>',
      'What has happened?\n\nThe pier is shut.',
    ],
    [
      'what one may open under a word that only says so',
      '<details><summary>Read more</summary><p>The pier is shut.</p></details>',
      'The pier is shut.',
    ],
    [
      'a headline that opens and closes its text',
      '<h3><button aria-expanded="false">The pier is shut</button></h3><p>Until six.</p>',
      'The pier is shut\n\nUntil six.',
    ],
  ])('%s', (_, html, expected) => {
    expect(text(html)).toBe(expected);
  });
});

describe('what asks, decorates or waits is not', () => {
  it.each<[string, string]>([
    [
      'a sign-up',
      '<form><p>Sign up for the morning letter of the desk.</p><p>By signing up you agree to the terms.</p><input type="email"><button>Go</button></form>',
    ],
    [
      'a question with its answers',
      '<form><p>Will the sea wall hold tonight?</p><label><input type="radio">Yes</label><label><input type="radio">No</label></form>',
    ],
    ['a form of buttons', '<form action="/like"><button>Like</button> 12</form>'],
    ['the name of a drawing', '<svg><title>Map of the pier</title><text>12</text></svg>'],
    ['a template', '<template><p>Loading the next update.</p></template>'],
    ['a dialog', '<dialog><p>We value your privacy.</p></dialog><dialog open><p>Allow cookies?</p></dialog>'],
    ['a button beside a headline', '<button>Follow this story</button>'],
  ])('%s', (_, html) => {
    expect(text(`<p>The pier is shut.</p>${html}`)).toBe('The pier is shut.');
  });

  it('a button in a headline is not its text', () => {
    expect(text('<h3>The pier is shut <button>Share</button></h3>')).toBe('The pier is shut');
  });
});

describe('a picture for readers without scripts', () => {
  it.each([
    '<img class="lazy" src="data:image/gif;base64,x"><noscript><img src="/pier.jpg"></noscript>',
    '<div data-lazy="1"><noscript><img src="/pier.jpg"></noscript></div>',
    '<figure><div class="placeholder-box"></div><noscript>&lt;img src="/pier.jpg"&gt;</noscript></figure>',
  ])('is the picture (%s)', (html) => {
    expect([pictures(html), text(`<p>Wet.</p>${html}`)]).toEqual([['/pier.jpg'], 'Wet.']);
  });
});

describe('a picture drawn behind an element', () => {
  it.each([
    `<div class="pic" style="background-image:url('/pier.jpg')"></div>`,
    '<div class="pic" style="height:300px;background: #eee url(&quot;/pier.jpg&quot;) center / cover no-repeat"></div>',
    '<a class="photo" href="/gallery"><span style="background-image: url(/pier.jpg)"></span></a>',
    '<div data-bg="/pier.jpg"></div>',
    '<div data-background-image="url(/pier.jpg)"></div>',
  ])('is shown where there is no other (%s)', (html) => {
    expect(pictures(`<p>Wet.</p>${html}`)).toEqual(['/pier.jpg']);
  });

  it('has for words what it is called for those who cannot see it', () => {
    const html = '<div role="img" aria-label="The pier at night" style="background-image:url(/pier.jpg)"></div>';

    expect(htmlBody(html, BASE).media).toMatchObject([{ alt: 'The pier at night' }]);
  });

  it.each([
    ['beside a picture', '<img src="/wall.jpg"><div style="background-image:url(/pier.jpg)"></div>', ['/wall.jpg']],
    [
      'only decorates',
      '<div style="background-image:url(/img/bg-waves.png)"></div><i style="background:url(/icons/x.png)"></i>',
      [],
    ],
    ['is the face of whoever wrote', '<div class="author-photo" style="background-image:url(/ann.jpg)"></div>', []],
    ['is small', '<span style="width:24px;height:24px;background-image:url(/flag.png)"></span>', []],
    ['is in an advert', '<div class="advert" style="background-image:url(/rope.jpg)"></div>', []],
    ['is no picture', '<div style="background-image:url(data:image/gif;base64,AA)" data-bg="dark"></div>', []],
  ])('is not shown where it %s', (_, html, expected) => {
    expect(pictures(html)).toEqual(expected);
  });
});

describe('a page that stands in a form', () => {
  const entry = (n: number) =>
    `<div class="post-item"><span class="time">1${n}:05</span><div class="body"><p>Report ${n} of the evening from the sea wall of Saltmere.</p></div></div>`;
  const page = (form: string) =>
    `<html lang="en-GB"><head><title>Storm live updates</title></head><body>${form}<h1><svg><title>Logo</title></svg>Storm live</h1><div class="live-list">${[5, 4, 3, 2, 1].map(entry).join('')}</div></form></body></html>`;

  it.each([
    '<form method="post" action="./storm.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="x">',
    '<form method="post" action="./storm.aspx"><input type="hidden" name="__VIEWSTATE"><div class="top"><input type="text" name="q"><input type="submit"></div>',
  ])('is read (%s)', (form) => {
    const { result } = readDocument(documentOf(page(form), BASE), { body: createBodyMemo() });

    expect(result).toMatchObject({ kind: 'html', title: 'Storm live' });
    expect('entries' in result && result.entries.map(({ body }) => body.text)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `Report ${n} of the evening from the sea wall of Saltmere.`),
    );
  });
});
