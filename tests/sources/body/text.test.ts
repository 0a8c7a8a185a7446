import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../../src/sources/body/html-body.ts';

const BASE = 'https://saltmere.example/live/storm';
const text = (html: string): string => htmlBody(html, BASE).text;
const tree = (html: string) => htmlBody(html, BASE).tree.children;

describe('escaped markup', () => {
  it.each([
    ['escaped twice is still markup', '&amp;lt;p&amp;gt;Ferry &amp;amp; pier&amp;lt;/p&amp;gt;', 'Ferry & pier'],
    ['half a tag is text', 'The &lt;b buoy is adrift', 'The <b buoy is adrift'],
    ['half a tag, escaped twice, is text', 'The &amp;lt;b buoy', 'The &lt;b buoy'],
    ['entities escaped once too often are characters', '<p>Fish &amp;amp; chips &amp;#8217;</p>', 'Fish & chips ’'],
    ['what only looks like an entity is left', '<p>R&amp;D; Marks &amp;amp Son</p>', 'R&D; Marks &amp Son'],
  ])('%s', (_name, html, expected) => {
    expect(text(html)).toBe(expected);
  });
});

describe('odd markup', () => {
  it.each([
    ['a heading over two lines', '<h4>Ferry<br>cancelled</h4>', 'Ferry cancelled'],
    ['conditions of office programs', '<![if !supportLists]>· <![endif]><p>Pier</p>', '·\n\nPier'],
    ['tags of office programs', '<p class="MsoNormal">The pier<o:p>&nbsp;</o:p></p>', 'The pier'],
    ['an older no-break tag', '<p>Call <nobr>01632 960</nobr> now</p>', 'Call 01632 960 now'],
    ['a formula', '<p>F = <math><mi>m</mi><mi>a</mi><annotation>m a</annotation></math>.</p>', 'F = ma.'],
    ['an exponent', '<p>10<sup>6</sup> litres on 3 m<sup>2</sup></p>', '10⁶ litres on 3 m²'],
    ['an ordinal', '<p>The 2<sup>nd</sup> tide of the 1<sup>er</sup> mars</p>', 'The 2nd tide of the 1er mars'],
    ['an index', '<p>CO<sub>2</sub> leaks</p>', 'CO2 leaks'],
    ['a footnote', '<p>Flooded<sup><a href="#n1">3</a></sup> again</p>', 'Flooded³ again'],
    ['the arrow back from a footnote', '<ol><li>The gauge failed. <a href="#r1">↩</a></li></ol>', 'The gauge failed.'],
    ['a reading aid', '<p><ruby>塩<rp>(</rp><rt>しお</rt><rp>)</rp></ruby> is salt</p>', '塩 is salt'],
    ['what asks for scripts', '<p>Dry</p><noscript>Please enable JavaScript to see the map.</noscript>', 'Dry'],
    ['a fallback to read', '<noscript><p>See <a href="/map">the map</a></p></noscript>', 'See the map'],
    ['right-to-left text with its marks', '<p dir="rtl">الميناء &rlm;(مغلق)</p>', 'الميناء \u200f(مغلق)'],
    ['a soft hyphen', '<p>Hafen&shy;mauer</p>', 'Hafenmauer'],
    ['text beside blocks', '<div>One<p>Two</p>Three</div>', 'One\n\nTwo\n\nThree'],
    ['terms and what they mean', '<dl><dt>Wind</dt><dd>40 knots</dd></dl>', 'Wind\n\n40 knots'],
  ])('%s is read', (_name, html, expected) => {
    expect(text(html)).toBe(expected);
  });
});

