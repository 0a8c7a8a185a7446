import type { ChannelId } from '../core/channel.ts';
import type { Block } from '../ports/commands.ts';
import { alert } from './alert.ts';
import { stateOf } from './list.ts';
import { bold, buttons, code, heading, reply, text, type Words } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

/** Routes shown; more would push the alerts out of sight. */
const MOST = 12;

/** A person's own page (Slack's App Home): what they set up and how it does, and their alerts. */
export const home: Subcommand = {
  name: 'home',
  aliases: [],
  usage: '',
  does: 'what you set up, and your alerts',
  examples: [],
  manages: false,
  async run(request) {
    const own = await ownRoutes(request);
    const alerts = await alert.run({
      ...request,
      words: 'list',
      command: { ...request.command, name: 'alert', options: {} },
    });
    return reply(
      heading('Live blogs you set up'),
      ...(own.length === 0
        ? [
            text(
              'None yet. In a channel, ',
              code('/liveblog follow https://…'),
              ' begins; an address alone shows a preview.',
            ),
          ]
        : own.slice(0, MOST).flatMap(routeBlocks)),
      ...(alerts.kind === 'reply' ? divided(alerts.blocks) : []),
      ...buttons({ label: 'Commands', run: 'help' }),
    );
  },
};

type Own = {
  readonly name: string;
  readonly channel: ChannelId;
  readonly said: readonly Words[];
  readonly fixed: boolean;
};

function routeBlocks({ name, channel, said, fixed }: Own): Block[] {
  const change = fixed ? [] : [{ label: 'Settings', run: `settings ${name} in:${channel}` }];
  return [text(...said), ...buttons(...change, { label: 'Status', run: `status ${name} in:${channel}` })];
}

async function ownRoutes({ desk, command, times }: Request): Promise<Own[]> {
  const lines: Own[] = [];
  for (const blog of desk.newsroom.blogs()) {
    for (const channel of blog.channels) {
      const { routes } = desk.newsroom.following(channel);
      const mine = routes.find((route) => route.blog === blog.name && isBy(route.by, command.person.id));
      if (mine === undefined) continue;
      const known = await desk.newsroom.blog(blog.name);
      const change = known === undefined ? '' : `, last change ${times.ago(known.changedAt)}`;
      const said = [
        bold(known?.face.title ?? blog.name),
        ` in ${desk.outlook.name(channel) ?? channel} – ${stateOf({ known })}${change}`,
      ];
      lines.push({ name: blog.name, channel, said, fixed: mine.origin === 'config' });
    }
  }
  return lines;
}

function isBy(by: string | undefined, person: string): boolean {
  return by !== undefined && by.replace(/^.*[:/]/u, '') === person.replace(/^.*[:/]/u, '');
}

function divided(blocks: readonly Block[]): Block[] {
  return [{ kind: 'divider' }, ...blocks];
}
