/**
 * Checks a message or view against the limits Slack documents (docs.slack.dev/reference/block-kit), written from those
 * pages and not from the adapter. Gives a sentence for each thing that is wrong.
 */
export function blockProblems(blocks: readonly unknown[], most = 50): string[] {
  const problems: string[] = [];
  const say = (problem: string) => problems.push(problem);
  if (blocks.length > most) say(`${blocks.length} blocks, at most ${most}`);
  for (const [index, block] of blocks.entries())
    checkBlock(record(block), (problem) => say(`block ${index}: ${problem}`));
  const words = allWords(blocks);
  if (words > 13_200) say(`${words} characters in all blocks, about 13,200 pass`);
  const ids = blocks.flatMap((block) => actionIds(record(block)));
  if (new Set(ids).size !== ids.length) say('two elements of the message have the same action_id');
  return problems;
}

type Say = (problem: string) => void;
type Fields = Readonly<Record<string, unknown>>;

function checkBlock(block: Fields, say: Say): void {
  long(block.block_id, 255, 'block_id', say);
  switch (block.type) {
    case 'header':
      text(block.text, 150, ['plain_text'], 'header', say);
      return;
    case 'section':
      if (block.text !== undefined) text(block.text, 3_000, ['plain_text', 'mrkdwn'], 'section text', say);
      if (block.accessory !== undefined) checkElement(record(block.accessory), say);
      list(block.fields ?? [], 10, (field) => text(field, 2_000, ['plain_text', 'mrkdwn'], 'field', say), say);
      return;
    case 'context':
      list(block.elements, 10, (element) => checkContext(element, say), say);
      return;
    case 'actions':
      list(block.elements, 25, (element) => checkElement(element, say), say);
      return;
    case 'image':
      long(block.image_url, 3_000, 'image_url', say);
      if (typeof block.alt_text !== 'string' || block.alt_text === '') say('an image without alt_text');
      long(block.alt_text, 2_000, 'alt_text', say);
      if (block.title !== undefined) text(block.title, 2_000, ['plain_text'], 'image title', say);
      return;
    case 'rich_text':
      checkRichText(block, say);
      return;
    case 'input':
      text(block.label, 2_000, ['plain_text'], 'label', say);
      checkElement(record(block.element), say);
      return;
    case 'divider':
      return;
    default:
      say(`unknown type ${String(block.type)}`);
  }
}

function checkContext(element: Fields, say: Say): void {
  if (element.type !== 'image') text(element, 3_000, ['plain_text', 'mrkdwn'], 'context element', say);
}

function checkElement(element: Fields, say: Say): void {
  long(element.action_id, 255, 'action_id', say);
  if (element.type === 'button') {
    text(element.text, 75, ['plain_text'], 'button', say);
    long(element.value, 2_000, 'button value', say);
    long(element.url, 3_000, 'button url', say);
    if (element.confirm !== undefined) checkConfirm(record(element.confirm), say);
  } else if (element.type === 'overflow' || element.type === 'static_select') {
    const most = element.type === 'overflow' ? 5 : 100;
    list(
      element.options,
      most,
      (option) => {
        text(option.text, 75, ['plain_text', 'mrkdwn'], 'option', say);
        long(option.value, 150, 'option value', say);
        long(option.url, 3_000, 'option url', say);
        if (option.url !== undefined && element.type !== 'overflow')
          say('an address in a menu that is no overflow menu');
      },
      say,
    );
    if (array(element.options).length === 0) say('a menu without options');
  } else if (element.type === 'plain_text_input') {
    if (element.placeholder !== undefined) text(element.placeholder, 150, ['plain_text'], 'placeholder', say);
    long(element.initial_value, 3_000, 'initial_value', say);
  } else say(`unknown element ${String(element.type)}`);
}

function checkConfirm(confirm: Fields, say: Say): void {
  text(confirm.title, 100, ['plain_text'], 'confirm title', say);
  text(confirm.text, 300, ['plain_text', 'mrkdwn'], 'confirm text', say);
  text(confirm.confirm, 30, ['plain_text'], 'confirm button', say);
  text(confirm.deny, 30, ['plain_text'], 'deny button', say);
}

function checkRichText(block: Fields, say: Say): void {
  const parts = array(block.elements);
  if (parts.length === 0) say('rich text without elements');
  for (const part of parts) {
    const kind = String(part.type);
    if (!/^rich_text_(section|list|quote|preformatted)$/u.test(kind)) say(`unknown rich text ${kind}`);
    const inner = array(part.elements);
    if (inner.length === 0) say(`empty ${kind}`);
    const leaves = kind === 'rich_text_list' ? inner.flatMap((item) => array(item.elements)) : inner;
    for (const leaf of leaves) checkLeaf(leaf, say);
  }
}

function checkLeaf(leaf: Fields, say: Say): void {
  if (leaf.type === 'text') {
    if (typeof leaf.text !== 'string' || leaf.text === '') say('an empty rich text element');
    long(leaf.text, 3_000, 'rich text', say);
    if (/\p{Surrogate}/u.test(String(leaf.text))) say('half a character');
  } else if (leaf.type === 'link') {
    if (!/^https?:\/\//u.test(String(leaf.url))) say(`a link to ${String(leaf.url).slice(0, 20)}`);
    long(leaf.url, 3_000, 'link', say);
  } else if (leaf.type === 'date') {
    if (!Number.isInteger(leaf.timestamp) || typeof leaf.format !== 'string') say('a date without time or format');
  } else if (leaf.type === 'channel') {
    if (!/^[CG][A-Z0-9]+$/u.test(String(leaf.channel_id))) say('a channel that is none');
  } else say(`rich text element ${String(leaf.type)}`);
}

function text(value: unknown, most: number, types: readonly string[], what: string, say: Say): void {
  const { type, text: words } = record(value);
  if (!types.includes(String(type))) say(`${what} of type ${String(type)}`);
  if (typeof words !== 'string' || words === '') say(`${what} without text`);
  long(words, most, what, say);
}

function long(value: unknown, most: number, what: string, say: Say): void {
  if (typeof value === 'string' && value.length > most) say(`${what} of ${value.length} characters, at most ${most}`);
}

function list(value: unknown, most: number, each: (item: Fields) => void, say: Say): void {
  const items = array(value);
  if (items.length > most) say(`${items.length} elements, at most ${most}`);
  for (const item of items) each(item);
}

/** Characters of all words and addresses in blocks. */
export function allWords(blocks: readonly unknown[]): number {
  let sum = 0;
  JSON.stringify(blocks, (key, value: unknown) => {
    if (typeof value === 'string' && ['text', 'alt_text', 'fallback', 'url', 'image_url'].includes(key))
      sum += value.length;
    return value;
  });
  return sum;
}

function actionIds(block: Fields): string[] {
  return [...array(block.elements), record(block.accessory)]
    .flatMap((element) => (typeof element.action_id === 'string' ? [element.action_id] : []))
    .map((id) => `${String(block.block_id ?? '')}${id}`);
}

export function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function array(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(record) : [];
}
