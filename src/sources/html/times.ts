import { parseClock } from '../../core/clock-text.ts';
import type { ClockTime } from '../../core/clock-times.ts';
import { parseDate } from '../../core/dates.ts';
import { leadingDay } from '../../core/worded-days.ts';
import { attribute, type DomElement } from '../body/dom.ts';
import { namesOf, shortText } from './regions.ts';

/** What a time element says: an instant, or a clock time whose day the list has to tell. */
export type SaidTime = { readonly instant: number } | { readonly clock: ClockTime };

export type TimeHints = { readonly timezone: string; readonly fetchedAt: number };

const ATTRIBUTES =
  'datetime data-datetime data-timestamp data-time data-post-time data-published data-date data-utc data-epoch content title'.split(
    ' ',
  );
const CALLED_TIME =
  /(?:^|[\s_-])(?:time|times|timestamp|date|datetime|published|pubdate|zeit|uhrzeit|datum|heure|hora|fecha|ora|data|godzina|czas|tijd)(?=$|[\s_-])|time-?(?:stamp|label)|Time(?:stamp)?(?=$|[\s_-])/u;
const LONGEST = 60;

/** True for `<time>` and for short elements that are called a time or carry one. */
export function isTimeElement(element: DomElement): boolean {
  if (element.name === 'time') return true;
  if (element.attribs['data-timestamp'] !== undefined && /^(?:span|div|p|a|abbr)$/u.test(element.name)) return true;
  if (!/^(?:span|div|p|a|abbr|small|b|strong|em|i|dt|header|h[2-6])$/u.test(element.name)) return false;
  if (!CALLED_TIME.test(namesOf(element))) return false;
  return /\d/u.test(shortText(element, LONGEST) ?? '');
}

/** Reads a time element; an attribute for machines wins over the words beside it. undefined when it says no time. */
export function readTime(element: DomElement, hints: TimeHints): SaidTime | undefined {
  for (const name of ATTRIBUTES) {
    const value = attribute(element, name);
    if (value === undefined || value.length > 80) continue;
    const said = readWritten(value, hints, name === 'title');
    if (said !== undefined) return said;
  }
  return readWritten(shortText(element, LONGEST + 20) ?? '', hints, false);
}

function readWritten(text: string, hints: TimeHints, wantsDate: boolean): SaidTime | undefined {
  if (text === '' || text.length > LONGEST + 20) return undefined;
  const dated = leadingDay(text);
  const clock = parseClock(dated?.rest ?? text);
  if (dated !== undefined && clock !== undefined && isTail(clock.rest)) return { clock: clockTime(clock, dated.day) };
  const instant = /^\d{1,2}[:.]\d{2}/u.test(text) ? undefined : parseDate(text, hints);
  if (instant !== undefined && /\d[:.h]\d|T\d|^\d{9,}|ago|vor|il y a|hace|fa$|temu|há|geleden/iu.test(text))
    return { instant };
  if (wantsDate || clock === undefined || !isTail(clock.rest)) return undefined;
  const trailing = leadingDay(clock.rest);
  return { clock: clockTime(clock, trailing?.day) };
}

/** What may follow a clock time in a time element: nothing, a date, a word like "updated". */
function isTail(rest: string): boolean {
  return rest.length <= 30;
}

function clockTime(clock: NonNullable<ReturnType<typeof parseClock>>, date: ClockTime['date']): ClockTime {
  const { hour, minute, second, zone } = clock;
  return {
    hour,
    minute,
    ...(second !== undefined && { second }),
    ...(zone !== undefined && { zone }),
    ...(date !== undefined && { date }),
  };
}
