import type { Document, Elsewhere } from '../../ports/source.ts';
import { isObject, textIn } from '../wire/json.ts';
import { pageAddress } from './addresses.ts';

const SETTINGS = /\bliveblog_settings\s*=\s*(\{[\s\S]*?\})\s*;/u;
const REST_ROOT = /<link[^>]*rel=["']https:\/\/api\.w\.org\/["'][^>]*>/u;

/** True for a page that the plugin has put its settings into. */
export function hasSettings(text: string): boolean {
  return SETTINGS.test(text);
}

/** Where the entries of a page are, from the settings the plugin leaves for its own script; undefined when it names nothing. */
export function entriesOf(document: Document): Elsewhere | undefined {
  const settings = parsed(SETTINGS.exec(document.text)?.[1] ?? '');
  const root = rootOf(settings, document);
  if (root === undefined) return undefined;
  const rest = /\/liveblog\/v1\/\d+\/?$/u.test(root);
  const url = root.endsWith('/') ? root : `${root}/`;
  return {
    elsewhere: rest ? pageAddress(url, 1) : `${url}0/${Math.floor(document.fetchedAt / 1000)}/`,
    kind: 'wordpress',
    why: 'the page is a WordPress live blog, whose entries the plugin gives out by its own API',
  };
}

function rootOf(settings: unknown, document: Document): string | undefined {
  const written = textIn(settings, 'endpoint_url');
  if (written !== undefined && URL.canParse(written, document.url)) return new URL(written, document.url).href;
  const post = textIn(settings, 'post_id');
  const link = REST_ROOT.exec(document.text)?.[0];
  const api = link === undefined ? undefined : /href=["']([^"']+)["']/u.exec(link)?.[1];
  if (post === undefined || !/^\d+$/u.test(post) || api === undefined || !URL.canParse(api, document.url))
    return undefined;
  return new URL(`liveblog/v1/${post}/`, new URL(api.endsWith('/') ? api : `${api}/`, document.url)).href;
}

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined; // settings that are cut off name no endpoint; the caller says so
  }
}
