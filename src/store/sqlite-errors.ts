import { StoreError, type StoreErrorKind } from '../ports/store.ts';

/**
 * SQLite result codes (https://sqlite.org/rescode.html) in our words. libsql puts the extended code's name in `code`;
 * a file that cannot be opened at all is a plain Error without one.
 */
export function explainSqlite(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const kind = kindOf(error);
  return new StoreError(kind, `The state file ${file} ${ADVICE[kind]} (${reasonOf(error)})`, { cause: error });
}

const ADVICE: Readonly<Record<StoreErrorKind, string>> = {
  locked: 'is in use by another process. Stop that one, or give this one a state of its own.',
  'read-only': 'cannot be written. Give this user write access to the file and its folder.',
  full: 'cannot grow: the disk is full. Nothing is lost; make room and the bot goes on by itself.',
  corrupt: 'is damaged or is no database. It was left as it is: restore a copy, or move it away to start afresh.',
  unavailable: 'could not be used.',
  newer: 'was written by a newer version of this program.',
};

const KINDS: readonly (readonly [RegExp, StoreErrorKind])[] = [
  [/^SQLITE_(?:BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_(?:READONLY|PERM|CANTOPEN)/, 'read-only'],
  [/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, 'corrupt'],
  [/^(?:EACCES|EPERM|EROFS)/, 'read-only'],
];

function kindOf(error: unknown): StoreErrorKind {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'unavailable';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
