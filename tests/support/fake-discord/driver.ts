import type { FakeInteraction } from './routes-interactions.ts';
import type { FakeDiscord } from './server.ts';
import type { FakeMessage, FakeUser } from './world.ts';
import { ANA, APPLICATION, CHANNEL, GUILD, wireChannel, wireMessage } from './world.ts';

/** Who does something, and where. */
export type Actor = {
  readonly user?: FakeUser;
  readonly channel?: string;
  readonly guild?: string;
  readonly permissions?: string;
  readonly locale?: string;
  /** Done so long ago, ms: the gateway tells it late, as after a gap. */
  readonly ago?: number;
};

type Values = Readonly<Record<string, string | number | boolean>>;

/** A person at the keyboard: types commands, presses buttons, fills in forms, and sees the answers. */
export class Driver {
  readonly #fake: FakeDiscord;

  constructor(fake: FakeDiscord) {
    this.#fake = fake;
  }

  /** `/liveblog PATH`, e.g. `alert add`, with typed options. */
  slash(path: string, values: Values = {}, actor: Actor = {}): FakeInteraction {
    return this.#dispatch(2, { name: 'liveblog', type: 1, options: nested(path, leaves(values)) }, actor);
  }

  /** What is suggested while `option` is being typed. */
  typing(path: string, option: string, typed: string, actor: Actor = {}): FakeInteraction {
    const focused = [{ name: option, type: 3, value: typed, focused: true }];
    return this.#dispatch(4, { name: 'liveblog', type: 1, options: nested(path, focused) }, actor);
  }

  /** A command from the menu of a message. */
  onMessage(name: string, message: string, actor: Actor = {}): FakeInteraction {
    return this.#dispatch(2, { name, type: 3, target_id: message, resolved: { messages: {} } }, actor);
  }

  /** Presses the button with this label on an answer or message. */
  press(message: FakeMessage, label: string, actor: Actor = {}): FakeInteraction {
    const rows = message.components as { components: { label?: string; custom_id?: string }[] }[];
    const button = rows.flatMap(({ components }) => components).find((other) => other.label === label);
    if (button?.custom_id === undefined)
      throw new Error(`no button “${label}” on: ${JSON.stringify(message.components)}`);
    return this.#dispatch(3, { component_type: 2, custom_id: button.custom_id }, actor, message);
  }

  /** Chooses from a menu. */
  choose(message: FakeMessage, customId: string, values: string[], actor: Actor = {}): FakeInteraction {
    return this.#dispatch(3, { component_type: 3, custom_id: customId, values }, actor, message);
  }

  /** Submits the form an interaction was answered with. */
  submit(form: FakeInteraction, values: Values, actor: Actor = {}): FakeInteraction {
    const components = Object.entries(values).map(([custom_id, value]) => ({
      type: 18,
      component: { type: 4, custom_id, value: String(value) },
    }));
    return this.#dispatch(5, { custom_id: form.modal?.custom_id, components }, actor, form.on);
  }

  #dispatch(type: number, data: object, actor: Actor, on?: FakeMessage): FakeInteraction {
    const { user = ANA, channel = CHANNEL, guild = GUILD, permissions = '0', locale = 'en-GB', ago = 0 } = actor;
    const born = Date.now() - ago;
    const id = this.#fake.world.id(born);
    const place = this.#fake.world.channels.get(channel);
    const interaction: FakeInteraction = {
      id,
      token: `token-${id}`,
      channel,
      type,
      born,
      followups: [],
      ...(on === undefined ? {} : { on }),
    };
    this.#fake.interactions.byToken.set(interaction.token, interaction);
    const who = guild === '' ? { user } : { guild_id: guild, member: { user, roles: [], permissions } };
    this.#fake.gateway.dispatch('INTERACTION_CREATE', {
      id,
      application_id: APPLICATION,
      type,
      token: interaction.token,
      version: 1,
      data: { id: '1', ...data },
      channel_id: channel,
      ...(place === undefined ? {} : { channel: wireChannel(place) }),
      ...who,
      locale,
      entitlements: [],
      authorizing_integration_owners: {},
      ...(on === undefined ? {} : { message: wireMessage(on) }),
    });
    return interaction;
  }
}

function leaves(values: Values): object[] {
  return Object.entries(values).map(([name, value]) => {
    const type = typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : 3;
    return { name, type, value };
  });
}

function nested(path: string, options: object[]): object[] {
  const [first = '', second] = path.split(' ');
  if (second === undefined) return [{ name: first, type: 1, options }];
  return [{ name: first, type: 2, options: [{ name: second, type: 1, options }] }];
}

/** Waits until something holds, at most ten seconds. */
export async function until<T>(look: () => T | undefined | false, what = 'it'): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`${what} did not happen within 10 s`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
