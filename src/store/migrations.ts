/** What becomes of one record when it moves on by one version. */
export type Change = 'keep' | 'delete' | { readonly key?: string; readonly value: unknown };

/**
 * One step from version `to - 1` to `to`. It is a function of one record, and tells by the record's shape whether it is
 * done already: after a kill in the middle the step begins again with the version still the old one.
 */
export type Migration = {
  readonly to: number;
  readonly why: string;
  readonly record: (key: string, value: unknown) => Change;
};

/** The form of the records this program writes, and the steps that lead to it from version 1. */
export type RecordForm = { readonly version: number; readonly migrations: readonly Migration[] };

export const currentForm: RecordForm = { version: 1, migrations: [] };
