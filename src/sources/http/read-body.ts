import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { SourceError } from '../../ports/source.ts';

/** What we can unpack; sent as `Accept-Encoding`. */
export const ACCEPT_ENCODING = 'gzip, br, deflate';
/** No honest server packs a page more often than this. */
const MAX_ENCODINGS = 2;

/**
 * Reads a body to its end, unpacked, and stops as soon as it passes `maxBytes` – counted both packed and unpacked, so that
 * neither an endless body nor a small one that unfolds into gigabytes is ever held. `where` names the page in the error.
 */
export async function readBody(
  body: Readable,
  encoding: string,
  limits: { maxBytes: number; where: string },
): Promise<Buffer> {
  const encodings = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > MAX_ENCODINGS) throw unknownEncoding(encoding, limits.where);
  const start = await firstChunk(body);
  if (start === undefined) return Buffer.alloc(0);
  let packed: AsyncIterable<Uint8Array> = capped(start, limits);
  for (const name of encodings.reverse()) packed = unpacked(packed, name, limits.where);
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodings.length === 0 ? packed : capped(packed, limits)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function firstChunk(body: Readable): Promise<AsyncIterable<Uint8Array> | undefined> {
  const iterator: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return undefined;
  return (async function* () {
    try {
      yield first.value;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      body.destroy();
    }
  })();
}

async function* capped(
  chunks: AsyncIterable<Uint8Array>,
  limits: { maxBytes: number; where: string },
): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limits.maxBytes) throw tooLarge(limits);
    yield chunk;
  }
}

/** The error for a body over the cap. */
export function tooLarge(limits: { maxBytes: number; where: string }): SourceError {
  const cap = limits.maxBytes >= 1e6 ? `${Math.round(limits.maxBytes / 1e6)} MB` : `${limits.maxBytes} bytes`;
  return new SourceError(
    'too-large',
    `${limits.where} is larger than ${cap} and was not read; raise network.maxBytes if the page is meant to be that big.`,
  );
}

async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  where: string,
): AsyncIterable<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const rest = (async function* () {
    yield first.value;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  })();
  const decoder = decoderFor(encoding, first.value);
  if (decoder === 'plain') return yield* rest;
  if (decoder === undefined) throw unknownEncoding(encoding, where);
  const running = pipeline(rest, decoder);
  running.catch(() => decoder.destroy()); // the same failure reaches the reader through the decoder below
  yield* decoder as AsyncIterable<Uint8Array>;
  await running;
}

/** `plain`: the server says it is packed, the bytes say it is not. */
function decoderFor(encoding: string, start: Uint8Array): Transform | 'plain' | undefined {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return start[0] === 0x1f && (start.length < 2 || start[1] === 0x8b) ? createGunzip() : 'plain';
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return ((start[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return undefined;
  }
}

function unknownEncoding(encoding: string, where: string): SourceError {
  return new SourceError(
    'malformed',
    `${where} came packed as "${encoding.slice(0, 40)}", which cannot be unpacked; it will be tried again.`,
  );
}
