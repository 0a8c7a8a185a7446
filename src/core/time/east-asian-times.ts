/*
 * Chinese, Japanese and Korean write each number of a date or a time before what it counts, "2031年3月3日 午後2時5分",
 * "오후 2시 5분". Put in the way of everybody else at the beginning of a text, all that reads dates and times reads them.
 */

const ANY = /[年月時时點点년월시]|[午오][前後전후]|[上下]午/u;
const LABEL =
  /^(?:更新|公開|配信|発表|发布|發布|发布时间|更新时间|입력|수정|최종수정|등록)(?:日時|时间|時間)?\s?[:：]?\s?(?=\d|[午上下오])/u;
const DATE = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일](?:\s?[(（]\p{L}[)）])?\s?/u;
/** "3月3日", "3/3(月)": month and day that a text begins with. */
export const COUNTED_DAY =
  /^(\d{1,2})(?:\s?[月월]\s?|\/(?=\d{1,2}\s?[(（][月火水木金土日][)）]))(\d{1,2})(?:\s?[日일])?(?:\s?[(（]\p{L}[)）])?\s?/u;
const CLOCK =
  /^(?:(午前|上午|오전)|(午後|下午|오후))?\s?(\d{1,2})(?:\s?[時时點点시](?![間间간])(?:\s?(\d{1,2})\s?[分분])?|:(\d{2})(?!:?\d))(?=\s|$|[^\d])/u;

/** The text with such a date at its beginning as "2031-03-03" and such a time as "14:05"; any other text as it is. */
export function withPlainTimes(text: string): string {
  if (!ANY.test(text)) return text;
  const said = text.trim().replace(LABEL, '');
  const date = DATE.exec(said);
  const rest = said.slice(date?.[0].length ?? 0);
  const clock = ANY.test(rest) ? CLOCK.exec(rest) : null;
  const time = clock === null ? undefined : clockIn(clock);
  if (date === null && time === undefined) return text;
  const [, year, month = '', day = ''] = date ?? [];
  const dated = date === null ? '' : `${year}-${two(month)}-${two(day)} `;
  return `${dated}${time === undefined ? rest : `${time} ${rest.slice(clock?.[0].length).trimStart()}`}`.trimEnd();
}

function clockIn([, morning, afternoon, hour, minute, bare]: RegExpExecArray): string | undefined {
  const isHalved = morning !== undefined || afternoon !== undefined;
  if (bare !== undefined && !isHalved) return undefined;
  const hours = isHalved ? (Number(hour) % 12) + (afternoon === undefined ? 0 : 12) : Number(hour);
  const minutes = Number(minute ?? bare ?? 0);
  return hours > 23 || minutes > 59 ? undefined : `${two(hours)}:${two(minutes)}`;
}

function two(number: string | number): string {
  return String(number).padStart(2, '0');
}
