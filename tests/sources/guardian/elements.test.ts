import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../../src/sources/body/html-body.ts';
import { elementsHtml } from '../../../src/sources/guardian/elements.ts';

const of = (name: string, rest: object) => ({ _type: `model.dotcomrendering.pageElements.${name}`, ...rest });
const text = (html: string) => of('TextBlockElement', { html });
const bodyOf = (...elements: object[]) => htmlBody(elementsHtml(elements), 'https://www.theguardian.com/');
const shown = (...elements: object[]): string => bodyOf(...elements).text;

describe('what is written in an element', () => {
  it.each([
    ['a quotation', of('BlockquoteBlockElement', { html: '<p>The pier held.</p>', quoted: true }), 'The pier held.'],
    [
      'a pull quote with its speaker',
      of('PullquoteBlockElement', { html: '<p>Never seen waves like it.</p>', attribution: 'Ann Lowe' }),
      'Never seen waves like it.\n\n— Ann Lowe',
    ],
    ['a subheading', of('SubheadingBlockElement', { html: '<h2>At the harbour</h2>' }), 'At the harbour'],
    ['a numbered title', of('NumberedTitleBlockElement', { position: 1, html: '<h2>The ferry</h2>' }), 'The ferry'],
    ['a highlight', of('HighlightBlockElement', { html: '<p>Stay inside.</p>' }), 'Stay inside.'],
    ['code', of('CodeBlockElement', { html: 'if (tide < 3) { sail(); }' }), 'if (tide < 3) { sail(); }'],
    [
      'a question and its answer',
      of('QABlockElement', { title: 'Is the pier open?', html: '<p>Not today.</p>', img: 'https://i.example/1.jpg' }),
      'Is the pier open?\n\nNot today.',
    ],
    [
      'an explainer',
      of('ExplainerAtomBlockElement', { title: 'Why so high?', body: '<p>The moon.</p>' }),
      'Why so high?\n\nThe moon.',
    ],
    [
      'a profile',
      of('ProfileAtomBlockElement', { label: 'Profile', title: 'Tom Hale', html: '<p>Harbour master.</p>' }),
      'Tom Hale\n\nHarbour master.',
    ],
    [
      'a timeline atom',
      of('TimelineAtomBlockElement', {
        title: 'The night',
        description: '<p>How it went.</p>',
        events: [{ title: 'Ferry turns back', date: '1 March', unixDate: 1, body: '<p>With 40 aboard.</p>' }],
      }),
      'The night\n\nHow it went.\n\n1 March\n\nFerry turns back\n\nWith 40 aboard.',
    ],
    [
      'a timeline in sections',
      of('TimelineBlockElement', {
        sections: [
          {
            title: 'Morning',
            events: [{ date: '6am', title: 'Low tide', label: 'Quay', body: [text('<p>All calm.</p>')] }],
          },
        ],
      }),
      'Morning\n\n6am\n\nLow tide\n\nAll calm.',
    ],
    [
      'key takeaways',
      of('KeyTakeawaysBlockElement', { keyTakeaways: [{ title: 'Trains run', body: [text('<p>From noon.</p>')] }] }),
      'Trains run\n\nFrom noon.',
    ],
    [
      'questions explained',
      of('QAndAExplainerBlockElement', {
        qAndAExplainers: [{ title: 'And the council?', body: [text('<p>It meets at six.</p>')] }],
      }),
      'And the council?\n\nIt meets at six.',
    ],
    [
      'short profiles',
      of('MiniProfilesBlockElement', {
        miniProfiles: [
          { title: 'Tom Hale', bio: '<p>Master of the port.</p>', body: [text('<p>Said no.</p>')], endNote: 'Aged 61' },
        ],
      }),
      'Tom Hale\n\nMaster of the port.\n\nSaid no.\n\nAged 61',
    ],
    [
      'a list as it comes from the desk',
      of('ListBlockElement', {
        listElementType: 'KeyTakeaways',
        items: [{ title: 'One', elements: [text('<p>First.</p>')] }],
      }),
      'One\n\nFirst.',
    ],
    ['stars', of('StarRatingBlockElement', { rating: 3, size: 'large' }), '★★★☆☆'],
    ['a caption', of('CaptionBlockElement', { captionText: 'The sea wall', credit: 'Tom Hale' }), 'The sea wall'],
    [
      'a letter from a reader',
      of('WitnessBlockElement', {
        assets: [],
        witnessTypeData: {
          type: 'text',
          title: 'From my window',
          description: '<p>Roofs gone.</p>',
          authorName: 'Mo Reed',
        },
      }),
      'From my window\n\nRoofs gone.\n\n— Mo Reed',
    ],
    [
      'a product with its link',
      of('ProductBlockElement', {
        productName: 'Storm lamp',
        content: [
          text('<p>Bright.</p>'),
          of('LinkBlockElement', { url: 'https://shop.example/lamp', label: '£20 at Lamps' }),
        ],
      }),
      'Storm lamp\n\nBright.\n\n£20 at Lamps',
    ],
    [
      'of a kind nobody knows, with HTML',
      of('TideTableBlockElement', { title: 'Tides', html: '<p>High at nine.</p>' }),
      'Tides\n\nHigh at nine.',
    ],
    [
      'of a kind nobody knows, in parts',
      of('HarbourBlockElement', { parts: [{ title: 'Quay', body: [text('<p>Shut.</p>')] }] }),
      'Quay\n\nShut.',
    ],
    [
      'of a kind nobody knows, in plain words',
      of('NoteBlockElement', { text: 'Tea & <cake> later' }),
      'Tea & <cake> later',
    ],
  ])('%s is read', (_what, element, expected) => {
    expect(shown(text('<p>Before.</p>'), element, text('<p>After.</p>'))).toBe(`Before.\n\n${expected}\n\nAfter.`);
  });

  it('a comment names its author and leads to it', () => {
    const body = bodyOf(
      of('CommentBlockElement', {
        body: '<p>Stay safe, all.</p>',
        profileName: 'gull',
        permalink: 'https://discussion.theguardian.com/comment-permalink/1',
      }),
    );

    expect(body.text).toBe('Stay safe, all.\n\n— gull');
    expect(body.tree.children[0]?.type).toBe('blockquote');
    expect(body.links).toEqual([{ text: 'gull', url: 'https://discussion.theguardian.com/comment-permalink/1' }]);
  });

  it.each([
    of('AdPlaceholderBlockElement', {}),
    of('CalloutBlockElement', { title: 'Tell us', description: '<p>Write in.</p>', formFields: [{ label: 'Name' }] }),
    of('CalloutBlockElementV2', { title: 'Tell us', prompt: 'Share', description: '<p>Write in.</p>' }),
    of('ReporterCalloutBlockElement', { title: 'Do you know more?', intro: '<p>Write in.</p>' }),
    of('DisclaimerBlockElement', { html: '<p>We may earn a commission.</p>' }),
    of('DividerBlockElement', { size: 'full' }),
    of('NewsletterSignupBlockElement', { newsletter: { name: 'Harbour Mail', description: 'x' } }),
    of('QuizAtomBlockElement', {
      questions: [{ text: 'Which pier?' }],
      resultBuckets: [{ title: 'Expert', description: 'x' }],
    }),
    of('InteractiveContentsBlockElement', {
      subheadingLinks: [{ _type: 'x.SubheadingBlockElement', html: '<h2>Up</h2>' }],
    }),
    of('EmbedBlockElement', {
      html: '<iframe src="https://www.theguardian.com/email/form/plaintone/1" title="Sign up"></iframe>',
    }),
    of('MembershipBlockElement', {
      title: 'An evening with the crew',
      originalUrl: 'https://membership.theguardian.com/1',
    }),
    of('AudioBlockElement', { elementId: '1' }),
    of('ContentAtomBlockElement', { atomId: '1' }),
  ])('$_type is furniture', (element) => {
    const body = bodyOf(text('<p>Before.</p>'), element, text('<p>After.</p>'));

    expect(body.text).toBe('Before.\n\nAfter.');
    expect(body.media).toEqual([]);
  });

  it('odd values and nesting without end break nothing', () => {
    let deep: object = text('<p>deep</p>');
    for (let depth = 0; depth < 3_000; depth += 1)
      deep = of('ListBlockElement', { items: [{ title: 'x', elements: [deep] }] });
    const odd = [
      null,
      4,
      [],
      of('ListBlockElement', { items: 3 }),
      of('MultiImageBlockElement', { images: [null, {}] }),
      of('WitnessBlockElement', { witnessTypeData: null, assets: 'x' }),
      of('StarRatingBlockElement', { rating: 'four' }),
      of('TimelineBlockElement', { sections: [{ events: [null, 'x'] }] }),
      of('CartoonBlockElement', { variants: {} }),
    ];

    expect(htmlBody(elementsHtml([...odd, text('<p>After.</p>'), deep]), '').text).toContain('After.');
  });
});
