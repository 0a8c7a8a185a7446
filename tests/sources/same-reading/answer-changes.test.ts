import { ANSWER_CHANGES } from './answer-changes.ts';
import { readTheSame } from './read-the-same.ts';
import { ANSWERS, TRANSCRIPTS } from './specimens.ts';
import { TRANSCRIPT_CHANGES } from './transcript-changes.ts';

readTheSame('answers of interfaces', ANSWERS, ANSWER_CHANGES);
readTheSame('copies as text', TRANSCRIPTS, TRANSCRIPT_CHANGES);
