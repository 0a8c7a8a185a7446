import { webAddress } from '../../core/web-address.ts';
import { attribute, textOf } from './node.ts';
import type { Node } from './wire.ts';

/** The base that relative addresses in an element have: its own, as `canonical-tree.ts` made it absolute, or the feed's. */
export function baseOf(node: Node | undefined, feedBase: string): string {
  return attribute(node, 'xml:base') ?? feedBase;
}

/** Where a link element leads: its `href`, or its text as RSS and some Atom feeds have it. */
export function linkTarget(node: Node, feedBase: string): string | undefined {
  return webAddress(attribute(node, 'href') ?? textOf(node), baseOf(node, feedBase));
}

/** The target of the first link of a relation; links without one are alternates (RFC 4287 4.2.7.2). */
export function linkOf(links: readonly Node[] | undefined, relation: string, feedBase: string): string | undefined {
  if (links === undefined) return undefined;
  const related = links.filter((link) => relationOf(link) === relation);
  const html = related.filter((link) => /html/.test(attribute(link, 'type') ?? 'html'));
  for (const link of [...html, ...related]) {
    const target = linkTarget(link, feedBase);
    if (target !== undefined) return target;
  }
  return undefined;
}

export function relationOf(link: Node): string {
  const relation = attribute(link, 'rel') ?? '';
  return relation === '' ? 'alternate' : relation.replace('http://www.iana.org/assignments/relation/', '');
}
