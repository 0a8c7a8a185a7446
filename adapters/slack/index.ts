export type { OauthOptions, SlackOptions } from './options.ts';
export { renderPost as renderSlackPost } from './render.ts';
export { createSlackAdapter, type SlackAdapter } from './slack-adapter.ts';
