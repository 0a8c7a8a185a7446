import type { Keyv } from 'keyv';
import { StoreError } from '../ports/store.ts';
import type { Migration, RecordForm } from './migrations.ts';

/** Where the version of the stored records is kept. */
export const FORM_KEY = 'store:form';

type StoredForm = { readonly version: number };

/**
 * Brings the records to the form this program writes. Newer ones are refused: an older program would misread them and
 * could post everything again.
 */
export async function migrate(keyv: Keyv, form: RecordForm, name: string): Promise<void> {
  const stored = await readForm(keyv, name);
  if (stored > form.version) throw newer(stored, form.version, name);
  if (stored === 0) await keyv.set(FORM_KEY, { version: form.version });
  if (stored === 0) return;
  for (const step of form.migrations) {
    if (step.to <= stored || step.to > form.version) continue;
    await runStep(keyv, step);
    await keyv.set(FORM_KEY, { version: step.to });
  }
}

/** For readers: refuses what they could not read, changes nothing. */
export async function checkForm(keyv: Keyv, form: RecordForm, name: string): Promise<void> {
  const stored = await readForm(keyv, name);
  if (stored > form.version) throw newer(stored, form.version, name);
  if (stored < form.version) {
    throw new StoreError(
      'unavailable',
      `${name} holds records of version ${stored}; the next start brings them to ${form.version}. Start the bot once first.`,
    );
  }
}

/** 0 = a store that holds nothing of ours yet. */
async function readForm(keyv: Keyv, name: string): Promise<number> {
  const stored = await keyv.get<StoredForm>(FORM_KEY);
  if (stored === undefined) return 0;
  if (Number.isInteger(stored.version) && stored.version > 0) return stored.version;
  throw new StoreError('corrupt', `${name} does not say which version its records have (${FORM_KEY}).`);
}

async function runStep(keyv: Keyv, step: Migration): Promise<void> {
  if (keyv.iterator === undefined) throw new StoreError('unavailable', 'This kind of state cannot list its records.');
  for await (const [key, value] of keyv.iterator(undefined)) {
    if (key !== FORM_KEY) await apply(keyv, key, step.record(key, value));
  }
}

async function apply(keyv: Keyv, key: string, change: ReturnType<Migration['record']>): Promise<void> {
  if (change === 'keep') return;
  // The new record first: killed between the two, the step finds both and ends up the same.
  if (change !== 'delete') await keyv.set(change.key ?? key, change.value);
  if (change === 'delete' || (change.key !== undefined && change.key !== key)) await keyv.delete(key);
}

function newer(stored: number, known: number, name: string): StoreError {
  return new StoreError(
    'newer',
    `${name} was written by a newer version of this program (records of version ${stored}, this one knows ${known}). Update the program, or restore a copy from before.`,
  );
}
