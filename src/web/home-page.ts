import { html, raw } from 'hono/html';
import { publicUrl } from '../core/redact-url.ts';

/** What the page says of a blog. Times are epoch milliseconds. */
export type BlogStatus = {
  readonly name: string;
  readonly title?: string;
  readonly url: string;
  readonly status: 'before' | 'live' | 'quiet' | 'ended' | 'unreachable';
  readonly entries: number;
  readonly checkedAt?: number;
  readonly changedAt?: number;
  readonly nextCheckAt?: number;
  /** Why it cannot be read, in words for people. */
  readonly problem?: string;
  readonly channels: readonly string[];
};

const WORDS: Readonly<Record<BlogStatus['status'], string>> = {
  before: 'not yet live',
  live: 'live',
  quiet: 'quiet',
  ended: 'ended',
  unreachable: 'cannot be read',
};

/**
 * The page at `/`: blogs and how they are, links to health, readiness and metrics. Escaped by construction. `blogs`
 * undefined: they could not be read, which is not the same as none.
 */
export function homePage(
  blogs: readonly BlogStatus[] | undefined,
  ready: { ready: boolean; reasons: readonly string[] },
  now: number,
) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Liveblog Relay</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>Liveblog Relay</h1>
${ready.ready ? html`<p>Ready.</p>` : html`<ul class="problem">${ready.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${list(blogs, now)}
<footer><a href="/health">health</a> · <a href="/ready">readiness</a> · <a href="/metrics">metrics</a></footer>
</main>
</body>
</html>
`;
}

function list(blogs: readonly BlogStatus[] | undefined, now: number) {
  if (blogs === undefined) return html`<p class="problem">The blogs cannot be listed at the moment.</p>`;
  if (blogs.length > 0) return html`<ul class="blogs">${blogs.map((blog) => item(blog, now))}</ul>`;
  return html`<p>No blog is followed yet. Add one under <code>blogs:</code> in the configuration, or with <code>/liveblog follow</code>.</p>`;
}

function item(blog: BlogStatus, now: number) {
  const address = publicAddress(blog.url);
  const title = blog.title ?? blog.name;
  return html`<li>
<h2>${address === undefined ? title : html`<a href="${address}" rel="noreferrer">${title}</a>`} <span class="status ${blog.status}">${WORDS[blog.status]}</span></h2>
<p>${facts(blog, now).join(' · ')}</p>
${blog.problem === undefined ? '' : html`<p class="problem">${blog.problem}</p>`}
${blog.channels.length === 0 ? '' : html`<p>to ${blog.channels.join(', ')}</p>`}
</li>`;
}

function facts(blog: BlogStatus, now: number): string[] {
  return [
    blog.name,
    `${blog.entries} ${blog.entries === 1 ? 'entry' : 'entries'}`,
    blog.checkedAt === undefined ? 'not checked yet' : `checked ${ago(now - blog.checkedAt)}`,
    blog.changedAt === undefined ? '' : `changed ${ago(now - blog.changedAt)}`,
    blog.nextCheckAt === undefined || blog.nextCheckAt <= now ? '' : `next in ${span(blog.nextCheckAt - now)}`,
  ].filter((fact) => fact !== '');
}

const ago = (ms: number) => (ms < 5_000 ? 'just now' : `${span(ms)} ago`);

function span(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

/** The address as it may be shown: http(s) only, without secrets in it. */
function publicAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? publicUrl(url) : undefined;
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --bad: light-dark(#a3211a, #ff9d94); --good: light-dark(#0b6b3a, #7fd6a4); }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; padding: 1rem; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 0; } p { margin: .2rem 0; } h2 a { color: inherit; }
.blogs { list-style: none; padding: 0; } .blogs li { border-top: 1px solid var(--line); padding: .8rem 0; }
.status { font-weight: 400; font-size: .85rem; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; }
.status.live { color: var(--good); } .problem, .status.unreachable { color: var(--bad); }
footer { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .8rem; }
`;
