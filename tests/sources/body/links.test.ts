import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../../src/sources/body/html-body.ts';
import { cleanUrl } from '../../../src/sources/body/urls.ts';

const BASE = 'https://saltmere.example/live/storm';
const clean = (href: string) => cleanUrl(href, BASE);

describe('a link without what follows its readers', () => {
  it.each([
    'utm_source=x&utm_medium=y',
    'fbclid=1',
    'gclid=1&gbraid=2&wbraid=3&gad_source=1',
    'dclid=1',
    'mc_cid=1&mc_eid=2',
    'igshid=1',
    'igsh=1',
    'xtor=RSS-1',
    'at_medium=x&at_campaign=y',
    'CMP=Share_iOSApp_Other',
    'ns_mchannel=x',
    'ICID=x',
    'smid=tw-share&smtyp=cur',
    '__twitter_impression=true',
    'guccounter=1&guce_referrer=x',
    'spm=1.2.3',
    'li_fat_id=1',
    'mtm_campaign=1&pk_campaign=2&piwik_campaign=3&matomo_source=4',
    'fb_action_ids=1&fb_source=x',
    'ito=1490',
    'wt_mc=a&wtmc=b&wt_zmc=c',
    's_kwcid=1&ef_id=2',
    'mbid=1&ncid=2&ocid=3',
    '_openstat=1',
    '_hsenc=x&_hsmi=y&mkt_tok=z',
    'wprov=sfti1',
  ])('?%s', (query) => {
    expect(clean(`https://other.example/story?${query}`)).toBe('https://other.example/story');
  });

  it.each([
    ['https://twitter.com/saltmere/status/7?ref_src=twsrc%5Etfw', 'https://twitter.com/saltmere/status/7'],
    ['https://x.com/saltmere/status/7?s=20&t=abc', 'https://x.com/saltmere/status/7'],
    ['https://youtu.be/abcdefghijk?si=Xyz&t=30', 'https://youtu.be/abcdefghijk?t=30'],
    ['https://www.youtube.com/watch?v=abcdefghijk&feature=share', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['https://open.spotify.com/episode/4x?si=1', 'https://open.spotify.com/episode/4x'],
    ['/story#xtor=RSS-3', 'https://saltmere.example/story'],
    ['/story#Echobox=1931', 'https://saltmere.example/story'],
    ['/story#:~:text=the%20pier', 'https://saltmere.example/story'],
    ['/story#part:~:text=the%20pier', 'https://saltmere.example/story#part'],
    ['/find?q=a%20b&utm_source=x&n=c+d', 'https://saltmere.example/find?q=a%20b&n=c+d'],
    ['/shop?s=20&t=abc&si=1&feature=x', 'https://saltmere.example/shop?s=20&t=abc&si=1&feature=x'],
    ['www.other.example/x', 'https://www.other.example/x'],
    ['https:/other.example/x', 'https://other.example/x'],
    ['http://https://other.example/x', 'https://other.example/x'],
  ])('%s', (href, expected) => {
    expect(clean(href)).toBe(expected);
  });
});

describe('a link that leads by way of another site', () => {
  it.each([
    'https://www.google.com/url?q=https://other.example/a%3Fid%3D1&sa=D&ust=1',
    'https://www.google.de/url?sa=t&url=https%3A%2F%2Fother.example%2Fa%3Fid%3D1',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fother.example%2Fa%3Fid%3D1%26fbclid%3D2&h=AT',
    'https://l.instagram.com/?u=https%3A%2F%2Fother.example%2Fa%3Fid%3D1&e=1',
    'https://t.umblr.com/redirect?z=https%3A%2F%2Fother.example%2Fa%3Fid%3D1&t=x',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fother.example%2Fa%3Fid%3D1&data=1',
    'https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fother.example%2Fa%3Fid%3D1',
    'https://slack-redir.net/link?url=https%3A%2F%2Fother.example%2Fa%3Fid%3D1',
    'https://out.reddit.com/t3_x?url=https%3A%2F%2Fother.example%2Fa%3Fid%3D1',
    'https://vk.com/away.php?to=https%3A%2F%2Fother.example%2Fa%3Fid%3D1',
    'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fother.example%2Fa%3Fid%3D1',
    'https://go.skimresources.com/?id=1&url=https%3A%2F%2Fother.example%2Fa%3Fid%3D1',
    'https://urldefense.com/v3/__https://other.example/a?id=1__;!!x',
    'https://href.li/?https://other.example/a?id=1',
    'https://www.google.com/amp/s/other.example/a?id=1',
    'https://other-example.cdn.ampproject.org/c/s/other.example/a?id=1',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fother.example%252Fa%253Fid%253D1',
  ])('leads there at once: %s', (href) => {
    expect(clean(href)).toBe('https://other.example/a?id=1');
  });

  it('also where its address needs no care otherwise', () => {
    expect(clean('https://www.google.com/amp/s/other.example/a')).toBe('https://other.example/a');
    expect(clean('https://other-example.cdn.ampproject.org/v/s/other.example/a')).toBe('https://other.example/a');
  });

  it('is text where it leads to a script', () => {
    expect(clean('https://www.google.com/url?q=javascript:alert(1)')).toBe(
      'https://www.google.com/url?q=javascript:alert(1)',
    );
  });

  it('is kept where it only looks like one', () => {
    expect(clean('https://www.google.com/maps?q=Saltmere')).toBe('https://www.google.com/maps?q=Saltmere');
  });
});

describe('links in a text', () => {
  it.each([
    ['empty ones are gone', '<p>Tide <a href="/x"></a><a href="/y"> </a>turns</p>', 'Tide turns', []],
    [
      'one around a block marks its text',
      '<a href="/x"><h3>Pier shut</h3></a>',
      'Pier shut',
      [{ text: 'Pier shut', url: 'https://saltmere.example/x' }],
    ],
    [
      'an address is its own text',
      '<a href="https://other.example/s?utm_source=x">https://other.example/s</a>',
      'https://other.example/s',
      [{ text: 'https://other.example/s', url: 'https://other.example/s' }],
    ],
    ['one around a picture says nothing', '<a href="/x"><img src="/a.jpg"></a>', '', []],
    ['to a telephone is text', '<p>Call <a href="tel:+44">01632</a></p>', 'Call 01632', []],
  ])('%s', (_name, html, text, links) => {
    expect(htmlBody(html, BASE)).toMatchObject({ text, links });
  });
});
