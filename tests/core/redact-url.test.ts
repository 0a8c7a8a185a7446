import { describe, expect, it } from 'vitest';
import { publicUrl, redactUrl } from '../../src/core/redact-url.ts';

describe('an address in a message', () => {
  it.each([
    ['https://ann:secret@saltmere.example/live', 'https://saltmere.example/live'],
    ['https://saltmere.example/live?page=2&token=abc', 'https://saltmere.example/live?page=2&token=…'],
    ['https://saltmere.example/?api-key=abc&X-Amz-Date=1', 'https://saltmere.example/?api-key=…&X-Amz-Date=…'],
    ['https://saltmere.example/?f=ab12cd34ef56ab12cd34ef56', 'https://saltmere.example/?f=…'],
    ['https://saltmere.example/live#access_token=abc', 'https://saltmere.example/live'],
    ['https://saltmere.example/live?dcr', 'https://saltmere.example/live?dcr='],
    ['ftp//ann:secret@saltmere', 'ftp//saltmere'],
    ['no address?token=abc', 'no address?…'],
  ])('%s is shown as %s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });

  it('is cut when it is very long', () => {
    expect(redactUrl(`https://saltmere.example/${'a'.repeat(5000)}`)).toHaveLength(200);
  });
});

describe('an address that channels link to', () => {
  it.each([
    ['https://ann:secret@saltmere.example/live#gates', 'https://saltmere.example/live#gates'],
    ['https://saltmere.example/live?page=2&token=abc#gates', 'https://saltmere.example/live?page=2#gates'],
    ['https://saltmere.example/?api-key=abc', 'https://saltmere.example/'],
    [
      'https://saltmere.example/live?id=ab12cd34ef56ab12cd34ef56',
      'https://saltmere.example/live?id=ab12cd34ef56ab12cd34ef56',
    ],
    ['https://saltmere.example/live?dcr', 'https://saltmere.example/live?dcr'],
    ['no address?token=abc', 'no address?token=abc'],
  ])('%s is linked as %s', (url, linked) => {
    expect(publicUrl(url)).toBe(linked);
  });
});
