/** Discord's documented limits, written down a second time on purpose: the adapter's own table is under test. */
type Problem = { readonly path: string; readonly says: string };

type AnyEmbed = {
  title?: string;
  description?: string;
  url?: string;
  footer?: { text?: string };
  author?: { name?: string; url?: string };
  image?: { url?: string };
  fields?: { name?: string; value?: string }[];
};
type AnyButton = { type?: number; style?: number; label?: string; custom_id?: string; url?: string };
type AnyMessage = {
  content?: string | null;
  embeds?: AnyEmbed[];
  components?: { type?: number; components?: AnyButton[] }[];
  nonce?: string | number;
  allowed_mentions?: { parse?: string[]; roles?: string[]; users?: string[] };
};

/** What Discord would refuse in a message, each with its path. */
export function problemsOf(payload: object): Problem[] {
  const message = payload as AnyMessage;
  const problems: Problem[] = [];
  const most = (path: string, text: string | undefined | null, max: number) => {
    if (text !== undefined && text !== null && [...text].length > max) {
      problems.push({ path, says: `Must be ${max} or fewer in length.` });
    }
  };
  most('content', message.content, 2_000);
  if (String(message.nonce ?? '').length > 25) problems.push({ path: 'nonce', says: 'Must be 25 or fewer in length.' });
  const embeds = message.embeds ?? [];
  if (embeds.length > 10) problems.push({ path: 'embeds', says: 'Must be 10 or fewer in length.' });
  let total = 0;
  for (const [n, embed] of embeds.entries()) {
    most(`embeds.${n}.title`, embed.title, 256);
    most(`embeds.${n}.description`, embed.description, 4_096);
    most(`embeds.${n}.footer.text`, embed.footer?.text, 2_048);
    most(`embeds.${n}.author.name`, embed.author?.name, 256);
    if ((embed.fields ?? []).length > 25) problems.push({ path: `embeds.${n}.fields`, says: 'Must be 25 or fewer.' });
    const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
    for (const field of embed.fields ?? []) {
      most(`embeds.${n}.fields.name`, field.name, 256);
      most(`embeds.${n}.fields.value`, field.value, 1_024);
      texts.push(field.name, field.value);
    }
    total += texts.reduce((sum, text) => sum + [...(text ?? '')].length, 0);
    for (const [key, url] of Object.entries({ url: embed.url, image: embed.image?.url, author: embed.author?.url })) {
      if (
        url !== undefined &&
        (!/^(?:https?|attachment):\/\//u.test(url) || url.length > 2_048 || !URL.canParse(url))
      ) {
        problems.push({ path: `embeds.${n}.${key}`, says: 'Not a well formed URL.' });
      }
    }
    if (texts.every((text) => text === undefined || text === '') && embed.image === undefined) {
      problems.push({ path: `embeds.${n}`, says: 'This field is required' });
    }
    for (const text of texts) {
      if (text === '') problems.push({ path: `embeds.${n}`, says: 'This field is required' });
    }
  }
  if (total > 6_000) problems.push({ path: 'embeds', says: 'Embed size exceeds maximum size of 6000' });
  problems.push(...buttonProblems(message));
  const { parse = [], roles = [], users = [] } = message.allowed_mentions ?? {};
  if ((parse.includes('roles') && roles.length > 0) || (parse.includes('users') && users.length > 0)) {
    problems.push({ path: 'allowed_mentions', says: 'parse and ids exclude each other' });
  }
  return problems;
}

function buttonProblems(message: AnyMessage): Problem[] {
  const rows = message.components ?? [];
  const problems: Problem[] = rows.length > 5 ? [{ path: 'components', says: 'Must be 5 or fewer in length.' }] : [];
  const ids = new Set<string>();
  for (const [n, row] of rows.entries()) {
    const path = `components.${n}`;
    const buttons = row.components ?? [];
    if (row.type !== 1 || buttons.length < 1 || buttons.length > 5) {
      problems.push({ path, says: 'Must be between 1 and 5 in length.' });
    }
    for (const button of buttons) {
      if ((button.label ?? '') === '' || (button.label ?? '').length > 80)
        problems.push({ path, says: 'label: 1 to 80' });
      if (button.style === 5 ? button.url === undefined : button.custom_id === undefined) {
        problems.push({ path, says: 'A custom id or url is required' });
      }
      if (button.custom_id === undefined) continue;
      if (button.custom_id.length > 100 || button.custom_id === '')
        problems.push({ path, says: 'custom_id: 1 to 100' });
      if (ids.has(button.custom_id)) problems.push({ path, says: 'Component custom id cannot be duplicated' });
      ids.add(button.custom_id);
    }
  }
  return problems;
}

/** The problems as Discord's 50035 answer. */
export function formBodyError(problems: readonly Problem[]): Record<string, unknown> {
  const errors: Record<string, unknown> = {};
  for (const { path, says } of problems) {
    let at = errors;
    for (const step of path.split('.')) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at._errors = [{ code: 'BASE_TYPE_BAD', message: says }];
  }
  return { message: 'Invalid Form Body', code: 50_035, errors };
}
