/** No feed nests its elements so deep, even with pages in its texts that nobody closed. */
const DEEPEST = 2000;

/**
 * True where more elements are open inside each other than a feed has. The parser behind the long way goes through all
 * that are open at each tag: some hundred kilobytes of them would keep it busy for a minute. Pages have a look of their own (`body/dom`), for HTML ends
 * many elements without an end tag.
 */
export function isTooDeep(xml: string): boolean {
  const open: string[] = [];
  const counts = new Map<string, number>();
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) {
    const end = endOf(xml, at);
    if (end === -1) return false;
    const [, close, name = ''] = TAG.exec(xml.slice(at, Math.min(end, at + LONGEST_NAME))) ?? [];
    if (name !== '' && close === '/') leave(name, open, counts);
    else if (name !== '' && xml[end - 1] !== '/') {
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (open.length > DEEPEST) return true;
    }
    at = end;
  }
  return false;
}

const TAG = /^<(\/?)([^\s/>!?<]+)/u;
const LONGEST_NAME = 200;

/** Where a tag, comment, CDATA section or instruction ends; -1 where it does not. */
function endOf(xml: string, at: number): number {
  if (xml.startsWith('<![CDATA[', at)) return xml.indexOf(']]>', at);
  if (xml.startsWith('<!--', at)) return xml.indexOf('-->', at);
  return xml.indexOf('>', at);
}

/** An end tag ends all that is open inside its element; one of nothing open ends nothing. */
function leave(name: string, open: string[], counts: Map<string, number>): void {
  if ((counts.get(name) ?? 0) === 0) return;
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    counts.set(last, (counts.get(last) ?? 1) - 1);
    if (last === name) return;
  }
}
