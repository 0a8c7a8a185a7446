import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { record } from './block-limits.ts';

type Waiting = { readonly resolve: (payload: unknown) => void };

/** Slack's side of Socket Mode: one envelope to one connection, acknowledgements by envelope id. */
export class SocketMode {
  readonly #sockets = new Set<WebSocket>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #server: WebSocketServer;
  #count = 0;
  /** When connections said hello, for tests of the gap. */
  readonly hellos: number[] = [];

  constructor(server: Server) {
    this.#server = new WebSocketServer({ server, path: '/link' });
    this.#server.on('connection', (socket) => this.#welcome(socket));
  }

  ticket(origin: string): string {
    this.#count += 1;
    return `${origin.replace('http', 'ws')}/link?ticket=${this.#count}&app_id=A1`;
  }

  get connected(): boolean {
    return this.#sockets.size > 0;
  }

  /** Resolves with the acknowledgement's payload, or undefined when none came in time. */
  async send(
    type: string,
    payload: unknown,
    options: { id?: string; retry?: number; within?: number } = {},
  ): Promise<unknown> {
    const socket = [...this.#sockets].findLast(({ readyState, OPEN }) => readyState === OPEN);
    this.#count += 1;
    const id = options.id ?? `env-${this.#count}`;
    const answered = new Promise((resolve) => this.#waiting.set(id, { resolve }));
    socket?.send(
      JSON.stringify({
        type,
        envelope_id: id,
        payload,
        accepts_response_payload: type !== 'events_api',
        retry_attempt: options.retry ?? 0,
        retry_reason: options.retry === undefined ? '' : 'timeout',
      }),
    );
    const timeout = new Promise((resolve) => setTimeout(() => resolve(undefined), options.within ?? 3_000).unref());
    const answer = await Promise.race([answered, timeout]);
    this.#waiting.delete(id);
    return answer;
  }

  /** Slack recycles the connection: the client is asked to come again. */
  refresh(reason = 'refresh_requested'): void {
    for (const socket of this.#sockets) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
  }

  /** As `refresh`, but the server never completes the closing of the old connection. */
  refreshAndHold(): void {
    for (const socket of this.#sockets) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'warning', debug_info: {} }));
      this.#sockets.delete(socket);
      socket.removeAllListeners('message');
      (socket as unknown as { _socket: { removeAllListeners(event: string): void } })._socket.removeAllListeners(
        'data',
      );
    }
  }

  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    this.#sockets.add(socket);
    this.hellos.push(Date.now());
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('message', (data) => {
      const { envelope_id, payload } = record(JSON.parse(String(data)));
      this.#waiting.get(String(envelope_id))?.resolve(payload ?? {});
    });
    socket.send(
      JSON.stringify({ type: 'hello', num_connections: this.#sockets.size, connection_info: { app_id: 'A1' } }),
    );
  }
}
