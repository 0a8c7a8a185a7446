import { arrayIn, isObject, type JsonObject, textIn } from '../wire/json.ts';
import { elementsHtml } from './elements.ts';

/** Deeper than any editor nests. */
const MAX_DEPTH = 20;

/**
 * The HTML of a block's elements as the Content API writes them (`ElementType` and `…TypeData` of content-api-models): the
 * same pieces as in page JSON, with their fields one level deeper and pictures as assets.
 */
export function apiElementsHtml(elements: readonly unknown[]): string {
  return elements.length === 0 ? '' : elementsHtml(elements.map((element) => pageElement(element, 0)));
}

function pageElement(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => pageElement(item, depth + 1));
  if (!isObject(value)) return value;
  const held = Object.keys(value).find((name) => name.endsWith('TypeData'));
  const fields: JsonObject = isObject(value[held ?? '']) ? (value[held ?? ''] as JsonObject) : {};
  const inner = Object.fromEntries(
    Object.entries(held === undefined ? value : fields).map(([name, field]) => [name, pageElement(field, depth + 1)]),
  );
  return held === undefined ? inner : { ...inner, ...picture(value, fields), _type: `${kindOf(value)}BlockElement` };
}

/** "RichLink" of "rich-link". */
function kindOf(element: JsonObject): string {
  const type = (textIn(element, 'type') ?? '').toLowerCase();
  if (/^content-?atom$/u.test(type)) return 'ContentAtom';
  return type.replace(/(?:^|[-_])([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

function picture(element: JsonObject, fields: JsonObject): JsonObject {
  const assets = arrayIn(element, 'assets')
    .filter(isObject)
    .map((asset) => ({
      file: asset.file,
      url: asset.file,
      mimeType: asset.mimeType,
      fields: asset.typeData,
    }));
  return textIn(element, 'type') === 'image' ? { media: { allImages: assets }, data: fields } : { assets };
}
