export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** undefined for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Changes every object in a value, the inner ones first. */
export function mapObjects(json: unknown, change: (object: Json) => unknown): unknown {
  if (Array.isArray(json)) return json.map((each) => mapObjects(each, change));
  if (!isObject(json)) return json;
  return change(Object.fromEntries(Object.entries(json).map(([key, value]) => [key, mapObjects(value, change)])));
}

/** Every character beyond ASCII, and what HTML knows, as JSON's escapes. */
export const escapedJson = (json: unknown): string =>
  JSON.stringify(json).replace(/[^\x20-\x7e]|[<>&'/]/gu, (char) =>
    char
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** JSON that ends no script. */
export const compact = (json: unknown): string => JSON.stringify(json).replaceAll('</', '<\\/');
