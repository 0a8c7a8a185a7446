import { describe, expect, it } from 'vitest';
import { createBodies } from '../../src/sources/reader.ts';

const BASE = 'https://saltmere.example/live';
const page = (n: number) => `<p>${`Tide ${n} `.repeat(20_000)}</p>`;

describe('what is remembered of the last reads', () => {
  it('is kept for a few blogs, each as it was', () => {
    const bodies = createBodies();
    const first = bodies('storm')(page(0), BASE);
    bodies('ferry')(page(1), BASE);

    expect(bodies('storm')(page(0), BASE)).toBe(first);
  });

  it('is let go where many blogs are read, also when their entries stayed the same since', () => {
    const bodies = createBodies();
    const first = bodies('blog-0');
    for (let n = 0; n < 40; n++) {
      bodies(`blog-${n}`)(page(n), BASE);
      bodies(`blog-${n}`);
      bodies(`blog-${n}`);
    }

    expect(bodies('blog-0')).not.toBe(first);
  });
});
