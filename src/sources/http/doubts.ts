/** 304 answers in a row, and milliseconds since the last whole reading, after which "not modified" is no longer believed. */
const PATIENCE = 10;
const DOUBT_AFTER = 5 * 60 * 1000;
/** Each time the server turns out to have been honest, it is believed this many times longer, up to `MAX_TRUST` times. */
const TRUST_GROWTH = 2;
const MAX_TRUST = 8;
const REMEMBERED = 5_000;

/** Changes found behind a "not modified" before the server counts as lying: one may be a change of this very second. */
const SUSPICIONS = 2;

type Record = { notModified: number; lastWhole: number; trust: number; suspicions: number };

/**
 * What a whole reading showed. `same`: the bytes of last time. `changed`: other bytes. `contradiction`: other bytes under
 * the very validators of last time.
 */
export type Finding = 'same' | 'changed' | 'contradiction';

/**
 * Which servers' "not modified" can be believed. Some answer 304 for ever to an ETag that stopped meaning anything (a cache
 * in front, a clock one second coarse), and a blog would stand still unseen. So after ten 304s in a row and five minutes
 * the page is read whole once: if it is the same, the server is trusted for twice as long; if it had changed twice running, or
 * under unchanged validators, these are never sent again. Kept in memory only – a restart merely begins to count anew.
 */
export class Doubts {
  readonly #records = new Map<string, Record>();

  /** True when the next request should ask for the whole page whatever the validators. */
  isDue(url: string, now: number): boolean {
    const record = this.#records.get(url);
    if (record === undefined) return false;
    if (record.suspicions >= SUSPICIONS) return true;
    return record.notModified >= PATIENCE * record.trust && now - record.lastWhole >= DOUBT_AFTER * record.trust;
  }

  notModified(url: string, now: number): void {
    this.#record(url, now).notModified += 1;
  }

  /** A whole body came. `tested`: the server had been saying "not modified" and was asked regardless. */
  whole(url: string, now: number, tested: boolean, finding: Finding): void {
    const record = this.#record(url, now);
    if (tested && record.suspicions < SUSPICIONS) {
      record.suspicions = finding === 'same' ? 0 : record.suspicions + (finding === 'contradiction' ? SUSPICIONS : 1);
      record.trust = finding === 'same' ? Math.min(MAX_TRUST, record.trust * TRUST_GROWTH) : 1;
    }
    record.notModified = 0;
    record.lastWhole = now;
  }

  #record(url: string, now: number): Record {
    const known = this.#records.get(url);
    if (known !== undefined) return known;
    const [oldest] = this.#records.keys();
    if (this.#records.size >= REMEMBERED && oldest !== undefined) this.#records.delete(oldest);
    const record = { notModified: 0, lastWhole: now, trust: 1, suspicions: 0 };
    this.#records.set(url, record);
    return record;
  }
}
