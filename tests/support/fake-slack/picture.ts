import { array, record } from './block-limits.ts';
import { readMrkdwn } from './reader.ts';

/** A message as the adapter sent it. */
export type Pictured = { readonly at: string; readonly blocks: readonly unknown[]; readonly replies?: number };

type Style = 'plain' | 'bold' | 'link' | 'strike' | 'small' | 'head' | 'quote';
type Run = { readonly text: string; readonly styles: readonly Style[] };
type Fields = Readonly<Record<string, unknown>>;

const WIDTH = 760;
const LEFT = 72;
const SIZES = { head: 19, small: 12.5, normal: 15 } as const;
const FILL: Partial<Record<Style, string>> = { link: '#1264a3', small: '#616061' };

/**
 * Draws a channel from the blocks of real messages, near enough to how Slack shows them for a page of documentation.
 * Widths are estimates: lines break a little early rather than run over.
 */
export function channelPicture(channel: string, messages: readonly Pictured[]): string {
  const canvas = new Canvas();
  canvas.text(24, 34, [{ text: `# ${channel}`, styles: ['head', 'bold'] }]);
  canvas.rule(52);
  canvas.y = 74;
  for (const { at, blocks, replies } of messages) {
    canvas.face();
    canvas.write([
      { text: 'Liveblog Relay', styles: ['bold'] },
      { text: `  APP  ${at}`, styles: ['small'] },
    ]);
    for (const block of blocks) drawBlock(canvas, record(block));
    if (replies !== undefined) canvas.write([{ text: `${replies} replies`, styles: ['link', 'small'] }]);
    canvas.y += 18;
  }
  return canvas.svg();
}

function drawBlock(canvas: Canvas, block: Fields): void {
  switch (block.type) {
    case 'header':
      canvas.write([{ text: String(record(block.text).text), styles: ['head', 'bold'] }]);
      return;
    case 'context':
      canvas.write([{ text: array(block.elements).map(small).join(' · '), styles: ['small'] }]);
      return;
    case 'divider':
      canvas.rule(canvas.y - 6, LEFT);
      canvas.y += 14;
      return;
    case 'image':
      canvas.picture(String(block.alt_text));
      return;
    case 'section':
      canvas.beside(record(block.accessory));
      canvas.write(runsOfMrkdwn(String(record(block.text).text)));
      return;
    case 'actions':
      canvas.buttons(array(block.elements).map((element) => String(record(element.text).text ?? '···')));
      return;
    default:
      for (const part of array(block.elements)) drawRichText(canvas, part);
  }
}

function small(element: Fields): string {
  const shown = element.type === 'mrkdwn' ? readMrkdwn(String(element.text)).text : String(element.text);
  return shown.replace(/^\*(.*)\*$/u, '$1').replace(' UTC', '');
}

function drawRichText(canvas: Canvas, part: Fields): void {
  const marks = part.type === 'rich_text_list' ? array(part.elements) : [part];
  for (const [index, item] of marks.entries()) {
    const runs = array(item.elements).map(runOf);
    const bullet = part.style === 'ordered' ? `${index + 1}. ` : '•  ';
    if (part.type === 'rich_text_quote') canvas.write(runs, 14, true);
    else if (part.type === 'rich_text_list') canvas.write([{ text: bullet, styles: ['plain'] }, ...runs], 14);
    else canvas.write(runs);
  }
}

function runOf(leaf: Fields): Run {
  const style = record(leaf.style);
  const styles: Style[] = leaf.type === 'link' ? ['link'] : ['plain'];
  if (style.bold === true) styles.push('bold');
  if (style.strike === true) styles.push('strike');
  const text =
    leaf.type === 'date' ? String(leaf.fallback).replace(/^.*, | UTC$/gu, '') : String(leaf.text ?? leaf.url);
  return { text, styles };
}

/** Links and bold or struck words of mrkdwn. */
function runsOfMrkdwn(mrkdwn: string): Run[] {
  const parts = mrkdwn.split(/([*~]+<[^>]*>[*~]+|<[^>]*>|(?<!\S)\*[^*]+\*)/u).filter((part) => part !== '');
  return parts.map((part) => {
    const styles: Style[] = /<http/u.test(part) ? ['link'] : ['plain'];
    if (part.includes('*')) styles.push('bold');
    if (part.includes('~')) styles.push('strike');
    return { text: readMrkdwn(part).text.replace(/[*~]/gu, ''), styles };
  });
}

class Canvas {
  y = 0;
  readonly #parts: string[] = [];

  /** Runs of words from the left margin, broken into lines. */
  write(runs: readonly Run[], indent = 0, quoted = false): void {
    const size = sizeOf(runs[0]);
    const top = this.y;
    for (const line of linesOf(runs, WIDTH - LEFT - indent - 32)) {
      this.text(LEFT + indent, this.y, line);
      this.y += size * 1.45;
    }
    if (quoted)
      this.#parts.push(`<rect x="${LEFT}" y="${top - size}" width="4" height="${this.y - top}" rx="2" fill="#ddd"/>`);
    this.y += 2;
  }

