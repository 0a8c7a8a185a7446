import { describe, expect, it } from 'vitest';
import { blog, read, script, URL, update } from './storm-page.ts';

const more = '<p>The quay is being watched by three wardens tonight, and the lamps are lit.</p>'.repeat(8);
const page = (updates: readonly object[], elements: string): string =>
  script(JSON.stringify(blog(updates)), `${more}<main>${elements}</main>`);
const picture = (n: number): string => `<figure><img src="https://pics.example/${n}.jpg" alt="The quay ${n}"></figure>`;
const text = (n: number): string => `<p>The tide is ${n} feet high.</p>`;
const pictures = (html: string): string[] =>
  read(html).entries.map(({ body }) => body.media.map(({ url }) => url).join(' '));

describe('the element of an update on the page', () => {
  it('is found by the id that its address names in the query, whatever the query calls it', () => {
    const asked = (name: string) =>
      [3, 2, 1].map((n) => update(n, { url: `${URL}/index.html?${name}=cm0${n}8x7k20003` }));
    const elements = [3, 2, 1]
      .map(
        (n) => `<article class="live-post" id="cm0${n}8x7k20003"><h2>Entry ${n}</h2>${text(n)}${picture(n)}</article>`,
      )
      .join('');

    for (const name of ['post-id', 'post_id', 'postid', 'update']) {
      expect(pictures(page(asked(name), elements))).toEqual([1, 2, 3].map((n) => `https://pics.example/${n}.jpg`));
    }
  });

  it('is not the list that all addresses point to', () => {
    const updates = [3, 2, 1].map((n) => update(n, { url: `${URL}?postid=93122${n}#live-body` }));
    const elements = [3, 2, 1]
      .map((n) => `<div data-post-id="93122${n}"><h2>Entry ${n}</h2>${text(n)}${n === 2 ? picture(n) : ''}</div>`)
      .join('');

    expect(pictures(page(updates, `<div id="live-body">${elements}</div>`))).toEqual([
      '',
      'https://pics.example/2.jpg',
      '',
    ]);
  });

  it('is found by its id beside other numbers that it carries', () => {
    const element = (n: number) =>
      `<article data-source-id="10000${n}7" id="post-${n}"><h2>Entry ${n}</h2>${text(n)}${picture(n)}</article>`;

    expect(pictures(page([update(2), update(1)], element(2) + element(1)))).toEqual([
      'https://pics.example/1.jpg',
      'https://pics.example/2.jpg',
    ]);
  });

  it('says what a declared picture shows and who took it, and has its films', () => {
    const updates = [2, 1].map((n) =>
      update(n, { image: { '@type': 'ImageObject', url: `https://pics.example/${n}.jpg` } }),
    );
    const element = (n: number) =>
      `<article id="post-${n}"><h2>Entry ${n}</h2>${text(n)}<figure><img src="https://pics.example/${n}.jpg?width=300" alt="The quay ${n}"><figcaption>Spray <span class="credit">Tom Hale</span></figcaption></figure><iframe src="https://www.youtube.com/embed/tide${n}film00"></iframe></article>`;

    expect(read(page(updates, element(2) + element(1))).entries.map(({ body }) => body.media)).toEqual(
      [1, 2].map((n) => [
        {
          type: 'image',
          url: `https://pics.example/${n}.jpg`,
          alt: `The quay ${n}`,
          caption: 'Spray',
          credit: 'Tom Hale',
        },
        { type: 'video', url: `https://www.youtube.com/watch?v=tide${n}film00` },
      ]),
    );
  });

  it('holds no picture of who wrote it', () => {
    const box =
      '<div class="css-8k"><img alt="" src="https://pics.example/ana.png"><p>Ana Voss<span>Writes on weather for the coast</span></p></div>';
    const element = (n: number) => `<article id="post-${n}">${box}<h2>Entry ${n}</h2>${text(n)}</article>`;

    expect(pictures(page([update(2), update(1)], element(2) + element(1)))).toEqual(['', '']);
  });

  it('has the title where the JSON-LD has none, or that of the page for every update', () => {
    const element = (n: number) =>
      `<article id="post-${n}"><p class="post-date">1${n}:00</p><h3>Tide ${n}</h3><div>${text(n)}</div><h3>See also</h3></article>`;
    const titles = (more: object, write = element) =>
      read(page([update(2, more), update(1, more)], write(2) + write(1))).entries.map(({ title }) => title);

    expect(titles({ headline: undefined })).toEqual(['Tide 1', 'Tide 2']);
    expect(titles({ headline: 'Storm over Saltmere' })).toEqual(['Tide 1', 'Tide 2']);
    expect(titles({})).toEqual(['Entry 1', 'Entry 2']);
    for (const none of ['', '<h3>Storm over Saltmere</h3>', '<h4>Ana Voss</h4>', '<h3>Key event</h3>']) {
      const untitled = (n: number) => `<article id="post-${n}">${none}${text(n)}<h3>See also</h3></article>`;

      expect(titles({ headline: undefined }, untitled), none).toEqual([undefined, undefined]);
    }
    const headed = (n: number) =>
      `<article id="post-${n}"><h3>The tide</h3><p>The tide is ${n} feet high.</p></article>`;

    expect(titles({ headline: undefined }, headed)).toEqual(['The tide', 'The tide']);
    for (const articleBody of [
      '<h3>The tide</h3><p>It is high.</p>',
      'The tide It is high.',
      'The tide\nIt is high.',
    ]) {
      const twice = (n: number) => `<article id="post-${n}"><h3>The tide</h3><p>It is high.</p></article>`;

      expect(titles({ headline: undefined, articleBody }, twice), articleBody).toEqual([undefined, undefined]);
    }
  });

  it('goes on where the JSON-LD is cut, after a time of its own', () => {
    const long = (n: number) =>
      `The tide is ${n} feet high and the wardens on the quay have rung the bell twice by now.`;
    const updates = [2, 1].map((n) => update(n, { articleBody: long(n).slice(0, 60) }));
    const element = (n: number) =>
      `<article id="post-${n}"><div class="post-dateline"><my-timestamp>1${n}:00 PM</my-timestamp></div><h2>Entry ${n}</h2><p>${long(n)}</p></article>`;

    expect(read(page(updates, element(2) + element(1))).entries.map(({ body }) => body.text)).toEqual([
      long(1),
      long(2),
    ]);
  });

  it('may be an element of the system’s own', () => {
    const element = (n: number) =>
      `<live-blog-post id="post-${n}"><h2>Entry ${n}</h2>${text(n)}${picture(n)}</live-blog-post>`;

    expect(pictures(page([update(2), update(1)], element(2) + element(1)))).toEqual([
      'https://pics.example/1.jpg',
      'https://pics.example/2.jpg',
    ]);
  });

  it('holds pictures in boxes that are called the content related to a picture', () => {
    const element = (n: number) =>
      `<article id="post-${n}">${text(n)}<div class="image image__related-content">${picture(n)}</div></article>`;

    expect(pictures(page([update(2), update(1)], element(2) + element(1)))).toEqual([
      'https://pics.example/1.jpg',
      'https://pics.example/2.jpg',
    ]);
  });

  it.each([
    ['<span class="label">BREAKING</span>', 'breaking'],
    ['<div class="post-pin">Pinned</div>', 'pinned'],
    ['<div class="tag">Key event</div>', 'key'],
    ['<p class="badge">Zusammenfassung</p>', 'summary'],
  ])('%s in it marks the entry', (label, flag) => {
    const element = (n: number) => `<div id="post-${n}">${n === 2 ? label : ''}<h2>Entry ${n}</h2>${text(n)}</div>`;
    const { entries } = read(page([update(3), update(2), update(1)], element(3) + element(2) + element(1)));

    expect(entries.map(({ flags }) => flags)).toEqual([[], [flag], []]);
    expect(entries[1]?.body.text).toBe('The tide is 2 feet high.');
  });

  it('a label in a post that an entry quotes marks nothing', () => {
    const element = (n: number) =>
      `<div id="post-${n}">${text(n)}<blockquote><b>Breaking</b><p>The pier is shut.</p></blockquote></div>`;
    const { entries } = read(page([update(2), update(1)], element(2) + element(1)));

    expect(entries.flatMap(({ flags }) => flags)).toEqual([]);
  });

  it('a pinned entry that the JSON-LD lists first stands where its time is', () => {
    const element = (n: number) =>
      `<div class="post${n === 2 ? ' post-pinned' : ''}" data-published="2031-03-03T1${n}:00:00+01:00" id="post-${n}"><h2>Entry ${n}</h2>${text(n)}</div>`;
    const { entries } = read(
      page(
        [2, 4, 3, 1].map((n) => update(n)),
        [2, 4, 3, 1].map(element).join(''),
      ),
    );

    expect(entries.map(({ title, flags, aside }) => [title, flags, aside])).toEqual([
      ['Entry 1', [], undefined],
      ['Entry 2', ['pinned'], true],
      ['Entry 3', [], undefined],
      ['Entry 4', [], undefined],
    ]);
  });
});

describe('an update that its JSON-LD cuts', () => {
  const long =
    'Wardens have closed the lower quay, and the ferry to Gull Island will not sail again before the storm has passed.';
  const element = (n: number) =>
    `<div id="post-${n}"><div class="date-line">3 Mar 2031 - 1${n}:00</div><h2>Entry ${n}</h2><p>${long}</p><p>Stay at home.</p></div>`;
  const told = (articleBody: string) =>
    read(page([update(2, { articleBody }), update(1, { articleBody })], element(2) + element(1))).entries[0]?.body.text;

  it('in the middle of a sentence has the words of the page', () => {
    expect(told(long.slice(0, 90))).toBe(`${long}\n\nStay at home.`);
    expect(told(long.slice(0, 88))).toBe(`${long}\n\nStay at home.`);
  });

  it('at the end of one, or of a line, keeps its own', () => {
    expect(told(long)).toBe(long);
    expect(told(long.slice(0, -1))).toBe(long.slice(0, -1));
  });

  it('may have its text as an object', () => {
    const articleBody = { '@type': 'TextObject', text: long };

    expect(read(script(JSON.stringify(blog([update(1, { articleBody })])))).entries[0]?.body.text).toBe(long);
  });
});
