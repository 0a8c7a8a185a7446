/**
 * A copy of plain data that shares no text with it. V8 makes a part cut out of a text a view into the whole, so a few
 * words kept of a page would keep the page in memory, a megabyte or more, for as long as they are kept themselves.
 */
export function ownCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
