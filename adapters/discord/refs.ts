import { createHash } from 'node:crypto';

/** The short reference a message carries for the intent that made it: eight letters and digits of its token's hash. */
export function refOf(token: string): string {
  return BigInt(`0x${createHash('sha256').update(token).digest('hex').slice(0, 12)}`)
    .toString(36)
    .padStart(8, '0')
    .slice(-8);
}

/** Discord's ids hold their time of birth: milliseconds since 2015, shifted by 22 bits (reference, "Snowflakes"). */
const EPOCH = 1_420_070_400_000;

/** The smallest id a message of this time can have. */
export function snowflakeAt(time: number): string {
  return String(BigInt(Math.max(0, Math.floor(time) - EPOCH)) << 22n);
}

/** When an id was made, epoch milliseconds. */
export function bornAt(snowflake: string): number {
  return Number(BigInt(snowflake) >> 22n) + EPOCH;
}
