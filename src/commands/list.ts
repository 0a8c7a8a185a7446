import { redactUrl } from '../core/redact-url.ts';
import { currentSettings } from '../core/route.ts';
import { isFailing } from './failing.ts';
import { type Followed, followedBlogs } from './find-blog.ts';
import { bold, bullets, buttons, code, heading, link, reply, small, text, type Words } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

const PAGE = 8;
const BROADCAST = { key: 'key events', breaking: 'breaking news' } as const;

export const list: Subcommand = {
  name: 'list',
  aliases: ['ls', 'following', 'blogs', 'feeds', 'show', 'subscriptions'],
  usage: '',
  does: 'the live blogs this channel follows',
  examples: ['list'],
  manages: false,
  async run(request) {
    const all = await followedBlogs(request.desk, request.command.channel);
    if (all.length === 0) {
      return reply(
        text(
          'This channel follows no live blog yet. Paste an address to see what it would look like: ',
          code('/liveblog https://…'),
        ),
      );
    }
    const pages = Math.ceil(all.length / PAGE);
    const page = Math.min(Math.max(1, Number.parseInt(request.words, 10) || 1), pages);
    const shown = all.slice((page - 1) * PAGE, page * PAGE);
    const answer = reply(
      heading('Followed in this channel'),
      bullets(shown.map((blog) => blogLine(blog, request))),
      ...(pages > 1 ? [small(`Page ${page} of ${pages}`)] : []),
      ...buttons(
        page > 1 ? { label: 'Back', run: `list ${page - 1}` } : undefined,
        page < pages ? { label: 'More', run: `list ${page + 1}` } : undefined,
        { label: 'Status', run: 'status' },
      ),
    );
    return request.words === '' ? answer : { ...answer, replaces: true };
  },
};

function blogLine(blog: Followed, { times }: Request): Words[] {
  const { known, route } = blog;
  const settings = currentSettings(route);
  const facts = [
    stateOf(blog),
    known === undefined ? '' : `last change ${times.ago(known.changedAt)}`,
    settings.layout === 'thread' ? 'in a thread' : '',
    settings.layout === 'thread' && settings.broadcast !== undefined ? `${BROADCAST[settings.broadcast]} here too` : '',
    settings.entries === 'key' ? 'key events only' : '',
    settings.only.length > 0 ? `only ${settings.only.join(', ')}` : '',
    settings.except.length > 0 ? `except ${settings.except.join(', ')}` : '',
    route.origin === 'config' ? 'set in the configuration file' : '',
  ].filter((fact) => fact !== '');
  const url = route.origin === 'config' || isPrivate(blog.url) ? undefined : blog.url;
  return [bold(`${blog.number}`), ' ', bold(blog.name), ' – ', link(blog.title, url), ` (${facts.join('; ')})`];
}

/** True for an address with something in it that is not for everybody in the channel. */
function isPrivate(url: string): boolean {
  return /\/\/[^/@]*@/u.test(url) || redactUrl(url).includes('=…');
}

/** Live or not, in a word. */
export function stateOf({ known }: Pick<Followed, 'known'>): string {
  if (known === undefined) return 'not read yet';
  if (isFailing(known.failure)) return 'cannot be read';
  if (known.face.live === false) return 'ended';
  return known.face.live === true ? 'live' : 'followed';
}
