import type { Source } from '../ports/source.ts';
import { schemaOrg } from './schema-org/schema-org.ts';

/**
 * Every kind of live blog we read, one line each. Where two are equally sure of a document the first wins: publishers'
 * own formats know more than what their pages declare, and what pages declare more than how they look.
 */
export const SOURCES: readonly Source[] = [schemaOrg];
