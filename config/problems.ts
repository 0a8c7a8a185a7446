import type { z } from 'zod';
import { nearest } from '../src/core/text/nearest.ts';
import type { Complain } from './complaints.ts';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/** Our words for what zod finds; undefined leaves a field's own words. Unknown keys come one line each, in order. */
export function wordIssue(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, knownKeys(issue.inst))).join('\n');
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${article(issue.expected)}, not ${describe(issue.input)}`;
    case 'invalid_value':
      return wrongChoice(issue.values, issue.input);
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** Passes zod's issues on; an unknown key is a problem of its own, at its own path. */
export function complainOf(issues: readonly z.core.$ZodIssue[], complain: Complain): void {
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') {
      complain(issue.path, issue.message);
      continue;
    }
    const messages = issue.message.split('\n');
    for (const [index, key] of issue.keys.entries()) complain([...issue.path, key], messages[index] ?? 'is not known');
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near !== undefined) return `is not known; did you mean "${near}"?`;
  return known.length === 0 ? 'is not known' : `is not known; there is ${known.join(', ')}`;
}

function knownKeys(schema: RawIssue['inst']): readonly string[] {
  const def = (schema as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def;
  return Object.keys(def?.shape ?? {});
}

function wrongChoice(values: readonly unknown[], input: unknown): string {
  if (input === undefined) return 'is missing';
  const choices = values.map(String);
  const near = typeof input === 'string' ? nearest(input, choices) : undefined;
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return `must be ${choices.length === 1 ? choices[0] : `one of ${choices.join(', ')}`}${hint}`;
}

function article(expected: string): string {
  if (expected === 'object' || expected === 'record') return 'a group of settings';
  if (expected === 'array') return 'a list';
  if (expected === 'int' || expected === 'number') return 'a number';
  return expected === 'boolean' ? 'true or false' : expected;
}

function describe(input: unknown): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'a group of settings' : `a ${typeof input}`;
}
