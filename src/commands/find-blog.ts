import type { Route } from '../core/route.ts';
import { nearest } from '../core/text/nearest.ts';
import { words } from '../core/text/words.ts';
import { CommandError } from '../ports/commands.ts';
import type { BlogState } from '../ports/newsroom.ts';
import { clipped } from './arguments.ts';
import type { Desk, Request } from './subcommand.ts';

/** A blog that a channel follows, and how it is doing. */
export type Followed = {
  readonly route: Route;
  /** Its number in `list`. */
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly known: BlogState | undefined;
};

/** The blogs a channel follows, in the order of `list`. */
export async function followedBlogs(desk: Desk, channel: Request['command']['channel']): Promise<Followed[]> {
  const { routes } = desk.newsroom.following(channel);
  const blogs = new Map(desk.newsroom.blogs().map((blog) => [blog.name, blog]));
  return Promise.all(
    routes.map(async (route, index) => {
      const known = await desk.newsroom.state(route.blog);
      const url = blogs.get(route.blog)?.url ?? known?.url ?? '';
      return { route, number: index + 1, name: route.blog, title: known?.face.title ?? route.blog, url, known };
    }),
  );
}

/** The blog a person means: its number, name, address or a part of its title; the only one where nothing is said. */
export async function findBlog(request: Request, said: string | undefined, usage: string): Promise<Followed> {
  const all = await followedBlogs(request.desk, request.command.channel);
  if (all.length === 0) {
    throw new CommandError('This channel follows no live blog yet.', ['follow https://example.org/live/storm']);
  }
  const wanted = (said ?? '').trim();
  const [only] = all;
  if (wanted === '') {
    if (all.length === 1 && only !== undefined) return only;
    throw new CommandError(
      `Which live blog? This channel follows ${namesOf(all)}.`,
      all.slice(0, 5).map((blog) => `${usage} ${blog.name}`),
    );
  }
  const found = meant(all, wanted);
  const [one] = found;
  if (found.length === 1 && one !== undefined) return one;
  if (found.length > 1) {
    throw new CommandError(
      `“${clipped(wanted)}” could be ${namesOf(found)}.`,
      found.slice(0, 5).map((blog) => `${usage} ${blog.name}`),
    );
  }
  const near = nearest(
    wanted,
    all.flatMap((blog) => [blog.name, blog.title]),
  );
  const guess = all.find((blog) => blog.name === near || blog.title === near);
  throw new CommandError(
    `This channel follows no live blog “${clipped(wanted)}”. ${guess === undefined ? `It follows ${namesOf(all)}.` : `Did you mean ${guess.name} (${guess.title})?`}`,
    guess === undefined ? all.slice(0, 5).map((blog) => `${usage} ${blog.name}`) : [`${usage} ${guess.name}`],
  );
}

/** The blogs that words can mean; the first way of naming that finds any decides. */
export function meant(all: readonly Followed[], wanted: string): Followed[] {
  const plain = wanted.toLowerCase().replace(/^#(?=\d+$)/u, '');
  const address = addressOf(wanted);
  const asked = words(wanted);
  const ways: readonly ((blog: Followed) => boolean)[] = [
    (blog) => blog.name === plain,
    (blog) => /^\d+$/u.test(plain) && blog.number === Number(plain),
    (blog) => address !== undefined && addressOf(blog.url) === address,
    (blog) => blog.title.toLowerCase() === plain,
    (blog) => asked.length > 0 && asked.every((word) => words(blog.title).includes(word)),
    (blog) =>
      asked.length > 0 &&
      asked.every((word) => [...words(blog.title), ...words(blog.name)].some((own) => own.startsWith(word))),
  ];
  for (const way of ways) {
    const found = all.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

/** An address without what does not tell pages apart; undefined when it is none. */
export function addressOf(text: string): string | undefined {
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_|fbclid|gclid|at_|cmp|ito$)/iu.test(name)) url.searchParams.delete(name);
  }
  return `${url.host.replace(/^www\./u, '')}${url.pathname.replace(/\/+$/u, '')}${url.search}`.toLowerCase();
}

function namesOf(all: readonly Followed[]): string {
  const named = all.slice(0, 8).map(({ name, title }) => (name === title ? name : `${name} (${title})`));
  return all.length > 8 ? `${named.join(', ')} and ${all.length - 8} more` : named.join(', ');
}
