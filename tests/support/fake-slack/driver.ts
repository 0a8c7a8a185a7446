import { createHmac } from 'node:crypto';
import { array, record } from './block-limits.ts';
import type { FakeSlack } from './fake-slack.ts';

/** How the app hears of things: over its socket, or by requests to `url` signed with `secret`. */
export type Way = { readonly by: 'socket' } | { readonly by: 'http'; readonly url: string; readonly secret: string };

type Fields = Readonly<Record<string, unknown>>;

/** What the app said at once, and how many milliseconds it took. */
export type Acknowledged = { readonly acked: boolean; readonly payload: unknown; readonly after: number };

/** Where something is done: by whom, in which channel. */
export type Where = { readonly user?: string; readonly channel?: string; readonly team?: string };

/** People using Slack: typing, pressing, filling in; and Slack telling the app of it. */
export class Driver {
  readonly #slack: FakeSlack;
  readonly #way: Way;

  constructor(slack: FakeSlack, way: Way = { by: 'socket' }) {
    this.#slack = slack;
    this.#way = way;
  }

  slash(text: string, { user = 'U1', channel = 'C1', team = 'T1' }: Where = {}): Promise<Acknowledged> {
    const response_url = this.#answerUrl(team, channel, user);
    const trigger_id = this.#slack.views.trigger(user);
    const names = { command: '/liveblog', text, user_name: user, channel_name: 'x', team_domain: 'x', token: 't' };
    return this.deliver('slash_commands', {
      ...names,
      team_id: team,
      user_id: user,
      channel_id: channel,
      api_app_id: 'A1',
      response_url,
      trigger_id,
    });
  }

  /** Presses the button (or picks the menu entry) with this label in what the person sees last. */
  press(label: string, { user = 'U1', channel = 'C1', team = 'T1' }: Where = {}): Promise<Acknowledged> {
    const { world } = this.#slack;
    const own = world.ephemerals.filter((one) => one.user === user && one.channel === channel).reverse();
    for (const { id, blocks } of own) {
      const action = findAction(blocks, label);
      if (action !== undefined) return this.#pressed(action, { team, channel, user, source: id, ephemeral: true });
    }
    for (const { ts, blocks } of [...(world.channels.get(channel)?.messages ?? [])].reverse()) {
      const action = findAction(blocks, label);
      if (action !== undefined) return this.#pressed(action, { team, channel, user, source: ts, ephemeral: false });
    }
    throw new Error(`nobody sees a button ${label}`);
  }

