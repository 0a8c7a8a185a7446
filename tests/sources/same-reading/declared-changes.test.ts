import { DECLARED_FACTS } from './declared-facts.ts';
import { DECLARED_SHAPES } from './declared-shapes.ts';
import { DECLARED_WRITING } from './declared-writing.ts';
import { HEAD_CHANGES } from './head-changes.ts';
import { readTheSame } from './read-the-same.ts';
import { PAGES } from './specimens.ts';

readTheSame('declarations', PAGES, DECLARED_WRITING);
readTheSame('declared blogs', PAGES, DECLARED_SHAPES);
readTheSame('declared updates', PAGES, DECLARED_FACTS);
readTheSame('live pages', PAGES, HEAD_CHANGES);
