import type { Post } from '../../src/core/post.ts';
import type { Detail, Payload } from './payload.ts';
import { renderAlert } from './render-alert.ts';
import { renderCard } from './render-card.ts';
import { renderCorrection } from './render-correction.ts';
import { renderCover } from './render-cover.ts';
import { renderDigest } from './render-digest.ts';
import { renderEntry, renderFold } from './render-entry.ts';
import { renderNotice } from './render-notice.ts';

/** A post as Block Kit, within every limit of `limits.ts` whatever the entry holds. Pure. */
export function renderPost(post: Post, detail: Detail = 'full'): Payload {
  if (post.spoiler === true && post.kind !== 'notice' && post.kind !== 'alert') return renderCover(post);
  switch (post.kind) {
    case 'entry':
      return renderEntry(post.blog, post.view, detail);
    case 'fold':
      return renderFold(post.blog, post.views, detail);
    case 'digest':
      return renderDigest(post);
    case 'card':
      return renderCard(post.blog, post.card);
    case 'correction':
      return renderCorrection(post.blog, post.view, post.changes);
    case 'notice':
      return renderNotice(post);
    case 'alert':
      return renderAlert(post.blog, post.query, post.hits);
  }
}