describe('text that nobody sees', () => {
  it.each([
    ['<span class="screenreader">, opens in a new window</span>'],
    ['<span class="ssrcss-1x-VisuallyHidden">(external)</span>'],
    ['<span class="a11y-hidden">new tab</span>'],
    ['<span class="show-for-sr">new tab</span>'],
    ['<span class="hidden-accessible">new tab</span>'],
    ['<span class="assistive-text">new tab</span>'],
    ['<span style="position:absolute;left:-9999px">new tab</span>'],
    ['<span style="mso-hide:all">new tab</span>'],
    ['<i aria-hidden="true">→</i>'],
    ['<span hidden="until-found">more</span>'],
    ['<span class="css-8x">(opens in new tab)</span>'],
    [' (öffnet in neuem Fenster)'],
    [' (nouvelle fenêtre)'],
    [', opens in a new window'],
    [' (se abre en una nueva pestaña)'],
    [' (si apre in una nuova scheda)'],
    [' (otwiera się w nowej karcie)'],
    [' (abre em nova janela)'],
    [' (opent in een nieuw venster)'],
  ])('is no part of a link: %s', (hidden) => {
    expect(htmlBody(`<p>See <a href="/m">the map${hidden}</a> now.</p>`, BASE)).toMatchObject({
      text: 'See the map now.',
      links: [{ text: 'the map' }],
    });
  });

  it('but a link may speak of windows', () => {
    expect(text('<p>The <a href="/shop">shop with a new window</a> opens.</p>')).toBe(
      'The shop with a new window opens.',
    );
  });
});

describe('lists', () => {
  it('keep lists within them', () => {
    const [list] = tree('<ul><li>Pier<ol start="3"><li>Deck</li></ol></li><li>Quay</li></ul>');

    expect(list).toMatchObject({
      ordered: false,
      children: [
        { children: [{ type: 'paragraph' }, { type: 'list', ordered: true, start: 3 }] },
        { children: [{ type: 'paragraph' }] },
      ],
    });
  });

  it('begin at the number their first item says', () => {
    expect(tree('<ol><li value="4">Quay</li><li>Pier</li></ol>')).toMatchObject([{ start: 4 }]);
  });
});

describe('code', () => {
  it('keeps the lines that are broken by an element', () => {
    expect(text('<pre>tide = 3<br>if tide &gt; 2:<br/>  shut()</pre>')).toBe('tide = 3\nif tide > 2:\n  shut()');
    expect(text('<table><tr><td><pre>tide = 3<br>shut()</pre></td><td>Pier</td></tr></table>')).toBe(
      'tide = 3 shut() | Pier',
    );
  });
});

describe('tables', () => {
  it('keep the name written above them', () => {
    expect(text('<table><caption>Tides</caption><tr><th>High</th><th>Low</th></tr></table>')).toBe(
      'Tides\n\nHigh | Low',
    );
  });

  it('say a cell of several rows in each of them', () => {
    const rows = '<tr><td rowspan="2">Saltmere</td><td>North</td><td>3</td></tr><tr><td>South</td><td>1</td></tr>';

    expect(text(`<table>${rows}</table>`)).toBe('Saltmere | North | 3\nSaltmere | South | 1');
  });

  it('keep cells below their heads where one is wide', () => {
    const [table] = tree(
      '<table><tr><th colspan="2">Team</th><th>Points</th></tr><tr><td>1</td><td>Saltmere</td><td>9</td></tr><tr><td colspan="3">After nine games</td></tr></table>',
    );

    expect(table).toMatchObject({
      children: [
        {
          children: [{ children: [{ value: 'Team' }] }, { children: [] }, { children: [{ value: 'Points' }] }],
        },
        { children: [{}, {}, {}] },
        { children: [{ children: [{ value: 'After nine games' }] }] },
      ],
    });
  });

  it('show a picture in a cell by what it is of', () => {
    const row = '<tr><td><img src="/crest.png" alt="Saltmere" width="20" height="20"></td><td>2</td></tr>';

    expect(text(`<table>${row}</table>`)).toBe('Saltmere | 2');
  });

  it('do not say twice what a picture is of that is shown', () => {
    const row = '<tr><td><img src="/pier.jpg" alt="The pier at dawn"></td><td>sent in by Ada</td></tr>';

    expect(text(`<table>${row}</table>`)).toBe('sent in by Ada');
  });
});
