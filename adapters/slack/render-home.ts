import type { types } from '@slack/bolt';
import type { Block } from '../../src/ports/commands.ts';
import { runButton } from './buttons.ts';
import { SLACK } from './limits.ts';
import { renderBlock } from './render-reply.ts';
import { addresses } from './rich-text.ts';

/** Blocks of a page; the rest of the hundred is for turning pages. */
const PAGE = SLACK.blocksInView - 4;
/** A home has no such limit as a message, but nobody reads more than this at a piece. */
const ROOM = SLACK.textObject;

/** The home tab of a person: `page` (from 1) of what the program says about their live blogs. */
export function renderHome(blocks: readonly Block[], page: number): types.HomeView {
  const pages = pagesOf(blocks);
  const shown = Math.min(Math.max(1, page), pages.length);
  const part = pages[shown - 1] ?? [];
  return { type: 'home', blocks: pages.length === 1 ? part : [...part, ...turning(shown, pages.length)] };
}

/** Pages of whole pieces: buttons stay with what stands above them. */
function pagesOf(blocks: readonly Block[]): types.KnownBlock[][] {
  const give = addresses(SLACK.textObject * 4);
  const pages: types.KnownBlock[][] = [[]];
  let piece: types.KnownBlock[] = [];
  const flush = () => {
    if ((pages.at(-1)?.length ?? 0) + piece.length > PAGE) pages.push([]);
    pages.at(-1)?.push(...piece.slice(0, PAGE));
    piece = [];
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'buttons') flush();
    piece.push(...renderBlock(block, ROOM, give, index));
  }
  flush();
  return pages;
}

function turning(page: number, pages: number): types.KnownBlock[] {
  const turn = (label: string, to: number, at: number) => ({
    ...runButton({ label, run: `home ${to}` }, at),
    action_id: `run:page-${at}`,
  });
  return [
    { type: 'divider' },
    { type: 'context', elements: [{ type: 'plain_text', text: `Page ${page} of ${pages}`, emoji: false }] },
    {
      type: 'actions',
      elements: [
        ...(page > 1 ? [turn('Previous page', page - 1, 0)] : []),
        ...(page < pages ? [turn('Next page', page + 1, 1)] : []),
      ],
    },
  ];
}
