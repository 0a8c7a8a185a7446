import type { ChannelId } from '../core/channel.ts';
import { currentSettings, type Route } from '../core/route.ts';
import type { Block } from '../ports/commands.ts';
import { alert } from './alert.ts';
import { isFailing } from './failing.ts';
import { followForm } from './follow-form.ts';
import { stateOf } from './list.ts';
import { pausedNow } from './pause.ts';
import { bold, buttons, code, heading, reply, text, type Words } from './say.ts';
import type { Request, Subcommand } from './subcommand.ts';

/** A person's own page (Slack's App Home): what their channels follow and how that does, their alerts, a way to add. */
export const home: Subcommand = {
  name: 'home',
  aliases: [],
  usage: '',
  does: 'what your channels follow, and your alerts',
  examples: [],
  manages: false,
  async run(request) {
    if (request.words === 'add') return followForm(request, request.command.memberOf ?? []);
    const routes = await routesInReach(request);
    const alerts = await alert.run({
      ...request,
      words: 'list',
      command: { ...request.command, name: 'alert', options: {} },
    });
    const asked = request.command.memberOf !== undefined;
    return reply(
      heading(asked ? 'Live blogs in your channels' : 'Live blogs you set up'),
      ...buttons(
        (request.command.memberOf ?? []).length === 0 ? undefined : { label: 'Add a live blog', run: 'home add' },
        { label: 'Commands', run: 'help' },
      ),
      ...(routes.length === 0
        ? [
            text(
              'None yet. In a channel, ',
              code('/liveblog follow https://…'),
              ' begins; an address alone shows a preview.',
            ),
          ]
        : routes.flatMap((one) => routeBlocks(one, request))),
      ...(alerts.kind === 'reply' ? divided(alerts.blocks) : []),
    );
  },
};

type InReach = { readonly route: Route; readonly channel: ChannelId; readonly said: readonly Words[] };

/** What one's page lists, a route with what can be done about it. The configuration file cannot be changed from chat. */
function routeBlocks({ route, channel, said }: InReach, request: Request): Block[] {
  const { blog, origin } = route;
  const place = request.desk.outlook.name(channel) ?? channel;
  const change =
    origin === 'config'
      ? []
      : [
          { label: 'Settings', run: `settings ${blog} in:${channel}` },
          {
            label: 'Unfollow',
            run: `unfollow ${blog} in:${channel}`,
            confirm: `Stop following ${blog} in ${place}? What was posted stays.`,
          },
        ];
  return [text(...said), ...buttons(...change, { label: 'Status', run: `status ${blog} in:${channel}` })];
}

/** The routes of channels the person is in, and what they set up themselves; the rest is none of their business. */
async function routesInReach(request: Request): Promise<InReach[]> {
  const { desk, command } = request;
  const member = new Set(command.memberOf ?? []);
  const found: InReach[] = [];
  for (const blog of desk.newsroom.blogs()) {
    for (const channel of blog.channels) {
      const route = desk.newsroom.following(channel).routes.find((one) => one.blog === blog.name);
      if (route === undefined || !(member.has(channel) || isBy(route.by, command.person.id))) continue;
      found.push({ route, channel, said: await lineOf(request, route, channel) });
    }
  }
  return found;
}

async function lineOf({ desk, times, now }: Request, route: Route, channel: ChannelId): Promise<Words[]> {
  const known = await desk.newsroom.state(route.blog);
  const { failure } = await desk.newsroom.health(channel);
  const pause = pausedNow(desk.newsroom.following(channel), now);
  const { quiet, digest } = currentSettings(route);
  const facts = [
    stateOf({ known }),
    known === undefined ? '' : `last change ${times.ago(known.changedAt)}`,
    quiet === undefined ? '' : `quiet hours ${quiet.from} to ${quiet.to}`,
    digest === undefined ? '' : 'in a digest',
    pause === undefined ? '' : pause.to === undefined ? 'paused' : `paused until ${times.at(pause.to)}`,
    isFailing(failure) ? `nothing can be posted there since ${times.at(failure?.since ?? now)}` : '',
    route.origin === 'config' ? 'set in the configuration file' : '',
  ].filter((fact) => fact !== '');
  const place = desk.outlook.name(channel) ?? channel;
  return [bold(known?.face.title ?? route.blog), ` in ${place} – ${facts.join(', ')}`];
}

function isBy(by: string | undefined, person: string): boolean {
  return by !== undefined && by.replace(/^.*[:/]/u, '') === person.replace(/^.*[:/]/u, '');
}

function divided(blocks: readonly Block[]): Block[] {
  return [{ kind: 'divider' }, ...blocks];
}