  text(x: number, y: number, runs: readonly Run[]): void {
    const spans = runs.map(({ text, styles }) => {
      const fill = styles.map((style) => FILL[style]).find((colour) => colour !== undefined) ?? '#1d1c1d';
      const weight = styles.includes('bold') ? ' font-weight="700"' : '';
      const strike = styles.includes('strike') ? ' text-decoration="line-through"' : '';
      return `<tspan fill="${fill}" font-size="${sizeOf({ text, styles })}"${weight}${strike}>${escapeXml(text)}</tspan>`;
    });
    this.#parts.push(`<text x="${x}" y="${round(y)}" xml:space="preserve">${spans.join('')}</text>`);
  }

  /** What stands at the right of the line that follows. */
  beside({ type, text }: Fields): void {
    const label = type === 'button' ? String(record(text).text) : '•••';
    const width = type === 'button' ? label.length * 7.6 + 18 : 40;
    const [x, y] = [WIDTH - 24 - width, round(this.y - 17)];
    this.#parts.push(
      `<rect x="${round(x)}" y="${y}" width="${round(width)}" height="24" rx="6" fill="#fff" stroke="#ccc"/>`,
      `<text x="${round(x + width / 2)}" y="${y + 16}" text-anchor="middle" font-size="${SIZES.small}" fill="#616061">${escapeXml(label)}</text>`,
    );
  }

  rule(y: number, x = 0): void {
    this.#parts.push(`<path d="M${x} ${round(y)}H${WIDTH - (x > 0 ? 24 : 0)}" stroke="#e8e8e8"/>`);
  }

  face(): void {
    const y = round(this.y - 14);
    this.#parts.push(
      `<rect x="24" y="${y}" width="36" height="36" rx="8" fill="#1d4e68"/>`,
      `<path d="M30 ${y + 22}q4-6 8 0t8 0t8 0" fill="none" stroke="#fff" stroke-width="2.5"/>`,
    );
  }

  picture(alt: string): void {
    const y = round(this.y - 8);
    this.#parts.push(
      `<rect x="${LEFT}" y="${y}" width="300" height="96" rx="8" fill="#c9dbe6"/>`,
      `<path d="M${LEFT} ${y + 62}q25-22 50 0t50 0t50 0t50 0t50 0t50 0v26q0 8-8 8h-284q-8 0-8-8z" fill="#5b8ba3"/>`,
    );
    this.text(LEFT + 12, y + 24, [{ text: alt, styles: ['small'] }]);
    this.y += 112;
  }

  buttons(labels: readonly string[]): void {
    let x = LEFT;
    for (const label of labels) {
      const width = label.length * 8.2 + 28;
      this.#parts.push(
        `<rect x="${x}" y="${round(this.y - 12)}" width="${round(width)}" height="28" rx="6" fill="#fff" stroke="#bbb"/>`,
        `<text x="${round(x + width / 2)}" y="${round(this.y + 6)}" text-anchor="middle" font-size="${SIZES.normal}" font-weight="700" fill="#1d1c1d">${escapeXml(label)}</text>`,
      );
      x = round(x + width + 8);
    }
    this.y += 34;
  }

  svg(): string {
    const height = Math.ceil(this.y + 8);
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="A Slack channel that follows a live blog" font-family="Lato, 'Helvetica Neue', Arial, sans-serif">`,
      `<rect width="${WIDTH}" height="${height}" rx="10" fill="#fff" stroke="#ddd"/>`,
      ...this.#parts,
      '</svg>',
      '',
    ].join('\n');
  }
}

function sizeOf(run: Run | undefined): number {
  if (run?.styles.includes('head')) return SIZES.head;
  return run?.styles.includes('small') ? SIZES.small : SIZES.normal;
}

function linesOf(runs: readonly Run[], width: number): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  for (const run of runs) {
    for (const word of run.text.split(/(?<=\s)/u)) {
      const wide = word.length * sizeOf(run) * 0.53;
      if (used + wide > width || lines.at(-1)?.at(-1)?.text.endsWith('\n')) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push({ ...run, text: word });
      used += wide;
    }
  }
  return lines.map((line) => joined(line));
}

/** Neighbouring words of the same style as one run. */
function joined(line: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const run of line) {
    const last = runs.at(-1);
    if (last !== undefined && last.styles.join() === run.styles.join())
      runs.splice(-1, 1, { ...last, text: last.text + run.text });
    else runs.push(run);
  }
  return runs.map((run) => ({ ...run, text: run.text.replace(/\n/gu, ' ') }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
