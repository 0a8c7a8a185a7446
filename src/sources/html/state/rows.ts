/**
 * The state that Next.js pushes in pieces (`self.__next_f.push([1,"…"])`): strings that make rows, each a number, a colon
 * and JSON or a text of stated length. React's wire format for server components has no published description; this
 * reads the two kinds of row that hold data. Values that name a row (`"$1f"`) are replaced by what it holds.
 */
export function pushedState(html: string): unknown[] {
  if (!html.includes('__next_f')) return [];
  const pieces: string[] = [];
  for (const [, written = ''] of html.matchAll(PUSHED)) {
    const piece = parsed(written);
    if (typeof piece === 'string') pieces.push(piece);
  }
  const rows = rowsOf(pieces.join(''));
  return [...rows.values()].filter((row) => typeof row === 'object').map((row) => withRows(row, rows, 0));
}

const PUSHED = /__next_f\.push\(\[\s*1\s*,\s*("(?:[^"\\]|\\.)*")\s*\]\)/gu;
const ROW = /([0-9a-f]+):/y;
const MAX_DEPTH = 40;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function rowsOf(text: string): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  for (let at = 0; at < text.length; ) {
    ROW.lastIndex = at;
    const id = ROW.exec(text)?.[1];
    const start = id === undefined ? at : ROW.lastIndex;
    const long = id === undefined ? null : /^T([0-9a-f]+),/u.exec(text.slice(start, start + 12));
    const from = long === null ? start : start + long[0].length;
    const line = text.indexOf('\n', start);
    const end =
      long === null ? (line === -1 ? text.length : line) : endOfBytes(text, from, Number.parseInt(long[1] ?? '0', 16));
    const held = text.slice(from, end);
    if (id !== undefined) rows.set(id, long !== null ? held : /^[{["]/u.test(held) ? parsed(held) : undefined);
    at = long === null ? end + 1 : end;
  }
  return rows;
}

/** Lengths of texts are counted in bytes of UTF-8. */
function endOfBytes(text: string, from: number, bytes: number): number {
  let at = from;
  for (let left = bytes; left > 0 && at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code < 0x10000 ? 1 : 2;
  }
  return at;
}

function withRows(value: unknown, rows: ReadonlyMap<string, unknown>, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (typeof value === 'string') {
    const row = /^\$([0-9a-f]+)$/u.exec(value)?.[1];
    const text = row === undefined ? undefined : rows.get(row);
    if (typeof text === 'string') return text;
    return /^\$D\d{4}-/u.test(value) ? value.slice(2) : value;
  }
  if (Array.isArray(value)) return value.map((each) => withRows(each, rows, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withRows(each, rows, depth + 1)]));
}
