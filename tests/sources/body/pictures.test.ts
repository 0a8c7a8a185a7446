import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../../src/sources/body/html-body.ts';

const BASE = 'https://saltmere.example/live/storm';
const media = (html: string) => htmlBody(html, BASE).media;
const files = (html: string) => media(html).map(({ url }) => url.replace('https://saltmere.example', ''));
const captioned = (caption: string) => media(`<figure><img src="/a.jpg"><figcaption>${caption}</figcaption></figure>`);
const PICTURE = { type: 'image', url: 'https://saltmere.example/a.jpg' };

describe('who made a picture is told from its caption', () => {
  it.each([
    ['The quay. Photograph: Ana Voss/Saltmere Pictures', 'The quay.', 'Ana Voss/Saltmere Pictures'],
    ['The quay. Photographer: Ana Voss', 'The quay.', 'Ana Voss'],
    ['The quay. Photo by Ana Voss/Getty Images', 'The quay.', 'Ana Voss/Getty Images'],
    ['The quay. Picture by Ana Voss', 'The quay.', 'Ana Voss'],
    ['The quay. Photo credit: Ana Voss', 'The quay.', 'Ana Voss'],
    ['The quay. Credit: Ana Voss via AP', 'The quay.', 'Ana Voss via AP'],
    ['The quay. Source: Harbour Office', 'The quay.', 'Harbour Office'],
    ['The quay. Courtesy of Ana Voss', 'The quay.', 'Ana Voss'],
    ['The quay. Composite: Saltmere Design Team', 'The quay.', 'Saltmere Design Team'],
    ['The quay at noon (Getty Images)', 'The quay at noon', 'Getty Images'],
    ['The quay at noon. (Ana Voss/PA)', 'The quay at noon.', 'Ana Voss/PA'],
    ['The quay at noon (AP Photo/Ana Voss)', 'The quay at noon', 'AP Photo/Ana Voss'],
    ['The quay at noon. AP Photo/Ana Voss', 'The quay at noon.', 'AP Photo/Ana Voss'],
    ['The quay at noon [Ana Voss/Reuters]', 'The quay at noon', 'Ana Voss/Reuters'],
    ['The quay at noon (Ana Voss via Reuters)', 'The quay at noon', 'Ana Voss via Reuters'],
    ['The quay at noon. Reuters', 'The quay at noon.', 'Reuters'],
    ['The quay. Ana Voss / AFP', 'The quay.', 'Ana Voss / AFP'],
    ['Die Mole. Foto: Ana Voss/dpa', 'Die Mole.', 'Ana Voss/dpa'],
    ['Die Mole. Foto: privat', 'Die Mole.', 'privat'],
    ['Die Mole. | Bild: SR/Ana Voss', 'Die Mole.', 'SR/Ana Voss'],
    ['Die Mole. Bildquelle: Keystone', 'Die Mole.', 'Keystone'],
    ['Die Mole. Quelle: dpa', 'Die Mole.', 'dpa'],
    ['Die Mole © dpa', 'Die Mole', 'dpa'],
    ['Die Mole (© Ana Voss)', 'Die Mole', 'Ana Voss'],
    ['Die Mole – picture alliance/dpa', 'Die Mole', 'picture alliance/dpa'],
    ['Le quai. Crédit photo : Ana Voss / AFP', 'Le quai.', 'Ana Voss / AFP'],
    ['Le quai. Photo d’archives : Ana Voss', 'Le quai.', 'Ana Voss'],
    ['Le quai. © Ana Voss, AFP', 'Le quai.', 'Ana Voss, AFP'],
    ['El muelle. Foto: EFE/Ana Voss', 'El muelle.', 'EFE/Ana Voss'],
    ['El muelle. (EFE)', 'El muelle.', 'EFE'],
    ['El muelle. Fuente: Puerto de Saltmere', 'El muelle.', 'Puerto de Saltmere'],
    ['Il molo (foto di Ana Voss)', 'Il molo', 'Ana Voss'],
    ['Il molo (Ansa)', 'Il molo', 'Ansa'],
    ['Molo. Fot. Ana Voss / Agencja Saltmere', 'Molo.', 'Ana Voss / Agencja Saltmere'],
    ['Molo. Fot.: Ana Voss', 'Molo.', 'Ana Voss'],
    ['Molo (fot. PAP/Ana Voss)', 'Molo', 'PAP/Ana Voss'],
    ['Molo. Źródło: PAP', 'Molo.', 'PAP'],
    ['O cais | Crédito: Ana Voss', 'O cais', 'Ana Voss'],
    ['O cais. Foto: Ana Voss/Lusa', 'O cais.', 'Ana Voss/Lusa'],
    ['De kade. Beeld ANP / Ana Voss', 'De kade.', 'ANP / Ana Voss'],
    ['De kade. Bron: ANP', 'De kade.', 'ANP'],
    ['De kade ©ANP', 'De kade', 'ANP'],
    ['The quay. <small>Ana Voss/dpa</small>', 'The quay.', 'Ana Voss/dpa'],
    ['The quay <em>Ana Voss/dpa</em>', 'The quay', 'Ana Voss/dpa'],
    ['<a href="/full">The quay</a> <cite>Ana Voss</cite>', 'The quay', 'Ana Voss'],
    ['<span class="caption">The quay</span><span class="author">Ana Voss</span>', 'The quay', 'Ana Voss'],
    ['<p>The quay.</p><p class="copyright">© dpa</p>', 'The quay.', 'dpa'],
    ['The quay <span class="credit">(Photo: Ana Voss)</span>', 'The quay', 'Photo: Ana Voss'],
    ['The quay <span class="credit">Image source, Ana Voss</span>', 'The quay', 'Ana Voss'],
    ['<span class="visually-hidden">Image caption, </span>The quay. Photo: Ana Voss', 'The quay.', 'Ana Voss'],
    ['<button>Open image in gallery</button>The quay (Ana Voss/AP)', 'The quay', 'Ana Voss/AP'],
    ['Open image in gallery The quay (Ana Voss/AP)', 'The quay', 'Ana Voss/AP'],
    ['<div>The quay</div><div>at noon. Photo: Ana Voss</div>', 'The quay at noon.', 'Ana Voss'],
  ])('%s', (written, caption, credit) => {
    expect(captioned(written)).toEqual([{ ...PICTURE, caption, credit }]);
  });

  it.each([
    ['Photograph: Ana Voss/Rex', 'Ana Voss/Rex'],
    ['Getty Images', 'Getty Images'],
    ['Ana Voss/AFP', 'Ana Voss/AFP'],
    ['© Ana Voss', 'Ana Voss'],
  ])('%s is nothing but that', (written, credit) => {
    expect(captioned(written)).toEqual([{ ...PICTURE, credit }]);
  });

  it.each([
    'The quay (left) and the pier (right)',
    'The photo: a symbol of the storm that hit Saltmere. It was taken in 1931.',
    'Ferries call at Saltmere/Ferrow twice a day.',
    'The source: a leaking pipe under the council house',
    'Storm Ana. Saltmere',
    'The mayor (2029)',
    'The picture by the door is safe',
    'Fans watch Saltmere against Ferrow (2-1)',
  ])('not from %j', (written) => {
    expect(captioned(written)).toEqual([{ ...PICTURE, caption: written }]);
  });
});

