import { type Document, SourceError } from '../../ports/source.ts';

/** A JSON object off the wire; every field is read as if it might be anything. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The document as JSON; throws `SourceError` when it is cut off or no JSON at all. */
export function parseJson(document: Document, kind: string): unknown {
  try {
    return JSON.parse(document.text.startsWith('\uFEFF') ? document.text.slice(1) : document.text);
  } catch (cause) {
    const text = `The ${kind} answer is broken JSON (${document.text.length} characters); nothing was changed, and it will be read again.`;
    throw new SourceError('malformed', text, { cause });
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that is an object, or an empty one. */
export function objectIn(from: unknown, name: string): JsonObject {
  const value = isObject(from) ? from[name] : undefined;
  return isObject(value) ? value : {};
}

/** A field that is an array, or an empty one. */
export function arrayIn(from: unknown, name: string): readonly unknown[] {
  const value = isObject(from) ? from[name] : undefined;
  return Array.isArray(value) ? value : [];
}

/** A field that is text with something in it, trimmed; numbers count as text (ids come as either). */
export function textIn(from: unknown, name: string): string | undefined {
  const value = isObject(from) ? from[name] : undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** True for a document that begins like JSON, whatever its media type says. */
export function looksLikeJson(document: Document): boolean {
  return /^[\s\uFEFF]*[[{]/u.test(document.text.slice(0, 200));
}
