import { array, record } from './block-limits.ts';

/** What a reader sees of a message, and whom it pings. */
export type Shown = { readonly text: string; readonly pinged: readonly string[] };

/** Blocks as a person reads them; `text` counts only where there are none, but it can ping all the same. */
export function readMessage(text: string, blocks: readonly unknown[]): Shown {
  const fromText = readMrkdwn(text);
  const parts = blocks.map((block) => readBlock(record(block)));
  const pinged = [...new Set([fromText, ...parts].flatMap((part) => part.pinged))];
  return { text: blocks.length === 0 ? fromText.text : parts.map((part) => part.text).join('\n'), pinged };
}

type Fields = Readonly<Record<string, unknown>>;

function readBlock(block: Fields): Shown {
  switch (block.type) {
    case 'header':
      return plain(record(block.text).text);
    case 'section':
      return join(
        [...[block.text, ...array(block.fields)].map((part) => readStyled(record(part))), readBeside(block)],
        '',
      );
    case 'context':
      return join(array(block.elements).map(readText), ' · ');
    case 'image':
      return plain(`[image: ${String(block.alt_text)}] ${String(record(block.title).text ?? '')}`);
    case 'actions':
      return plain(
        array(block.elements)
          .map((element) => `[${String(record(element.text).text ?? '…')}]`)
          .join(' '),
      );
    case 'rich_text':
      return join(array(block.elements).map(readRichText), '\n');
    default:
      return plain('');
  }
}

function readRichText(part: Fields): Shown {
  if (part.type === 'rich_text_list') return join(array(part.elements).map(readRichText), '\n');
  return join(array(part.elements).map(readLeaf), '');
}

function readLeaf(leaf: Fields): Shown {
  if (leaf.type === 'user' || leaf.type === 'usergroup' || leaf.type === 'broadcast')
    return { text: '@', pinged: [String(leaf.user_id ?? leaf.usergroup_id ?? leaf.range)] };
  if (leaf.type === 'channel') return plain(`#${String(leaf.channel_id)}`);
  return plain(leaf.text ?? leaf.fallback ?? leaf.url ?? '');
}

/** The words of mrkdwn without the marks of its styles. */
function readStyled(part: Fields): Shown {
  const { text, pinged } = readText(part);
  return {
    text: part.type === 'mrkdwn' ? text.replace(/[*~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '') : text,
    pinged,
  };
}

/** A button beside the words; a menu shows three dots, which say nothing. */
function readBeside({ accessory }: Fields): Shown {
  const { type, text } = record(accessory);
  return plain(type === 'button' ? ` [${String(record(text).text)}]` : '');
}

function readText(part: Fields): Shown {
  return part.type === 'mrkdwn' ? readMrkdwn(String(part.text ?? '')) : plain(part.text ?? '');
}

const SPECIAL = /<([^<>|]*)(?:\|([^<>]*))?>/gu;

/** mrkdwn as shown: links by their label, dates by their fallback, mentions as pings. */
export function readMrkdwn(mrkdwn: string): Shown {
  const pinged: string[] = [];
  const text = mrkdwn.replace(SPECIAL, (_all, target: string, label: string | undefined) => {
    if (/^(!here|!channel|!everyone|!subteam|@)/u.test(target)) pinged.push(target);
    return label ?? target;
  });
  return { text: text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&'), pinged };
}

function plain(text: unknown): Shown {
  return { text: String(text), pinged: [] };
}

function join(parts: readonly Shown[], separator: string): Shown {
  return { text: parts.map((part) => part.text).join(separator), pinged: parts.flatMap((part) => part.pinged) };
}
