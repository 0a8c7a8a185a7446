import type { Answer, Route } from './answer.ts';
import { NO_CONTENT, ok, refuse } from './answer.ts';
import type { Gateway } from './gateway.ts';
import { pick, refusedBody, store } from './routes-messages.ts';
import type { FakeMessage, World } from './world.ts';
import { BOT, wireMessage } from './world.ts';

/** How long an interaction may go unanswered. */
const ACK_WITHIN = 3_000;
const EPHEMERAL = 64;

/** One thing a person did, and what they got for it. */
export type FakeInteraction = {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly type: number;
  readonly born: number;
  /** The message that held the pressed button. */
  readonly on?: FakeMessage;
  acknowledged?: number;
  ackedAfter?: number;
  /** The first answer; ephemeral ones are seen by the person alone. */
  original?: FakeMessage;
  readonly followups: FakeMessage[];
  modal?: Record<string, unknown>;
  choices?: { name: string; value: string }[];
  refused?: number;
};

/** Interactions under way, by token. */
export class Interactions {
  readonly byToken = new Map<string, FakeInteraction>();
}

export function interactionRoutes(
  world: World,
  gateway: Gateway,
  interactions: Interactions,
): readonly (readonly [string, RegExp, Route])[] {
  const put = (interaction: FakeInteraction, body: Record<string, unknown>): FakeMessage => {
    const channel = world.channels.get(interaction.channel);
    if ((Number(body.flags ?? 0) & EPHEMERAL) === 0 && channel !== undefined) {
      const message = store(world, channel, body);
      gateway.dispatch('MESSAGE_CREATE', { ...wireMessage(message), guild_id: channel.guild });
      return message;
    }
    const kept = {
      id: world.id(),
      channel_id: interaction.channel,
      author: BOT,
      content: '',
      embeds: [],
      components: [],
    };
    const rest = { type: 20, edited_timestamp: null, published: false };
    return { ...kept, ...rest, ...pick(body), flags: Number(body.flags ?? 0) };
  };

  const callback: Route = (call, [, token = '']) => {
    const interaction = interactions.byToken.get(token);
    if (interaction === undefined) return refuse(404, 10_062, 'Unknown interaction');
    const answer = acknowledge(interaction, call.body as { type: number; data?: Record<string, unknown> }, put);
    if (answer.status >= 400) {
      interaction.refused = (answer.body as { code: number }).code;
      return answer;
    }
    if (call.query.get('with_response') !== 'true') return NO_CONTENT;
    const message = interaction.original === undefined ? {} : { message: wireMessage(interaction.original) };
    return ok({ interaction: { id: interaction.id, type: interaction.type }, resource: { type: 4, ...message } });
  };

  const withToken = (run: (interaction: FakeInteraction, body: Record<string, unknown>) => Answer): Route => {
    return (call, [, token = '']) => {
      const interaction = interactions.byToken.get(token);
      if (interaction === undefined || Date.now() - interaction.born > 900_000) {
        return refuse(401, 50_027, 'Invalid Webhook Token');
      }
      return refusedBodyOf(call.method, call.body) ?? run(interaction, call.body);
    };
  };

  const editOriginal = withToken((interaction, body) => {
    const { original } = interaction;
    if (original === undefined) return refuse(404, 10_008, 'Unknown Message');
    Object.assign(original, pick(body), { flags: original.flags & ~128, edited_timestamp: new Date().toISOString() });
    return ok(wireMessage(original));
  });
  const followUp = withToken((interaction, body) => {
    const message = put(interaction, body);
    interaction.followups.push(message);
    return ok(wireMessage(message));
  });
  const readOriginal = withToken(({ original }) =>
    original === undefined ? refuse(404, 10_008, 'Unknown Message') : ok(wireMessage(original)),
  );
  const removeOriginal = withToken((interaction) => {
    delete interaction.original;
    return NO_CONTENT;
  });

  return [
    ['POST', /^\/interactions\/(\d+)\/([\w.-]+)\/callback$/u, callback],
    ['PATCH', /^\/webhooks\/(\d+)\/([\w.-]+)\/messages\/@original$/u, editOriginal],
    ['GET', /^\/webhooks\/(\d+)\/([\w.-]+)\/messages\/@original$/u, readOriginal],
    ['DELETE', /^\/webhooks\/(\d+)\/([\w.-]+)\/messages\/@original$/u, removeOriginal],
    ['POST', /^\/webhooks\/(\d+)\/([\w.-]+)$/u, followUp],
  ];
}

type Put = (interaction: FakeInteraction, body: Record<string, unknown>) => FakeMessage;

/** The first answer: within 3 s, once, of a type that fits (interactions/receiving-and-responding). */
function acknowledge(
  interaction: FakeInteraction,
  { type, data = {} }: { type: number; data?: Record<string, unknown> },
  put: Put,
): Answer {
  const after = Date.now() - interaction.born;
  if (after > ACK_WITHIN) return refuse(404, 10_062, 'Unknown interaction');
  if (interaction.acknowledged !== undefined) {
    return refuse(400, 40_060, 'Interaction has already been acknowledged.');
  }
  const autocomplete = interaction.type === 4;
  if (autocomplete !== (type === 8)) return refuse(400, 50_035, 'Invalid Form Body');
  if (type === 9 && interaction.type === 5) return refuse(400, 50_035, 'Invalid Form Body');
  const bad = type === 4 || type === 7 ? refusedBody(data) : undefined;
  if (bad !== undefined) return bad;
  interaction.acknowledged = type;
  interaction.ackedAfter = after;
  if (type === 4) interaction.original = put(interaction, data);
  if (type === 5) interaction.original = put(interaction, { content: '…', flags: Number(data.flags ?? 0) | 128 });
  if ((type === 6 || type === 7) && interaction.on !== undefined) interaction.original = interaction.on;
  if (type === 7 && interaction.on !== undefined) Object.assign(interaction.on, pick(data));
  if (type === 8) interaction.choices = (data.choices ?? []) as { name: string; value: string }[];
  if (type === 9) interaction.modal = data;
  return NO_CONTENT;
}

function refusedBodyOf(method: string, body: Record<string, unknown>): Answer | undefined {
  return method === 'POST' || method === 'PATCH' ? refusedBody(body) : undefined;
}