  pressAtHome(label: string, { user = 'U1', team = 'T1' }: Where = {}): Promise<Acknowledged> {
    const action = findAction(array(this.#slack.world.homes.get(user)?.blocks), label);
    if (action === undefined) throw new Error(`no button ${label} on the home tab`);
    return this.deliver('interactive', {
      type: 'block_actions',
      team: { id: team },
      user: { id: user, team_id: team },
      api_app_id: 'A1',
      trigger_id: this.#slack.views.trigger(user),
      container: { type: 'view', view_id: 'V1' },
      view: { id: 'V1', type: 'home', team_id: team },
      actions: [{ ...action, action_ts: '1.1' }],
    });
  }

  #pressed(
    action: Fields,
    at: { team: string; channel: string; user: string; source: string; ephemeral: boolean },
  ): Promise<Acknowledged> {
    const { team, channel, user, source, ephemeral } = at;
    return this.deliver('interactive', {
      type: 'block_actions',
      team: { id: team },
      user: { id: user, team_id: team },
      channel: { id: channel, name: 'x' },
      api_app_id: 'A1',
      trigger_id: this.#slack.views.trigger(user),
      response_url: this.#answerUrl(team, channel, user, source),
      container: { type: 'message', message_ts: source, channel_id: channel, is_ephemeral: ephemeral },
      ...(ephemeral ? {} : { message: { ts: source } }),
      actions: [{ ...action, action_ts: '1.1' }],
    });
  }

  /** Fills in the modal the person sees; fields not named keep what stood there. */
  async submit(
    values: Readonly<Record<string, string>>,
    { user = 'U1', team = 'T1' }: Where = {},
  ): Promise<Acknowledged> {
    const { views } = this.#slack.world;
    const at = views.findLastIndex((open) => open.user === user);
    const open = views[at];
    if (open === undefined) throw new Error(`${user} sees no modal`);
    const blocks = array(open.view.blocks);
    const state = Object.fromEntries(blocks.map((block) => [String(block.block_id), fieldState(block, values)]));
    const answer = await this.deliver('interactive', {
      type: 'view_submission',
      team: { id: team },
      user: { id: user, team_id: team },
      api_app_id: 'A1',
      trigger_id: this.#slack.views.trigger(user),
      view: { id: open.id, team_id: team, ...open.view, state: { values: state } },
    });
    const { response_action, view } = record(answer.payload);
    if (response_action === undefined && answer.acked) views.splice(at, 1);
    if (response_action === 'update') views[at] = { ...open, view: { ...record(view) } };
    return answer;
  }

  shortcut(callback: string, message: string, { user = 'U1', channel = 'C1', team = 'T1' }: Where = {}) {
    return this.deliver('interactive', {
      type: 'message_action',
      callback_id: callback,
      team: { id: team },
      user: { id: user, team_id: team },
      channel: { id: channel, name: 'x' },
      message_ts: message,
      message: { type: 'message', ts: message },
      api_app_id: 'A1',
      trigger_id: this.#slack.views.trigger(user),
      response_url: this.#answerUrl(team, channel, user),
    });
  }

  /** An Events API event; delivered again at once, and once more, while it is not acknowledged. */
  async event(
    event: Fields,
    options: { team?: string; id?: string; time?: number; within?: number } = {},
  ): Promise<Acknowledged> {
    const { team = 'T1', id = this.#slack.world.id('Ev') } = options;
    const payload = {
      type: 'event_callback',
      token: 't',
      team_id: team,
      api_app_id: 'A1',
      event_id: id,
      event_time: options.time ?? Math.floor(Date.now() / 1_000),
      authorizations: [{ team_id: team, user_id: `UBOT${team}`, is_bot: true, is_enterprise_install: false }],
      event,
    };
    let answer = await this.deliver('events_api', payload, { within: options.within ?? 1_000 });
    for (let retry = 1; !answer.acked && retry <= 2; retry += 1)
      answer = await this.deliver('events_api', payload, { within: 1_000, retry });
    return answer;
  }

  async deliver(
    type: string,
    payload: Fields,
    options: { within?: number; retry?: number } = {},
  ): Promise<Acknowledged> {
    const begun = Date.now();
    if (this.#way.by === 'socket') {
      const answer = await this.#slack.socket.send(type, payload, options);
      return { acked: answer !== undefined, payload: answer, after: Date.now() - begun };
    }
    const form =
      type === 'events_api' ? undefined : type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
    const body =
      form === undefined ? JSON.stringify(payload) : new URLSearchParams(form as Record<string, string>).toString();
    const response = await signedRequest(this.#way, body, form === undefined);
    const text = await response.text();
    const read = text.startsWith('{') ? (JSON.parse(text) as unknown) : {};
    return { acked: response.status === 200, payload: read, after: Date.now() - begun };
  }

  #answerUrl(team: string, channel: string, user: string, source?: string): string {
    return `${this.#slack.origin}/response/${this.#slack.responses.create(team, channel, user, source)}`;
  }
}

/** A request as Slack signs them; `at` in seconds, `key` to sign with another secret. */
export function signedRequest(
  { url, secret }: { readonly url: string; readonly secret: string },
  body: string,
  json: boolean,
  at = Math.floor(Date.now() / 1_000),
): Promise<Response> {
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': signature,
    },
  });
}

function findAction(blocks: readonly unknown[], label: string): Fields | undefined {
  for (const block of blocks.map(record)) {
    for (const element of [...array(block.elements), record(block.accessory)]) {
      const known = { type: element.type, action_id: element.action_id, block_id: block.block_id ?? 'b' };
      if (element.type === 'button' && record(element.text).text === label) return { ...known, value: element.value };
      const option = array(element.options).find(({ text }) => record(text).text === label);
      if (element.type === 'overflow' && option !== undefined) return { ...known, selected_option: option };
    }
  }
  return undefined;
}

function fieldState(block: Fields, values: Readonly<Record<string, string>>): Fields {
  const element = record(block.element);
  const given = values[String(block.block_id)];
  if (element.type === 'plain_text_input')
    return { value: { type: element.type, value: given ?? element.initial_value ?? null } };
  const option = array(element.options).find(({ value }) => value === given);
  return { value: { type: element.type, selected_option: option ?? element.initial_option ?? null } };
}
