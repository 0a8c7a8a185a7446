/**
 * Reads JSON as pages write it. Well-formed text costs one `JSON.parse`; only what fails is mended: comments and CDATA
 * around it, a trailing semicolon, trailing commas, `undefined`, raw line breaks inside strings, entity-escaped quotes. undefined when
 * even that does not read.
 */
export function parseLenientJson(text: string): unknown {
  const plain = text.trim();
  if (plain === '') return undefined;
  for (const candidate of candidates(plain)) {
    try {
      return JSON.parse(candidate);
    } catch (error) {
      // Expected: the next candidate is mended further.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

function* candidates(text: string): Generator<string> {
  yield text;
  const bare = unwrap(text);
  yield bare;
  yield mendStrings(bare);
  if (bare.includes('&quot;') && !/[{[,:]\s*"/u.test(bare)) {
    yield mendStrings(bare.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
  }
}

function unwrap(text: string): string {
  return text
    .replace(/^\uFEFF/u, '')
    .replace(/^(?:\s|<!--|\/\/|\/\*|\*\/|<!\[CDATA\[|-->)+/u, '')
    .replace(/(?:\s|-->|\/\/|\/\*|\*\/|\]\]>|<!--|;)+$/u, '');
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Control characters inside strings are escaped, and commas before a closing bracket outside of them dropped. */
function mendStrings(text: string): string {
  const parts: string[] = [];
  let inString = false;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (inString && character === '\\') {
      if (!/["\\/bfnrtu]/u.test(text[index + 1] ?? '')) {
        parts.push(text.slice(from, index), '\\');
        from = index;
      }
      index += 1;
    } else if (character === '"') inString = !inString;
    else if (inString && character < ' ') {
      parts.push(text.slice(from, index), ESCAPES[character] ?? ' ');
      from = index + 1;
    } else if (!inString && character === 'u' && text.startsWith('undefined', index)) {
      parts.push(text.slice(from, index), 'null');
      index += 'undefined'.length - 1;
      from = index + 1;
    } else if (!inString && character === ',' && /^\s*[}\]]/u.test(text.slice(index + 1, index + 200))) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.join('');
}
