import type { Document } from '../../ports/source.ts';

/** Where the BBC's pages keep the data they were made from, newest habit first. */
const PLACES: readonly RegExp[] = [
  /<script[^>]*id="__NEXT_DATA__"[^>]*>([\s\S]*?)<\/script>/u,
  /window\.__INITIAL_DATA__\s*=\s*("(?:[^"\\]|\\.)*")/u,
  /window\.(?:__INITIAL_DATA__|SIMORGH_DATA)\s*=\s*(\{[\s\S]*?\})\s*;?\s*<\/script>/u,
  /<script[^>]*type="application\/json"[^>]*>(\{[\s\S]*?liveTextStream[\s\S]*?\})<\/script>/u,
];

/** The data in a page; undefined when there is none that can be read. Some pages write it as text inside text. */
export function embeddedData(document: Document): unknown {
  for (const place of PLACES) {
    const written = place.exec(document.text)?.[1];
    const data = written === undefined ? undefined : parsed(written);
    const inner = typeof data === 'string' ? parsed(data) : data;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // another place may hold it; if none does, the page is told of as unreadable
  }
}
