import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { createBodyMemo } from '../../src/sources/body/body-memo.ts';
import { htmlBody } from '../../src/sources/body/html-body.ts';
import { processorTime } from '../support/processor-time.ts';

const BASE = 'https://saltmere.example/live/storm';
const text = (html: string): string => htmlBody(html, BASE).text;
const media = (html: string) => htmlBody(html, BASE).media;
const types = (html: string): string[] => htmlBody(html, BASE).tree.children.map((node) => node.type);

describe('the text of a body', () => {
  it.each([
    ['paragraphs', '<p>The ferry is late.</p><p>It waits.</p>', 'The ferry is late.\n\nIt waits.'],
    ['a div is a paragraph too', '<div>One</div><div>Two</div>', 'One\n\nTwo'],
    ['one break is a line, two are a paragraph', 'One<br>Two<br/><br />Three', 'One\nTwo\n\nThree'],
    ['white space is one space', '<p>The \n\t harbour&nbsp;wall</p>', 'The harbour wall'],
    ['zero-width characters are gone', '<p>Salt\u200Bmere\uFEFF</p>', 'Saltmere'],
    ['emoji families stay whole', '<p>👩‍👧 safe</p>', '👩‍👧 safe'],
    ['plain text keeps its paragraphs', 'One.\n\nTwo.\nThree.', 'One.\n\nTwo.\nThree.'],
    ['plain text keeps a lone angle bracket', 'Wind < 40 knots & rising', 'Wind < 40 knots & rising'],
    ['escaped HTML is unescaped once', '&lt;p&gt;It is &amp;amp; was&lt;/p&gt;', 'It is & was'],
    ['entities in plain text are characters', 'The mayor&#39;s &quot;plan&quot;', 'The mayor\'s "plan"'],
    ['inline markup with line breaks is text with lines', 'The <b>pier</b>\n\nis shut', 'The pier\n\nis shut'],
    ['what stands in for a plug-in is read', 'Pier <object classid="clsid:1"> <b>shut</b>', 'Pier shut'],
    ['a frame nobody closed swallows nothing', 'Pier <iframe src="/map"> <b>shut</b>', 'Pier shut'],
    ['a quotation gets its marks', '<p>She said <q>no</q>.</p>', 'She said “no”.'],
    ['list items stand on lines of their own', '<ul><li>Pier</li><li><p>Quay</p></li></ul>', 'Pier\nQuay'],
    [
      'a table keeps its cells',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      'A | B\n1 | 2',
    ],
    ['a layout table is text', '<table><tr><td><p>One</p><p>Two</p></td></tr></table>', 'One\n\nTwo'],
    ['lines of code end in one way', '<pre>\r\ntide\r\n  gauge\r\n</pre>', 'tide\n  gauge'],
    ['CDATA is taken off', '<![CDATA[<p>Dry</p>]]>', 'Dry'],
    ['emoji pictures are their character', '<p>Ahoy <img class="emoji" alt="⚓" src="/a.png"></p>', 'Ahoy ⚓'],
  ])('%s', (_name, html, expected) => {
    expect(text(html)).toBe(expected);
  });

  it.each([
    ['scripts and styles', '<script>alert(1)</script><style>p{}</style><p>Dry</p>'],
    ['share bars', '<p>Dry</p><div class="article-share-bar">Tweet this</div>'],
    [
      'navigation, asides, forms and buttons',
      '<nav>Home</nav><aside>Ad</aside><form>x</form><button>y</button><p>Dry</p>',
    ],
    ['newsletter boxes', '<div class="newsletter-signup">Get our newsletter</div><p>Dry</p>'],
    ['adverts', '<div id="ad-slot-3">Buy</div><p>Dry</p>'],
    ['hidden elements', '<p hidden>no</p><p style="display: none">no</p><p aria-hidden="true">no</p><p>Dry</p>'],
    ['"Read more" lines', '<p>Dry</p><p><strong>Read more:</strong> <a href="/x">The whole night</a></p>'],
    ['the same in German', '<p>Dry</p><p>Lesen Sie auch: <a href="/x">Die ganze Nacht</a></p>'],
    ['comments of the markup', '<!-- no --><p>Dry</p>'],
  ])('page furniture is gone: %s', (_name, html) => {
    expect(text(html)).toBe('Dry');
  });

  it('a sentence that begins like furniture stays', () => {
    const sentence =
      'Read more carefully, the <a href="/order">order</a> closes the quay from noon until further notice.';

    expect(text(`<p>${sentence}</p>`)).toContain('Read more carefully, the order closes');
  });
});

describe('the tree of a body', () => {
  it('keeps headings, lists, quotes and code', () => {
    expect(types('<h2>Tide</h2><ol><li>1</li></ol><blockquote><p>q</p></blockquote><pre>x = 1</pre>')).toEqual([
      'heading',
      'list',
      'blockquote',
      'code',
    ]);
  });

  it('keeps emphasis with the spaces outside it', () => {
    expect(htmlBody('<p><strong>Tide </strong>and <em> wind</em></p>', BASE).tree.children).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [{ type: 'text', value: 'Tide' }] },
          { type: 'text', value: ' and ' },
          { type: 'emphasis', children: [{ type: 'text', value: 'wind' }] },
        ],
      },
    ]);
  });

  it('makes links absolute, without tracking, and lists them once', () => {
    const html = '<p><a href="/map?id=4&utm_source=x&fbclid=1">Map</a> and <a href="/map?id=4">again</a></p>';

    expect(htmlBody(html, BASE).links).toEqual([{ text: 'Map', url: 'https://saltmere.example/map?id=4' }]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '#top',
    'vbscript:x',
    ' java\nscript:alert(1)',
    'x-gu://item/9',
    'file:///etc',
  ])('a link to %j is only text', (href) => {
    const body = htmlBody(`<p><a href="${href}">here</a></p>`, BASE);

    expect(body.links).toEqual([]);
    expect(body.text).toBe('here');
  });
});

