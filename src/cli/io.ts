/** What a command may touch of the world: its streams, its environment and its end. */
export type Io = {
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** True where the terminal shows colours. */
  readonly colour: boolean;
  /** Columns of the terminal at this moment; undefined where results go into a file or pipe. */
  readonly columns?: () => number | undefined;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  readonly now: () => number;
};
