import { htmlBody } from './html-body.ts';
import { oneLine } from './whitespace.ts';

/** One line of plain text from text that may hold markup or entities: titles, names. */
export function plainLine(text: string): string {
  return oneLine(/[<&]/u.test(text) ? htmlBody(text, '').text : text);
}
