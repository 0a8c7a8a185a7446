import type { AllowedMentions } from './payload.ts';

/**
 * Lets ping exactly whom the configured mention names: roles and people by id, everyone and here by their words. Whatever
 * else a message says pings nobody (resources/message, "Allowed Mentions Object").
 */
export function allowedBy(mention: string): AllowedMentions {
  const roles = [...mention.matchAll(/<@&(\d{5,20})>/gu)].map(([, id]) => id ?? '');
  const users = [...mention.matchAll(/<@!?(\d{5,20})>/gu)].map(([, id]) => id ?? '');
  return {
    parse: /@(?:everyone|here)\b/u.test(mention) ? ['everyone'] : [],
    ...(roles.length === 0 ? {} : { roles: [...new Set(roles)].slice(0, 100) }),
    ...(users.length === 0 ? {} : { users: [...new Set(users)].slice(0, 100) }),
  };
}
