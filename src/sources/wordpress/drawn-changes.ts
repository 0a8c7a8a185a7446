import { parseHtml } from '../body/dom.ts';
import { isObject, type JsonObject, textIn } from '../wire/json.ts';

/** The box that an entry's text stands in, wherever the plugin draws entries. */
const DRAWN = /\bliveblog-entry-(?:text|content)\b/u;

/**
 * A record of the plugin's first years, which gives an entry as it is drawn on the page (`html`, before that `content`), with
 * its parts where later records have them.
 */
export function withParts(record: unknown): unknown {
  const drawn = isObject(record) ? drawnIn(record) : undefined;
  if (drawn === undefined || !isObject(record)) return record;
  const page = parseHtml(drawn);
  const stamp = page('[data-timestamp]').first().attr('data-timestamp');
  return {
    ...record,
    content: undefined,
    render: page('.liveblog-entry-text, .liveblog-entry-content').first().html() ?? '',
    timestamp: record.timestamp ?? stamp,
    author_link: record.author_link ?? page('.liveblog-author-name').first().html(),
  };
}

function drawnIn(record: JsonObject): string | undefined {
  if (typeof record.render === 'string') return undefined;
  return ['html', 'content'].map((name) => textIn(record, name)).find((text) => text !== undefined && DRAWN.test(text));
}
