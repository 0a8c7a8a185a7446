import { hash } from './hash.ts';

/**
 * The mark by which a post can be found on its platform again: at most 25 characters, the same for the same channel, key
 * and life, so that a repeated attempt carries the same mark.
 */
export function tokenOf(channel: string, key: string, life: number): string {
  return `lb${hash(`${channel} ${key} ${life}`)}${life.toString(36)}`.slice(0, 25);
}
