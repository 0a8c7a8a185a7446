import { bbc } from '../../../src/sources/bbc/index.ts';
import { documentOf, snapshotOf } from '../reading.ts';

export const block = (type: string, model: object) => ({ type, model });
export const fragment = (text: string, ...attributes: string[]) => block('fragment', { text, attributes });
export const paragraph = (...blocks: object[]) => block('paragraph', { blocks });
/** A headline, a caption, an alternative text: paragraphs in a box. */
export const boxed = (type: string, ...lines: string[]) =>
  block(type, { blocks: [block('text', { blocks: lines.map((line) => paragraph(fragment(line))) })] });

export const asset = (n: number): string => `asset:0000000${n}-aaaa-bbbb-cccc-000000000000`;

export function post(n: number, rest: object = {}) {
  return {
    typeCode: null,
    type: 'POST',
    urn: asset(n),
    header: { model: { blocks: [boxed('headline', `Post ${n}`)] } },
    content: { model: { blocks: [paragraph(fragment(`Text ${n}`))] } },
    options: { isBreakingNews: false },
    dates: {
      firstPublished: `2026-03-01T1${n}:00:00Z`,
      lastPublished: `2026-03-01T1${n}:00:00Z`,
      time: null,
      curated: `2026-03-01T1${n}:00:00Z`,
    },
    ...rest,
  };
}

export function page(results: unknown, rest: object = {}) {
  return {
    data: {
      title: 'Storm reaches Saltmere',
      isLive: true,
      home: 'news',
      metadata: { atiAnalytics: { contentId: 'urn:bbc:tipo:topic:c0saltmere1t' } },
      liveTextStream: { content: { data: { results, page: { index: 1, total: 3 } } } },
      ...rest,
    },
  };
}

export const read = (content: unknown, url?: string) => snapshotOf(bbc, documentOf(content, url));

/** The body of a post that holds these blocks. */
export function bodyOf(...blocks: unknown[]) {
  const body = read(page([post(1, { content: { model: { blocks } } })])).entries[0]?.body;
  if (body === undefined) throw new Error('the post was not read');
  return body;
}
