import type { Block } from '../ports/commands.ts';
import { alert } from './alert.ts';
import { stateOf } from './list.ts';
import { bold, bullets, buttons, code, heading, reply, text, type Words } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

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
      own.length === 0
        ? text(
            'None yet. In a channel, ',
            code('/liveblog follow https://…'),
            ' begins; an address alone shows a preview.',
          )
        : bullets(own),
      ...(alerts.kind === 'reply' ? divided(alerts.blocks) : []),
      ...buttons({ label: 'Commands', run: 'help' }),
    );
  },
};

async function ownRoutes({ desk, command, times }: Request): Promise<Words[][]> {
  const lines: Words[][] = [];
  for (const blog of desk.newsroom.blogs()) {
    for (const channel of blog.channels) {
      const mine = desk.newsroom
        .following(channel)
        .routes.some((route) => route.blog === blog.name && isBy(route.by, command.person.id));
      if (!mine) continue;
      const known = await desk.newsroom.blog(blog.name);
      const change = known === undefined ? '' : `, last change ${times.ago(known.changedAt)}`;
      lines.push([bold(known?.face.title ?? blog.name), ` in ${channel} – ${stateOf({ known })}${change}`]);
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