describe('the media of a body', () => {
  it('a figure gives caption and credit', () => {
    const html = `<figure><img src="/a.jpg" srcset="/a-400.jpg 400w, /a-1200.jpg 1200w" alt="The pier">
      <figcaption>Waves over the pier <span class="credit">Ana Voss</span></figcaption></figure>`;

    expect(htmlBody(html, BASE)).toMatchObject({
      text: '',
      media: [
        {
          type: 'image',
          url: 'https://saltmere.example/a-1200.jpg',
          alt: 'The pier',
          caption: 'Waves over the pier',
          credit: 'Ana Voss',
        },
      ],
    });
  });

  it('a credit at the end of the caption is found', () => {
    const html = '<figure><img src="/a.jpg"><figcaption>The quay at noon. Photograph: Ana Voss</figcaption></figure>';

    expect(media(html)[0]).toMatchObject({ caption: 'The quay at noon.', credit: 'Ana Voss' });
  });

  it('a lazy picture and its twin for readers without scripts are one', () => {
    const html =
      '<p><img src="data:image/gif;base64,x" data-src="/big.jpg"><noscript><img src="/big.jpg"></noscript></p>';

    expect(media(html)).toEqual([{ type: 'image', url: 'https://saltmere.example/big.jpg' }]);
  });

  it.each([
    '<img src="/p.gif" width="1" height="1">',
    '<img src="https://www.facebook.com/tr?id=1">',
    '<img src="https://pixel.wp.com/b.gif?x">',
    '<img style="display:none" src="/x.jpg">',
    '<img src="data:image/png;base64,AAAA">',
    '<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe>',
    '<iframe width="1" height="1" src="https://x.example/f"></iframe>',
  ])('a tracking pixel is no picture: %s', (html) => {
    expect(media(html)).toEqual([]);
  });

  it('a tweet is a quote with its author and an embed', () => {
    const html = `<blockquote class="twitter-tweet"><p lang="en">Gate three is open.</p>&mdash; Harbour Office (@saltmere)
      <a href="https://twitter.com/saltmere/status/77?ref_src=twsrc%5Etfw">June 5</a></blockquote>
      <script async src="https://platform.twitter.com/widgets.js"></script>`;
    const body = htmlBody(html, BASE);

    expect(body.text).toBe('Gate three is open.\n\n— Harbour Office (@saltmere) June 5');
    expect(body.tree.children[0]?.type).toBe('blockquote');
    expect(body.media).toEqual([{ type: 'embed', url: 'https://twitter.com/saltmere/status/77' }]);
  });

  it('a player frame is a video with the address a person watches', () => {
    expect(
      media('<iframe src="https://www.youtube-nocookie.com/embed/abc_DEF-123?rel=0" title="Storm hits"></iframe>'),
    ).toEqual([{ type: 'video', url: 'https://www.youtube.com/watch?v=abc_DEF-123', caption: 'Storm hits' }]);
  });
});

describe('hostile bodies', () => {
  it('10,000 nested elements keep their text', () => {
    expect(text(`${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}`)).toBe('deep');
    expect(text(`${'<blockquote>'.repeat(10_000)}deep`)).toBe('deep');
    expect(text(`${'<ul><li>'.repeat(5_000)}deep`)).toBe('deep');
  });

  it.each([
    ['unclosed tags', '<b>x'],
    ['open angle brackets', '<'],
    ['entities', '&lt;p&gt;'],
    ['attributes', '<a href="x" '],
    ['spaces', ' \n'],
    ['closing tags', '<div></b>'],
    ['ampersands', '&amp;'],
    ['captions', '<figure><figcaption>(Photo: '],
  ])('5 MB of %s ends soon', (_name, part) => {
    const spent = processorTime();
    htmlBody(part.repeat(Math.ceil(5_000_000 / part.length)), BASE);

    expect(spent()).toBeLessThan(8_000);
  });

  it('nothing executable survives, whatever the markup', () => {
    const piece = fc.constantFrom(
      '<a href="',
      'javascript:alert(1)',
      '">',
      '<p>',
      '</a>',
      '<img src=x onerror=y>',
      '<svg onload=z>',
      '&lt;script&gt;',
      '<script>',
      'tide',
      '<style>',
      '</script>',
      '<b>',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const body = htmlBody(pieces.join(''), BASE);
        for (const link of body.links) expect(link.url).toMatch(/^(https?:|mailto:)/u);
        expect(nodeTypes(body.tree).has('html')).toBe(false);
      }),
    );
  });
});

function nodeTypes(node: Nodes, types = new Set<string>()): Set<string> {
  types.add(node.type);
  if ('children' in node) for (const child of node.children) nodeTypes(child, types);
  return types;
}

describe('the body memo', () => {
  it('gives the same body for the same text, in this read and the next', () => {
    const memo = createBodyMemo();
    const first = memo('<p>Tide</p>', BASE);
    memo.nextRead();

    expect(memo('<p>Tide</p>', BASE)).toBe(first);
  });

  it('forgets what was not asked for during a whole read', () => {
    const memo = createBodyMemo();
    const first = memo('<p>Tide</p>', BASE);
    memo.nextRead();
    memo.nextRead();

    expect(memo('<p>Tide</p>', BASE)).not.toBe(first);
  });

  it('never mixes up two pages with the same text', () => {
    const memo = createBodyMemo();
    memo('<a href="/x">x</a>', 'https://a.example/');

    expect(memo('<a href="/x">x</a>', 'https://b.example/').links[0]?.url).toBe('https://b.example/x');
  });
});
