/**
 * One way to break the program on purpose: `find` stands exactly once in `file` and is replaced by `instead`. Each has to
 * be caught by the suites that the runner runs; one whose text is gone is out of date and fails too.
 */
export type Mutation = {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly instead: string;
};

const DETECT = 'src/core/detect';
const PROJECT = 'src/core/project';
const RELAY = 'src/relay';

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'the intent is not written before posting',
    file: `${RELAY}/perform.ts`,
    find: "  await deliveries.save(channel, { key, state: 'posting', life, at: since, revision, edits, token, since, ...place });\n",
    instead: '',
  },
  {
    name: 'entry records are saved after the blog record',
    file: `${RELAY}/seen-sets.ts`,
    find: '        await records.saveEntries(saved.name, changed);\n        await records.saveBlog(saved);\n',
    instead: '        await records.saveBlog(saved);\n        await records.saveEntries(saved.name, changed);\n',
  },
  {
    name: 'absence removes at the first look',
    file: `${DETECT}/gaps.ts`,
    find: 'const LOOKS = 2;',
    instead: 'const LOOKS = 1;',
  },
  {
    name: 'find is skipped',
    file: 'src/core/diff.ts',
    find: "return { do: 'find', wanted, delivery };",
    instead: "return { do: 'post', wanted, life: delivery.life };",
  },
  {
    name: 'a moderated message is posted again',
    file: 'src/core/diff.ts',
    find: "    case 'gone':\n      return true;",
    instead: "    case 'gone':\n      return item.want !== 'show';",
  },
  {
    name: 'the intent to edit is not written',
    file: `${RELAY}/perform.ts`,
    find: "  await deliveries.save(channel, { ...base, state: 'editing', at: clock.now(), message, was });\n",
    instead: '  void was;\n',
  },
  {
    name: 'the intent to remove is not written',
    file: `${RELAY}/perform.ts`,
    find: "  await deliveries.save(channel, { key, state: 'removing', life, at: clock.now(), message, postedAt, revision, edits });\n",
    instead: '',
  },
  {
    name: 'a lost answer is taken for "not done"',
    file: `${RELAY}/perform.ts`,
    find: "    case 'unavailable':\n      return { kind: 'unavailable', error };",
    instead: "    case 'unavailable':\n      await undo(deps, step);\n      return { kind: 'unavailable', error };",
  },
  {
    name: 'the intent stays when a rate limit refused the post',
    file: `${RELAY}/perform.ts`,
    find: "    case 'rate-limited':\n      await undo(deps, step);\n",
    instead: "    case 'rate-limited':\n",
  },
  {
    name: 'what a person deleted is not written down',
    file: `${RELAY}/perform.ts`,
    find: "  await deliveries.save(channel, { key, state: 'gone', life: delivery.life, at: clock.now() });\n  log.info",
    instead: '  log.info',
  },
  {
    name: 'a refused post is tried for ever',
    file: 'src/core/diff.ts',
    find: "return item.want !== 'show' || item.revision === delivery.revision;",
    instead: "return item.want !== 'show';",
  },
  {
    name: 'edits are posted as new',
    file: 'src/core/diff.ts',
    find: "{ do: 'remove', wanted, delivery } : { do: 'edit', wanted, delivery };",
    instead: "{ do: 'remove', wanted, delivery } : { do: 'post', wanted, life: delivery.life + 1 };",
  },
  {
    name: 'posts are made in the order of first sight',
    file: 'src/core/diff.ts',
    find: 'RANK[a.do] - RANK[b.do] || inTime(a.wanted, b.wanted)',
    instead: 'RANK[a.do] - RANK[b.do] || a.wanted.order[1] - b.wanted.order[1]',
  },
  {
    name: 'a correction is said again where the message shows it',
    file: 'src/core/diff.ts',
    find: 'return (original.edits[corrects.seq] ?? 0) < corrects.edits;',
    instead: 'return (original.edits[corrects.seq] ?? 0) <= corrects.edits;',
  },
  {
    name: 'the edit gap is not kept',
    file: 'src/core/diff.ts',
    find: 'return delivery.at + item.editGap;',
    instead: 'return 0;',
  },
  {
    name: 'a failed store read is taken for first sight',
    file: `${RELAY}/seen-sets.ts`,
    find: 'const found = await records.blog(blog);',
    instead: 'const found = await records.blog(blog).catch(() => undefined);',
  },
  {
    name: 'a failed read of deliveries is taken for none',
    file: `${RELAY}/deliveries.ts`,
    find: 'const found = await records.deliveries(channel, unknown);',
    instead: 'const found = await records.deliveries(channel, unknown).catch(() => []);',
  },
  {
    name: 'a delivery is remembered as it was before a write of unknown outcome',
    file: `${RELAY}/deliveries.ts`,
    find: '      held.delete(channel);\n      throw error;',
    instead: '      throw error;',
  },
  {
    name: 'what other processes wrote is not read again',
    file: `${RELAY}/deliveries.ts`,
    find: '      if (options.shared) held.delete(channel);\n',
    instead: '',
  },
  {
    name: 'routes are remembered as they were before a write of unknown outcome',
    file: `${RELAY}/directory.ts`,
    find: '      if (doubtful.has(channel)) {',
    instead: '      if (doubtful.has(channel) && records === undefined) {',
  },
  {
    name: 'a search that found nothing ends an outage',
    file: `${RELAY}/perform.ts`,
    find: "return { kind: found === 'unsure' ? 'unsure' : 'absent' };",
    instead: "return { kind: found === 'unsure' ? 'unsure' : 'done' };",
  },
  {
    name: 'a platform that asks to wait is asked again at once',
    file: `${RELAY}/lanes.ts`,
    find: '      closed.set(laneOf(step, limits, until), until);\n',
    instead: '',
  },
  {
    name: 'old edits are not rationed',
    file: `${RELAY}/lanes.ts`,
    find: "      if (laneOf(step, limits, now) === 'old') oldEditAt = now;\n",
    instead: '',
  },
  {
    name: 'a closed channel is tried again at once',
    file: `${RELAY}/channel-states.ts`,
    find: 'await save(channel, { ...record, failure, stoppedUntil: now + TRY_AGAIN });',
    instead: 'await save(channel, { ...record, failure, stoppedUntil: now });',
  },
  {
    name: 'the age of late posts is not seen while the platform does not answer',
    file: `${RELAY}/reconcile.ts`,
    find: 'const again = lookAgainAt(deps, channel, lane, wanted);',
    instead: 'const again = stopped ?? lookAgainAt(deps, channel, lane, wanted);',
  },
  {
    name: 'a deletion that the platform tells of is forgotten',
    file: `${RELAY}/reconcile.ts`,
    find: '    await markDeleted(deps, channel, wanted);\n',
    instead: '    deps.states.takeDeleted(channel);\n',
  },
  {
    name: 'many entries gone at once are believed like one',
    file: `${DETECT}/gaps.ts`,
    find: 'const LOOKS_WHEN_MANY = 5;',
    instead: 'const LOOKS_WHEN_MANY = 2;',
  },
  {
    name: 'what slid off the window is removed',
    file: `${DETECT}/gaps.ts`,
    find: 'else if (first === undefined || last === undefined || place < first) continue;',
    instead: 'else if (first === undefined || last === undefined) continue;',
  },
  {
    name: 'an increment proves what is missing from it',
    file: `${DETECT}/gaps.ts`,
    find: "  if (coverage === 'increment') {",
    instead: "  if (coverage === 'increment' && run.length === 0) {",
  },
  {
    name: 'a page that stands in turns back what was known',
    file: `${DETECT}/stand-in.ts`,
    find: 'return said !== undefined && removedAt === undefined && said !== revisionOf(entry);',
    instead: 'return said !== revisionOf(entry) || removedAt !== undefined;',
  },
  {
    name: 'a page that stands in proves that entries are gone',
    file: `${RELAY}/stand-in.ts`,
    find: "coverage: 'stand-in', deleted: []",
    instead: 'deleted: []',
  },
  {
    name: 'quarantine off',
    file: `${DETECT}/quarantine.ts`,
    find: "  if (snapshot.coverage === 'increment' || snapshot.coverage === 'stand-in') return undefined;",
    instead: '  if (snapshot.entries.length >= 0) return undefined;',
  },
  {
    name: '"not modified" may mean a page that was not believed',
    file: `${RELAY}/blog-record.ts`,
    find: 'validators: detection.quarantined ? (last?.validators ?? {}) : withValidators(last, got),',
    instead: 'validators: withValidators(last, got),',
  },
  {
    name: 'a page of new size is never believed',
    file: `${DETECT}/quarantine.ts`,
    find: 'const SHRUNKEN_POLLS = 4;',
    instead: 'const SHRUNKEN_POLLS = 4_000;',
  },
  {
    name: 'ids made anew are not recognised',
    file: `${DETECT}/alias.ts`,
    find: '  if (gone.length === 0) return {};\n',
    instead: '  if (gone.length >= 0) return {};\n',
  },
  {
    name: 'old entries that resurface are news',
    file: `${DETECT}/detect.ts`,
    find: 'baseline: options.firstSight || isHistory(place),',
    instead: 'baseline: options.firstSight || (isHistory(place) && false),',
  },
  {
    name: 'first sight announces everything',
    file: `${DETECT}/detect.ts`,
    find: 'baseline: options.firstSight || isHistory(place),',
    instead: 'baseline: isHistory(place),',
  },
  {
    name: 'an entry that returns stays withdrawn',
    file: `${DETECT}/change.ts`,
    find: 'const restored = record.removedAt !== undefined;',
    instead: 'const restored = record.seq < 0;',
  },
  {
    name: 'the first revision is thinned out',
    file: `${DETECT}/change.ts`,
    find: '[...all.slice(0, 1), ...all.slice(1 - PAST_KEPT)]',
    instead: 'all.slice(-PAST_KEPT)',
  },
  {
    name: 'revision ignores the title',
    file: 'src/core/revision.ts',
    find: "[visible(entry.title ?? ''), bodyRevision(entry.body)",
    instead: '[bodyRevision(entry.body)',
  },
  {
    name: 'revision counts the date',
    file: 'src/core/revision.ts',
    find: "[visible(entry.title ?? ''), bodyRevision(entry.body)",
    instead: "[String(entry.publishedAt), visible(entry.title ?? ''), bodyRevision(entry.body)",
  },
  {
    name: 'an id that entries share is their identity',
    file: 'src/core/identity.ts',
    find: "    if (owner === undefined || rung === 'time' || isSameEntry(owner, entry, key)) told++;",
    instead: '    told++;',
  },
  {
    name: 'fold chunks by current matches',
    file: `${PROJECT}/place.ts`,
    find: '    const entry = firstEntry(record);\n',
    instead: '    const { entry } = record;\n',
  },
  {
    name: 'a changed route moves what was posted',
    file: `${PROJECT}/place.ts`,
    find: '    const version = versionAt(route, record.firstSeenAt);',
    instead: '    const version = versionAt(route, Number.MAX_SAFE_INTEGER);',
  },
  {
    name: 'pause does not hold',
    file: `${PROJECT}/hold.ts`,
    find: "  if (pause !== undefined) return { rule: 'pause'",
    instead: "  if (pause !== undefined && at < 0) return { rule: 'pause'",
  },
  {
    name: 'a pause does not hold what was waiting when it began',
    file: `${PROJECT}/project.ts`,
    find: '  if (pause !== undefined) return { until: pause.to, breakable: false };\n',
    instead: '',
  },
  {
    name: 'quiet hours do not hold',
    file: `${PROJECT}/hold.ts`,
    find: '  if (!holds) return undefined;\n',
    instead: '  if (!holds || at > 0) return undefined;\n',
  },
  {
    name: 'a later post does not wait for an earlier one to settle',
    file: `${PROJECT}/settle.ts`,
    find: '    latest = Math.max(latest, wanted.dueAt);',
    instead: '    latest = wanted.dueAt;',
  },
  {
    name: 'old entries for a new follower are late from the start',
    file: `${PROJECT}/settle.ts`,
    find: '  let due = group.version.from;',
    instead: '  let due = 0;',
  },
  {
    name: 'a mention pings for every entry',
    file: `${PROJECT}/post-of.ts`,
    find: "return on === 'all' || flags.includes('breaking')",
    instead: "return on !== 'all' || flags.includes('breaking')",
  },
  {
    name: 'a look at what changed forgets who shares the message',
    file: `${PROJECT}/changed.ts`,
    find: 'among: (record) => polls.has(record.firstSeenAt)',
    instead: 'among: (record) => record.changedAt !== before[record.seq]',
  },
  {
    name: 'all counts as in its place while something waits',
    file: `${RELAY}/reconcile.ts`,
    find: 'if (stopped === undefined && again === undefined) inPlace();',
    instead: 'inPlace();',
  },
  {
    name: 'an intent forgets that it went past its thread',
    file: `${RELAY}/perform.ts`,
    find: 'edits, token, since, ...place });',
    instead: 'edits, token, since });',
  },
  {
    name: 'an unchanged page is no second look',
    file: `${DETECT}/detect.ts`,
    find: 'if (quarantine === undefined && Object.keys(missing).length === 0) return',
    instead: 'if (quarantine === undefined) return',
  },
];
