import { frame } from '../wire/markup.ts';

/** The text of an entry for readers, and the commands that its writer gave with it ("key", "pin", "breaking"). */
export type Written = { readonly html: string; readonly commands: readonly string[] };

const COMMAND =
  /<span[^>]{0,200}?class="[^"]{0,200}?\bliveblog-command\b[^"]{0,200}?\btype-([\w-]+)[^"]{0,200}"[^>]{0,200}>[^<]{0,200}<\/span>\s*/giu;
/** Commands as they are typed; any other word after a slash is text. */
const TYPED_COMMAND = /(^|[\s>]|&nbsp;)\/(key|pin|breaking)(?![\w/-])\s*/giu;
const EMOJI = /<img\b[^<>]{0,500}?\bliveblog-emoji\b[^<>]{0,500}>/giu;
const EMOJI_FILE = /\/([\da-f]{2,6}(?:-[\da-f]{2,6}){0,8})\.(?:png|svg|gif)/iu;

/** What the plugin puts into the text of entries is taken out of it: expanded or typed commands, emojis as pictures. */
export function readerMarkup(written: string): Written {
  const commands: string[] = [];
  const note = (name: string): string => {
    commands.push(name.toLowerCase());
    return '';
  };
  let html = written;
  if (html.includes('liveblog-command')) html = html.replace(COMMAND, (_, name: string) => note(name));
  if (html.includes('/'))
    html = html.replace(TYPED_COMMAND, (_, before: string, name: string) => `${before}${note(name)}`);
  if (html.includes('liveblog-emoji')) html = html.replace(EMOJI, emojiOf);
  return { html, commands };
}

function emojiOf(image: string): string {
  const points =
    EMOJI_FILE.exec(image)?.[1]
      ?.split('-')
      .map((hex) => Number.parseInt(hex, 16)) ?? [];
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : '';
}

const SHORTCODE =
  /\[(\/?)(embed|caption|wp_caption|gallery|playlist|audio|video|youtube|twitter|tweet|liveblog_key_events|liveblog)\b([^[\]]{0,2000})\]/giu;
/** Sites whose addresses WordPress shows as what they lead to, where one stands alone on a line. */
const SHOWN =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|twitter\.com|x\.com|instagram\.com|facebook\.com|tiktok\.com|vimeo\.com|dailymotion\.com|bsky\.app|reddit\.com|soundcloud\.com|open\.spotify\.com)\/\S+$/iu;

/** The text that a writer typed, which WordPress has not yet made a page of: its shortcodes and bare addresses. */
export function typedMarkup(content: string): string {
  const text = content.includes('[')
    ? content
        .replace(/\[embed\b[^\]]{0,500}\]\s*(https?:\/\/[^\s[<]+)\s*\[\/embed\]/giu, (_, url: string) => frame(url))
        .replace(
          /\[(?:wp_)?caption\b[^\]]{0,500}\]((?:<a\b[^<>]*>)?\s*<img\b[^<>]*>\s*(?:<\/a>)?)([\s\S]{0,2000}?)\[\/(?:wp_)?caption\]/giu,
          (_, image: string, caption: string) => `<figure>${image}<figcaption>${caption.trim()}</figcaption></figure>`,
        )
        .replace(SHORTCODE, (_, closing: string, _name: string, attributes: string) => shortcode(closing, attributes))
    : content;
  if (!/^\s*https?:/mu.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (SHOWN.test(line.trim()) ? frame(line.trim()) : line))
    .join('\n');
}

function shortcode(closing: string, attributes: string): string {
  const url =
    /\b(?:src|url|mp4|mp3)\s*=\s*["']?(https?:\/\/[^\s"'\]]+)/iu.exec(attributes)?.[1] ??
    /^[\s=]*(https?:\/\/\S+)/u.exec(attributes)?.[1];
  return closing === '' && url !== undefined ? frame(url) : '';
}
