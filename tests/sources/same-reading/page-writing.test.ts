import { CLASS_CHANGES, LOST_CLASSES } from './class-changes.ts';
import { PAGE_WRITING } from './page-writing.ts';
import { readTheSame } from './read-the-same.ts';
import { NAMED_OTHERWISE, PAGES } from './specimens.ts';

readTheSame('live pages', PAGES, PAGE_WRITING);
readTheSame('live pages that say by more than classes what they hold', NAMED_OTHERWISE, CLASS_CHANGES);
readTheSame('live pages without the names of their classes', PAGES, LOST_CLASSES);
