import { parseQuery, type Query } from '../core/query/query.ts';
import { QueryError } from '../core/query/query-lexemes.ts';
import { CommandError } from '../ports/commands.ts';

/** Reads a query a person typed; what is wrong with it comes back as an answer with an example that works. */
export function readQuery(text: string, command = 'search'): Query {
  try {
    return parseQuery(text);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new CommandError(`${error.message} For example: ${error.example}`, [`${command} ${error.example}`]);
  }
}