describe('the address of a picture', () => {
  it.each([
    ['data-lazy', '<img src="/spinner.gif" data-lazy="/a.jpg">'],
    ['data-hi-res-src', '<img data-hi-res-src="/a.jpg">'],
    ['data-echo', '<img src="/img/loader.svg" data-echo="/a.jpg">'],
    ['data-defer-src', '<img data-defer-src="/a.jpg">'],
    ['data-lazyload', '<img data-lazyload="/a.jpg" src="/t.gif">'],
    ['data-image', '<img data-image="/a.jpg">'],
    ['data-orig-file', '<img src="/a-150x150.jpg" data-orig-file="/a.jpg">'],
    ['a set of sources', '<picture><source data-srcset="/a.jpg 800w"><img src="data:,"></picture>'],
    [
      'its copy without scripts',
      '<img src="data:image/gif;base64,x" class="lazy"><noscript><img src="/a.jpg"></noscript>',
    ],
    ['its copy in front', '<noscript><img src="/a.jpg"></noscript><img class="lazy" src="data:,">'],
  ])('is found in %s', (_name, html) => {
    expect(files(html)).toEqual(['/a.jpg']);
  });

  it('of one that stands apart from another is its own', () => {
    expect(files('<p><img src="/a.jpg"></p><p>Text<noscript><img src="/b.jpg"></noscript></p>')).toEqual([
      '/a.jpg',
      '/b.jpg',
    ]);
  });

  it.each(['blob:https://x.example/1', 'cid:part1', 'file:///c:/x.jpg', 'javascript:x', 'data:image/png;base64,AA'])(
    'is never %s',
    (src) => {
      expect(media(`<img src="${src}">`)).toEqual([]);
    },
  );
});

