export type { OauthOptions, SlackOptions } from './options.ts';
export { createSlackAdapter, type SlackAdapter } from './slack-adapter.ts';
