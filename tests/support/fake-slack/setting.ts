import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import { Driver } from './driver.ts';
import { FakeProgram } from './program.ts';
import { readMessage } from './reader.ts';
import { type SlackStage, type SlackStageOptions, slackStage } from './stage.ts';

export const SIGNING_SECRET = 'signing-secret-of-the-test';

/** An adapter with a program behind it and people in front of it. */
export type Setting = {
  readonly stage: SlackStage;
  readonly program: FakeProgram;
  readonly driver: Driver;
  /** Where the app's requests go, in HTTP mode and for installations. */
  readonly url: string;
  /** What only this person was told, oldest first. */
  toldTo(user: string): string[];
  close(): Promise<void>;
};

export async function bySocket(options: SlackStageOptions = {}): Promise<Setting> {
  return setting(options, 'socket');
}

export async function byHttp(options: SlackStageOptions = {}): Promise<Setting> {
  const { appToken: _, ...rest } = { ...options.options, signingSecret: SIGNING_SECRET };
  return setting({ ...options, options: { ...rest, appToken: undefined } as object }, 'http');
}

async function setting(options: SlackStageOptions, by: 'socket' | 'http'): Promise<Setting> {
  const program = new FakeProgram();
  const stage = await slackStage({ inbound: program, ...options });
  const server = createServer((request, response) => stage.adapter.http?.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secret = SIGNING_SECRET;
  const way = by === 'socket' ? { by } : { by, url: `${url}/slack/events`, secret };
  return {
    stage,
    program,
    url,
    driver: new Driver(stage.slack, way),
    toldTo: (user) =>
      stage.slack.world.ephemerals
        .filter((one) => one.user === user)
        .map((one) => readMessage(one.text, one.blocks).text),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await stage.close();
    },
  };
}

/** Waits until people see what the check says. */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 3_000, interval: 10 });
}
