import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { StoreError } from '../ports/store.ts';
import { explainSqlite } from './sqlite-errors.ts';
import { type FileLock, lockFile } from './sqlite-lock.ts';

export type SqliteFile = { readonly db: Database.Database; readonly close: () => void };

/** Milliseconds SQLite itself waits for a reader that is in the way; the calls are synchronous, so it is short. */
const BUSY_TIMEOUT = 250;

/** Opens the state file for this process alone, creating it and its folder when they are not there. */
export function openForWriting(file: string, maxPages?: number): SqliteFile {
  makeFolder(file);
  const lock = lockFile(file);
  try {
    const size = sizeOf(file);
    if (size === 0 && lock.usedBefore) throw emptied(file);
    const db = open(file);
    checkIntegrity(db, file);
    prepareForWriting(db);
    if (maxPages !== undefined) db.pragma(`max_page_count=${maxPages}`);
    lock.markUsed();
    return { db, close: () => closeBoth(db, lock) };
  } catch (error) {
    lock.release();
    throw explainSqlite(error, file);
  }
}

/** Opens a state file that another process may be writing: for commands that only look. Never creates one. */
export function openForReading(file: string): SqliteFile {
  if (sizeOf(file) === undefined) {
    throw new StoreError('unavailable', `There is no state file ${file} yet: it is made by the first start.`);
  }
  try {
    const db = open(file);
    db.pragma('query_only=ON');
    return { db, close: () => void db.close() };
  } catch (error) {
    throw explainSqlite(error, file);
  }
}

/**
 * WAL with synchronous=FULL: each COMMIT is on the disk before it returns, so it survives kill -9 and also a power cut;
 * NORMAL would survive only the former. Many sets share one COMMIT, so the sync is paid once per batch.
 */
function prepareForWriting(db: Database.Database): void {
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=FULL');
  // A file that may only be read opens and even begins a transaction; only a real write tells.
  db.pragma('user_version=1');
  db.exec('CREATE TABLE IF NOT EXISTS kv (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
}

function open(file: string): Database.Database {
  return new Database(file, { timeout: BUSY_TIMEOUT });
}

/** About 1 ms per megabyte; a damaged file must be found here and not in the middle of the night. */
function checkIntegrity(db: Database.Database, file: string): void {
  const [first] = db.pragma('quick_check(1)') as { quick_check?: string }[];
  if (first?.quick_check !== 'ok') {
    const cause = Object.assign(new Error(first?.quick_check ?? 'no answer'), { code: 'SQLITE_CORRUPT' });
    throw explainSqlite(cause, file);
  }
}

function closeBoth(db: Database.Database, lock: FileLock): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk, say. The log beside the file holds everything, and the next opening reads it.
  }
  db.close();
  lock.release();
}

function emptied(file: string): StoreError {
  return new StoreError(
    'corrupt',
    `The state file ${file} is empty, though it held state before. Restore a copy, or delete it together with ${file}.lock to start afresh.`,
  );
}

function makeFolder(file: string): void {
  try {
    makeFolders(dirname(file));
  } catch (error) {
    const refused = explainSqlite(error, file);
    throw refused.kind === 'unavailable' ? noFolder(file, error) : refused;
  }
  if (isFolder(file)) {
    throw new StoreError('unavailable', `The state file ${file} is a folder: name a file in it.`);
  }
}

function noFolder(file: string, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The folder of the state file ${file} cannot be made (${reason}). Name another place for "state".`;
  return new StoreError('unavailable', message, { cause });
}

/** One by one: Node's own recursion never ends where the system denies that a parent is there, as below /proc. */
function makeFolders(folder: string): void {
  const above = dirname(folder);
  if (above === folder || isFolder(folder)) return;
  makeFolders(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been quicker.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
