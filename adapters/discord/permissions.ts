type Needed = {
  readonly what: string;
  readonly bit: bigint;
  readonly why: string;
  /** What alone lacks without it. */
  readonly only?: 'threads' | 'certainty';
};

/** What the bot needs in a channel, in Discord's words (topics/permissions), with the bit and what it is for. */
export const NEEDED: readonly Needed[] = [
  { what: 'View Channel', bit: 1n << 10n, why: 'to see the channel at all' },
  { what: 'Send Messages', bit: 1n << 11n, why: 'to post' },
  { what: 'Embed Links', bit: 1n << 14n, why: 'to show cards' },
  {
    what: 'Read Message History',
    bit: 1n << 16n,
    why: 'to find its own message again after a lost answer',
    only: 'certainty',
  },
  { what: 'Create Public Threads', bit: 1n << 35n, why: 'for the thread layout', only: 'threads' },
  { what: 'Send Messages in Threads', bit: 1n << 38n, why: 'for the thread layout', only: 'threads' },
];

const ADMINISTRATOR = 1n << 3n;
const ALL = (1n << 60n) - 1n;

/** The least a server has to grant, as one number for the invite link. */
export const LEAST = NEEDED.reduce((sum, { bit }) => sum | bit, 0n);

/** The address that adds the bot to a server with these permissions and its slash commands, and nothing more. */
export function inviteUrl(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: LEAST.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

export type Overwrite = { id: string; type: number; allow: string; deny: string };

export type PermissionFacts = {
  readonly guild: string;
  readonly member: string;
  readonly roles: readonly string[];
  readonly owner: string | undefined;
  readonly guildRoles: readonly { readonly id: string; readonly permissions: string }[];
  readonly overwrites: readonly Overwrite[];
};

/** What a member may do in a channel: roles first, then the channel's exceptions from general to particular. */
export function permissionsIn(facts: PermissionFacts): bigint {
  if (facts.owner === facts.member) return ALL;
  const mine = new Set([facts.guild, ...facts.roles]);
  let bits = 0n;
  for (const role of facts.guildRoles) if (mine.has(role.id)) bits |= BigInt(role.permissions);
  if ((bits & ADMINISTRATOR) !== 0n) return ALL;
  const steps = [
    facts.overwrites.filter(({ id }) => id === facts.guild),
    facts.overwrites.filter(({ id, type }) => type === 0 && id !== facts.guild && mine.has(id)),
    facts.overwrites.filter(({ id, type }) => type === 1 && id === facts.member),
  ];
  for (const step of steps) {
    for (const { deny } of step) bits &= ~BigInt(deny);
    for (const { allow } of step) bits |= BigInt(allow);
  }
  return bits;
}

/** What is missing where these bits are granted. In a thread nothing but writing in threads counts. */
export function missingIn(bits: bigint, isThread: boolean): readonly Needed[] {
  return NEEDED.flatMap((needed) => {
    if ((bits & needed.bit) !== 0n) return [];
    if (!isThread) return [needed];
    if (needed.what === 'Send Messages' || needed.what === 'Create Public Threads') return [];
    const { only, ...always } = needed;
    return [only === 'threads' ? { ...always, why: 'to post in this thread' } : needed];
  });
}
