import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One recorded document of a folder, with how long after the first it was taken, ms of recorded time. */
export type Shot = { readonly file: string; readonly type: string; readonly after: number };

/** Between snapshots whose names tell no time, ms. */
const EVEN_PACE = 30_000;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.rss': 'application/rss+xml',
  '.atom': 'application/atom+xml',
  '.rdf': 'application/rdf+xml',
  '.txt': 'text/plain',
};

/** The media type of a recorded file by its name, without a charset: whoever reads it looks into it. */
export const typeOf = (file: string): string => TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';

/**
 * The snapshots of a folder, in the order of their times when every name tells one (`2023-06-05T08-00.html`,
 * `20230605080000.json`, `1685948400.xml`), else in the order of their names at an even pace.
 */
export async function snapshotsIn(folder: string): Promise<readonly Shot[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && extname(name).toLowerCase() in TYPES);
  const files = [];
  for (const name of names) if ((await stat(join(folder, name))).isFile()) files.push(name);
  const timed = files.flatMap((name) => {
    const time = timeIn(name);
    return time === undefined ? [] : [{ name, time }];
  });
  if (timed.length < files.length) {
    return files.toSorted(byNumbersInName).map((name, at) => shot(folder, name, at * EVEN_PACE));
  }
  const ordered = timed.toSorted((a, b) => a.time - b.time || byNumbersInName(a.name, b.name));
  const first = ordered[0]?.time ?? 0;
  return ordered.map(({ name, time }) => shot(folder, name, time - first));
}

const shot = (folder: string, name: string, after: number): Shot => ({
  file: join(folder, name),
  type: typeOf(name),
  after,
});

const byNumbersInName = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/** The moment a name tells, epoch ms; the zone does not matter, only the distance between names. */
export function timeIn(name: string): number | undefined {
  const words = /(\d{4})-?(\d\d)-?(\d\d)[T_ -]?(\d\d)[-:.h]?(\d\d)(?:[-:.m]?(\d\d))?(?!\d)/u.exec(name);
  if (words !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = words
      .slice(1)
      .map((part) => Number(part ?? 0));
    const isDate = year >= 1990 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60;
    if (isDate) return Date.UTC(year, month - 1, day, hour, minute, second);
  }
  const epoch = /(?<!\d)(1\d{9}|1\d{12})(?!\d)/u.exec(name)?.[1];
  if (epoch === undefined) return undefined;
  return epoch.length === 10 ? Number(epoch) * 1000 : Number(epoch);
}
