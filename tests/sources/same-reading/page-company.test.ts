import { ADDRESS_CHANGES } from './address-changes.ts';
import { LIST_CHANGES } from './list-changes.ts';
import { PAGE_SURROUNDINGS } from './page-surroundings.ts';
import { readTheSame } from './read-the-same.ts';
import { PAGES } from './specimens.ts';
import { STATE_CHANGES } from './state-changes.ts';
import { TIME_CHANGES } from './time-changes.ts';

readTheSame('live pages in company', PAGES, PAGE_SURROUNDINGS);
readTheSame('lists of entries', PAGES, LIST_CHANGES);
readTheSame('times of entries', PAGES, TIME_CHANGES);
readTheSame('states of frameworks', PAGES, STATE_CHANGES);
readTheSame('live pages asked for', PAGES, ADDRESS_CHANGES);
