import type { ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Block, Button, Reply } from '../ports/commands.ts';

/** Builders for what commands say, so that no command ever writes markup. */

export type Words = string | PhrasingContent;

function inline(parts: readonly Words[]): PhrasingContent[] {
  return parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part));
}

export function bold(text: string): PhrasingContent {
  return { type: 'strong', children: [{ type: 'text', value: text }] };
}

export function struck(text: string): PhrasingContent {
  return { type: 'delete', children: [{ type: 'text', value: text }] };
}

export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}

/** A link, or the plain text where there is no address. */
export function link(text: string, url: string | undefined): PhrasingContent {
  return url === undefined
    ? { type: 'text', value: text }
    : { type: 'link', url, children: [{ type: 'text', value: text }] };
}

export function paragraph(...parts: readonly Words[]): Paragraph {
  return { type: 'paragraph', children: inline(parts) };
}

export function tree(...children: readonly RootContent[]): Root {
  return { type: 'root', children: [...children] };
}

export function line(...parts: readonly Words[]): Root {
  return tree(paragraph(...parts));
}

/** A list with one line for each item. */
export function list(items: readonly (readonly Words[])[], ordered = false): RootContent {
  const children = items.map(
    (parts): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(...parts)] }),
  );
  return { type: 'list', ordered, spread: false, children };
}

export function text(...parts: readonly Words[]): Block {
  return { kind: 'text', tree: line(...parts) };
}

export function small(...parts: readonly Words[]): Block {
  return { kind: 'small', tree: line(...parts) };
}

export function bullets(items: readonly (readonly Words[])[]): Block {
  return { kind: 'text', tree: tree(list(items)) };
}

export function heading(title: string): Block {
  return { kind: 'heading', text: title };
}

/** Buttons, or nothing where there are none; a command line too long for a button is left out. */
export function buttons(...all: readonly (Button | undefined)[]): Block[] {
  const fitting = all.filter((button) => button !== undefined).filter((button) => bytes(button.run) <= 90);
  return fitting.length === 0 ? [] : [{ kind: 'buttons', buttons: fitting }];
}

export function bytes(value: string): number {
  return new TextEncoder().encode(value).length;
}

/** An answer for the person alone. */
export function reply(...blocks: readonly Block[]): Reply {
  return { kind: 'reply', blocks, visibility: 'private' };
}

/** `1 entry`, `2 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
