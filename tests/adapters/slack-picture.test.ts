import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderPost } from '../../adapters/slack/render.ts';
import { paragraphs } from '../../src/core/text/body-text.ts';
import { EVERY_KIND, entryPost, foldPost, sampleView } from '../contracts/sample-posts.ts';
import { channelPicture } from '../support/fake-slack/picture.ts';

const FILE = new URL('../../docs/slack-channel.svg', import.meta.url);
const AT = Date.UTC(2026, 2, 14, 9, 31);

const POSTS = [
  { at: '09:26', post: EVERY_KIND.find(({ kind }) => kind === 'card'), replies: 12 },
  {
    at: '09:27',
    post: entryPost({
      title: 'Harbour gates closed',
      flags: ['key'],
      text: 'The gates at the north quay were closed at dawn. The harbour master expects the water to stand highest at half past eleven.',
      media: [{ type: 'image', url: 'https://gazette.example/quay.jpg', alt: 'Waves break over the north quay' }],
    }),
  },
  {
    at: '09:29',
    post: entryPost(
      {
        title: 'Four ferries cancelled',
        text: 'No crossings to Elm Point before noon, the ferry office says.',
        authors: ['Tomas Reed'],
      },
      { correctedAt: AT },
    ),
  },
  {
    at: '09:30',
    post: entryPost(
      { title: 'Lighthouse road flooded', text: 'Cars are turned back at the chapel.', authors: ['Tomas Reed'] },
      { withdrawnAt: AT },
    ),
  },
  {
    at: '09:34',
    post: foldPost([
      sampleView({ id: 'e5', title: 'Shelter opens in the town hall', text: 'Blankets and tea, dogs are welcome.' }),
      sampleView({
        id: 'e6',
        title: 'Crane secured',
        flags: ['breaking'],
        tree: paragraphs('The loose crane on pier two was tied down.'),
      }),
    ]),
  },
];

it('the picture in the documents is drawn from what the adapter sends', () => {
  const messages = POSTS.flatMap(({ post, at, ...rest }) =>
    post === undefined ? [] : [{ at, blocks: renderPost(post).blocks, ...rest }],
  );

  const svg = channelPicture('saltmere-storm', messages);
  if (process.env.LIVEBLOG_DRAW !== undefined) writeFileSync(FILE, svg);

  expect(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '', 'draw it again with LIVEBLOG_DRAW=1').toBe(svg);
});
