import type { Snapshot } from '../../core/entry.ts';
import { oldestFirst } from '../../core/relay-order.ts';
import { type Document, SourceError } from '../../ports/source.ts';
import { isLive } from '../ending.ts';
import { looksLikeJson, objectIn, textIn } from '../wire/json.ts';
import { plainTitle } from '../wire/markup.ts';
import { areSentences, isNoBlog } from './no-blog.ts';
import { bestState, type State } from './state/state.ts';

/*
 * What a page's script fetches from an interface of its own, in JSON: posts in it are told as in the state that pages hold.
 */

type Answer = { readonly json: unknown; readonly state: State };
const answers = new WeakMap<Document, Answer>();
const NOTHING: Answer = { json: undefined, state: { entries: [] } };

/** True for JSON that holds a list of reports, each with a time and a text, that are no stories with pages of their own. */
export function isJsonAnswer(document: Document): boolean {
  if (!looksLikeJson(document)) return false;
  const drafts = answerIn(document).state.entries.map((entry) => ({ entry }));
  return drafts.length > 1 && areSentences(drafts) && !isNoBlog(drafts, {}, document.fetchedAt);
}

/** The answer as a snapshot; no other kind knows its format. */
export function readJsonAnswer(document: Document): Snapshot {
  const { json, state } = answerIn(document);
  if (state.entries.length === 0) {
    throw new SourceError('malformed', 'The answer holds no posts with times; open it in a browser to see what it is.');
  }
  const entries = oldestFirst(state.entries);
  const title = titleIn(json);
  const stated = state.runs === undefined ? {} : { stated: state.runs };
  return {
    kind: 'html',
    url: document.url,
    ...(title === undefined ? {} : { title }),
    live: isLive({ now: document.fetchedAt, entries, texts: title === undefined ? [] : [title], ...stated }),
    coverage: 'window',
    entries,
    deleted: [],
    keyPoints: [],
    warnings: [],
  };
}

function answerIn(document: Document): Answer {
  const known = answers.get(document);
  if (known !== undefined) return known;
  const json = parsed(document.text);
  const answer = json === undefined ? NOTHING : { json, state: bestState([json], document.url, false) };
  answers.set(document, answer);
  return answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined; // cut off, or no JSON: nobody claims it, and its reader is told
  }
}

/** What the blog is called, in the answer or in what it says of the event. */
function titleIn(json: unknown): string | undefined {
  const data = objectIn(json, 'data');
  const places = [
    json,
    data,
    ...['event', 'blog', 'liveblog'].flatMap((name) => [objectIn(json, name), objectIn(data, name)]),
  ];
  for (const place of places) {
    const title = plainTitle(textIn(place, 'title') ?? textIn(place, 'headline'));
    if (title !== undefined) return title;
  }
  return undefined;
}
