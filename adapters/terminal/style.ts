import pc from 'picocolors';

/** Turns text into the same text with a look. */
export type Paint = (text: string) => string;

/** The looks a card is made of; without colour each leaves its text as it is, so words must carry the meaning. */
export type Palette = {
  readonly color: boolean;
  readonly plain: Paint;
  readonly strong: Paint;
  readonly soft: Paint;
  readonly emphasis: Paint;
  readonly link: Paint;
  readonly removed: Paint;
  readonly added: Paint;
  readonly urgent: Paint;
  readonly mark: Paint;
  readonly changed: Paint;
  /** The blog's own colour, from its hue 0–359. */
  readonly blog: (hue: number) => Paint;
};

/** The palette with or without colour. */
export function palette(color: boolean): Palette {
  const c = pc.createColors(color);
  const wheel = [c.red, c.yellow, c.green, c.cyan, c.blue, c.magenta] as const;
  return {
    color,
    plain: (text) => text,
    strong: c.bold,
    soft: c.dim,
    emphasis: c.italic,
    link: c.underline,
    removed: (text) => c.red(c.strikethrough(text)),
    added: c.green,
    urgent: (text) => c.bold(c.red(text)),
    mark: (text) => c.bold(c.yellow(text)),
    changed: (text) => c.bold(c.cyan(text)),
    blog: (hue) => wheel[Math.round(hue / 60) % 6] ?? c.cyan,
  };
}

/**
 * Whether to write colour: `NO_COLOR` (no-color.org, any value but empty) forbids it, `FORCE_COLOR` (not `0`, not
 * `false`) asks for it, else a terminal gets it and a file or pipe does not.
 */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
