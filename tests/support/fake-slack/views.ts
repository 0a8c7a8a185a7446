import { array, blockProblems, record } from './block-limits.ts';
import { type Answer, refuse } from './methods.ts';
import type { World } from './world.ts';

/** Trigger ids (three seconds, once) and the modals they open. */
export class Views {
  readonly #world: World;
  readonly #triggers = new Map<string, { readonly user: string; readonly until: number }>();

  constructor(world: World) {
    this.#world = world;
  }

  trigger(user: string): string {
    const id = this.#world.id('trigger.');
    this.#triggers.set(id, { user, until: this.#world.now() + 3_000 });
    return id;
  }

  run(method: string, body: Record<string, unknown>): Answer {
    if (method !== 'views.open' && method !== 'views.push') return { ok: true };
    const id = String(body.trigger_id);
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) return refuse('invalid_trigger_id');
    this.#triggers.delete(id);
    if (trigger.until < this.#world.now()) return refuse('expired_trigger_id');
    const view = record(body.view);
    const problems = [...blockProblems(array(view.blocks), 100), ...frameProblems(view)];
    if (problems.length > 0) return refuse('invalid_arguments', { response_metadata: { messages: problems } });
    const open = { id: this.#world.id('V'), user: trigger.user, view: { ...view } };
    this.#world.views.push(open);
    return { ok: true, view: { id: open.id, ...view } };
  }
}

function frameProblems(view: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = [];
  for (const part of ['title', 'submit', 'close']) {
    const text = record(view[part]).text;
    if (typeof text === 'string' && (text.length > 24 || text === ''))
      problems.push(`${part} of ${text.length} characters`);
  }
  if (String(view.private_metadata ?? '').length > 3_000) problems.push('private_metadata too long');
  if (record(view.title).text === undefined) problems.push('no title');
  return problems;
}
