import { createConnection } from 'node:net';

/** Where a database for tests is, or the line that says why its tests are skipped. */
export type Service = { readonly url: string } | { readonly skip: string };

/**
 * The server that `variable` names, else one on the standard local port. With LIVEBLOG_TEST_SERVICES=require a missing
 * server is a failure instead of a skip.
 */
export async function findService(variable: string, standard: string): Promise<Service> {
  const named = process.env[variable];
  if (named !== undefined && named !== '') return { url: named };
  const { hostname, port } = new URL(standard);
  if (await listens(hostname, Number(port))) return { url: standard };
  const skip = `no ${variable} and nothing on ${hostname}:${port}`;
  if (process.env.LIVEBLOG_TEST_SERVICES === 'require') throw new Error(`LIVEBLOG_TEST_SERVICES=require, but ${skip}`);
  process.stderr.write(`skipped: ${skip}\n`);
  return { skip };
}

export const redisService = (): Promise<Service> => findService('REDIS_URL', 'redis://127.0.0.1:6379/15');

export const postgresService = (): Promise<Service> =>
  findService('POSTGRES_URL', 'postgres://postgres@127.0.0.1:5432/postgres');

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 500 });
    const end = (found: boolean) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
