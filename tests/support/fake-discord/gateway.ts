import type { Server } from 'node:http';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { World } from './world.ts';
import { APPLICATION, BOT, wireGuild } from './world.ts';

type Packet = { op: number; d?: unknown; s?: number | null; t?: string | null };
type Session = { id: string; sequence: number; sent: Packet[]; socket: WebSocket | undefined };

/** The gateway: hello, heartbeats, identify, resume, dispatches, and the ways it goes wrong. */
export class Gateway {
  readonly #world: World;
  readonly #token: () => string;
  readonly #sessions = new Map<string, Session>();
  #sockets: WebSocketServer | undefined;
  #url = '';
  heartbeatInterval = 40_000;
  /** No heartbeat is acknowledged: a connection that looks alive and is not. */
  zombie = false;
  /** What happened, in order: identify, resume, resumed, expired. */
  readonly log: string[] = [];
  /** The intents the bot last asked for. */
  intents = 0;
  heartbeats = 0;

  constructor(world: World, token: () => string) {
    this.#world = world;
    this.#token = token;
  }

  listen(server: Server, url: string): void {
    this.#url = url;
    this.#sockets = new WebSocketServer({ server });
    this.#sockets.on('connection', (socket) => this.#greet(socket));
  }

  get url(): string {
    return this.#url;
  }

  dispatch(type: string, data: unknown): void {
    for (const session of this.#sessions.values()) this.#give(session, type, data);
  }

  /** Drops every connection without a word. */
  cut(): void {
    for (const socket of this.#sockets?.clients ?? []) socket.terminate();
  }

  /** Opcode 7: please reconnect. */
  askToReconnect(): void {
    this.#all({ op: 7, d: null });
  }

  /** Opcode 9: the session is over, or may be resumed. */
  invalidate(resumable: boolean): void {
    if (!resumable) this.#sessions.clear();
    this.#all({ op: 9, d: resumable });
  }

  /** Forgets the sessions, so that a resume fails. */
  expireSessions(): void {
    this.#sessions.clear();
  }

  closeWith(code: number): void {
    for (const socket of this.#sockets?.clients ?? []) socket.close(code);
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) =>
      this.#sockets === undefined ? resolve() : this.#sockets.close(() => resolve()),
    );
  }

  #all(packet: Packet): void {
    for (const socket of this.#sockets?.clients ?? []) socket.send(JSON.stringify(packet));
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data) => this.#hear(socket, JSON.parse(String(data)) as Packet));
    socket.on('error', () => undefined);
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.heartbeatInterval }, s: null, t: null }));
  }

  #hear(socket: WebSocket, { op, d }: Packet): void {
    if (op === 1) {
      this.heartbeats += 1;
      if (!this.zombie) socket.send(JSON.stringify({ op: 11, d: null }));
    }
    if (op === 2) this.#identify(socket, d as { token: string; intents: number });
    if (op === 6) this.#resume(socket, d as { session_id: string; seq: number });
  }

  #identify(socket: WebSocket, { token, intents }: { token: string; intents: number }): void {
    this.log.push('identify');
    this.intents = intents;
    if (token !== this.#token()) {
      socket.close(4004);
      return;
    }
    const session: Session = { id: `session-${this.log.length}`, sequence: 0, sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#give(session, 'READY', {
      v: 10,
      user: { ...BOT, discriminator: '0000', avatar: null },
      guilds: [...this.#world.guilds].map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#url,
      shard: [0, 1],
      application: { id: APPLICATION, flags: 0 },
    });
    for (const id of this.#world.guilds) this.#give(session, 'GUILD_CREATE', wireGuild(this.#world, id));
  }

  #resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    const session = this.#sessions.get(session_id);
    if (session === undefined) {
      this.log.push('expired');
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    this.log.push('resume');
    session.socket = socket;
    for (const packet of session.sent) if ((packet.s ?? 0) > seq) socket.send(JSON.stringify(packet));
    this.#give(session, 'RESUMED', {});
    this.log.push('resumed');
  }

  #give(session: Session, type: string, data: unknown): void {
    session.sequence += 1;
    const packet = { op: 0, t: type, s: session.sequence, d: data };
    session.sent.push(packet);
    if (session.socket?.readyState === 1) session.socket.send(JSON.stringify(packet));
  }
}
