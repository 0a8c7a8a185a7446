import Database from 'libsql';
import { StoreError } from '../ports/store.ts';
import { explainSqlite } from './sqlite-errors.ts';

export type FileLock = {
  /** True once `markUsed` was called for this file: it has held state, so finding it empty is damage. */
  readonly usedBefore: boolean;
  markUsed(): void;
  release(): void;
};

/**
 * One process per state file. The lock is an open write transaction on `FILE.lock`, a database of its own: the kernel
 * drops it with the process, however that ends, and readers of the state file itself (export, backups) stay welcome.
 * Holding it only as "reserved" lets the one who comes second read the holder's process id.
 */
export function lockFile(file: string): FileLock {
  const path = `${file}.lock`;
  try {
    return acquire(new Database(path), file);
  } catch (error) {
    throw explainSqlite(error, path);
  }
}

function acquire(db: Database.Database, file: string): FileLock {
  begin(db, file);
  db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER, used INTEGER)');
  const before = db.prepare('SELECT used FROM holder').get() as { used: number } | undefined;
  const used = before?.used === 1;
  write(db, used);
  begin(db, file);
  return {
    usedBefore: used,
    markUsed: () => {
      if (used) return;
      db.exec('ROLLBACK');
      begin(db, file);
      write(db, true);
      begin(db, file);
    },
    release: () => {
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

function begin(db: Database.Database, file: string): void {
  try {
    db.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const refused = explainSqlite(error, `${file}.lock`);
    if (refused.kind !== 'locked') throw refused;
    const holder = holderOf(db);
    db.close();
    const who = holder === undefined ? 'another process' : `process ${holder}`;
    throw new StoreError(
      'locked',
      `The state file ${file} is in use by ${who}. One process per file: stop that one, or give this one a state of its own.`,
      { cause: error },
    );
  }
}

function holderOf(db: Database.Database): number | undefined {
  try {
    return (db.prepare('SELECT pid FROM holder').get() as { pid: number } | undefined)?.pid;
  } catch {
    // The holder has not written its id yet, or is writing just now: the refusal stands without it.
    return undefined;
  }
}

function write(db: Database.Database, used: boolean): void {
  db.exec('DELETE FROM holder');
  db.prepare('INSERT INTO holder (pid, used) VALUES (?, ?)').run(process.pid, used ? 1 : 0);
  db.exec('COMMIT');
}