describe('a picture that counts readers', () => {
  it.each([
    'https://px.ads.linkedin.com/collect/?pid=1',
    'https://bat.bing.com/action/0?ti=1',
    'https://analytics.twitter.com/i/adsct?x=1',
    'https://t.co/i/adsct?x=1',
    'https://www.google.com/ads/ga-audiences?x=1',
    'https://a.example/track/open.php?u=1',
    'https://news.list-manage.com/track/open.php?u=1',
    'https://statistik.example/counter.gif',
    'https://cdn.example/trans.gif',
    'https://cdn.example/pix.gif',
    'https://cdn.example/1x1.png',
    'https://logc279.xiti.com/hit.xiti?s=1',
    'https://tags.bluekai.com/site/1',
    'https://d.adroll.com/x',
    'https://metrics.example.com/b/ss/suite/1/H?x=1',
    'https://alb.reddit.com/snoo.gif?q=1',
    'https://tr.snapchat.com/p',
    'https://ct.pinterest.com/v3/?tid=1',
    'https://trc.taboola.com/x/log/3/unip',
    'https://insight.adsrvr.org/track/evnt?a=1',
    'https://ib.adnxs.com/seg?add=1',
    'https://nl.sitestat.com/x/s?y=1',
    'https://saltmere.example/collect?v=1',
    'https://gdepl.hit.gemius.pl/_1/redot.gif',
    'https://mc.yandex.ru/watch/1',
    'https://x.example/matomo.php?idsite=1',
    'https://example.sc.omtrdc.net/b/ss/x/1',
    'https://vg01.met.vgwort.de/na/0a1b',
  ])('is none: %s', (src) => {
    expect(media(`<img src="${src}" alt="">`)).toEqual([]);
  });

  it.each([
    'width="1px" height="1px"',
    'width="100%" height="1"',
    'style="width:0;height:0"',
    'style="height: 1px; width: 1px"',
    'style="width:1px!important"',
    'style="position:absolute;visibility:hidden"',
  ])('is none by its size: %s', (size) => {
    expect(media(`<img src="/a.jpg" ${size}>`)).toEqual([]);
  });

  it.each([
    '/trackside.jpg',
    '/pixel-art.png',
    '/statistics-chart.png',
    '/counter-protest.jpg',
    '/images/transparent-dome.png',
    '/media/tracking/hurricane.jpg',
    '/ad/pier.jpg',
    '/hit/parade.jpg?w=3',
  ])('is not meant by a word in an address: %s', (src) => {
    expect(files(`<img src="${src}">`)).toEqual([src]);
  });

  it.each(['width="640" style="width: 100%; height: 1.5em"', 'width="auto"', 'style="max-width: 1px0"'])(
    'is not meant by another size: %s',
    (size) => {
      expect(files(`<img src="/a.jpg" ${size}>`)).toEqual(['/a.jpg']);
    },
  );
});

describe('what is no picture of the news', () => {
  it.each([
    '<img src="/share.svg" width="16" height="16">',
    '<img class="author-photo" src="/ana.jpg" alt="Ana Voss">',
    '<img class="byline__img" src="/ana.jpg">',
    '<img src="https://secure.gravatar.com/avatar/abc?s=96">',
  ])('icons and faces of writers: %s', (html) => {
    expect(media(html)).toEqual([]);
  });

  it.each(['a.jpg', 'IMG_2031.JPG', 'null', 'undefined'])('an alternative text like %j', (alt) => {
    expect(media(`<img src="/a.jpg" alt="${alt}">`)).toEqual([PICTURE]);
  });
});

describe('a picture of a fast page', () => {
  it('may say how wide it is to how high, and is no pixel for that', () => {
    expect(files('<p>Waves.</p><amp-img src="/a.jpg" width="3" height="2" layout="responsive"></amp-img>')).toEqual([
      '/a.jpg',
    ]);
    expect(files('<p>Waves.</p><amp-img src="/a.jpg" width="1" height="1" layout="fixed"></amp-img>')).toEqual([]);
  });
});
