/** Words and phrases as they are written, in lower case. */
export type Words = readonly string[];
/** The same as parts of regular expressions, where endings or what stands between the words vary. */
export type Patterns = readonly string[];

/** What a short label beside an entry says. `live` and `updated` are read so that they are not taken for a title. */
export type Label = 'pinned' | 'key' | 'summary' | 'breaking' | 'updated' | 'live' | 'advert';

/**
 * The words by which pages in one language say things that matter to a relay. All but the name may be missing: what a
 * language does not tell is not read in it. Apostrophes are straight; typeset ones are read as such.
 */
export type Language = {
  /** In English, for people. */
  readonly name: string;
  /** What Intl calls it: the names of its months and weekdays come from there. */
  readonly tags: Words;
  /** Names that Intl does not know, without accents and full stop, and their numbers from 1. */
  readonly months?: Readonly<Record<string, number>>;
  /** The same of weekdays; Sunday is 0. */
  readonly weekdays?: Readonly<Record<string, number>>;
  readonly labels?: Readonly<Partial<Record<Label, Words>>>;
  readonly times?: TimeWords;
  /** What elements are called, in their classes, that hold a time or whoever wrote an entry. */
  readonly called?: { readonly time?: Words; readonly author?: Patterns };
  readonly ages?: Ages;
  readonly closing?: Closing;
  /** How a line begins that only points elsewhere: "read more", "lesen Sie auch". */
  readonly pointers?: Patterns;
  readonly furniture?: Furniture;
  /** What stands before the name of whoever wrote something. */
  readonly by?: Words;
  /** Before a colon and that name: "author", "text". */
  readonly author?: Patterns;
  /** Between two names, or two parts of an age. */
  readonly and?: Words;
  /** What people of newsrooms are: "correspondent", "editor". */
  readonly roles?: Patterns;
  /** Words that carry no story by themselves, folded as `words` folds. */
  readonly stopWords?: Words;
  /** Ends with a full stop that ends no sentence. */
  readonly abbreviations?: Words;
  readonly live?: LiveWords;
  /** What introduces the points that matter: "key points", "das Wichtigste". */
  readonly points?: Patterns;
  readonly pictures?: PictureWords;
  readonly cards?: CardWords;
  readonly windows?: WindowWords;
};

/** The words around times and dates. */
export type TimeWords = {
  /** Before a time, besides the labels that say `updated`: "posted", "veröffentlicht". */
  readonly published?: Patterns;
  /** Before such a word: "last", "zuletzt". */
  readonly last?: Words;
  /** Before a date. */
  readonly on?: Patterns;
  /** Before a clock time. */
  readonly at?: Patterns;
  /** Behind its hour. */
  readonly hour?: Patterns;
  readonly noon?: Words;
  readonly midnight?: Words;
  readonly today?: Words;
  readonly yesterday?: Words;
  readonly tomorrow?: Words;
  /** What else stands around a date without changing it. */
  readonly fillers?: Words;
  /** Behind the number of a minute of play; as it is written. */
  readonly ofPlay?: Words;
  /** How a page says in which zone its times are: "all times". */
  readonly allTimes?: Patterns;
};

/** How a language says how long ago something was. */
export type Ages = {
  readonly before?: Words;
  readonly after?: Words;
  /** Words on both sides of an age, of which the first alone says none: "for 4 minutter siden". */
  readonly around?: readonly (readonly [before: string, after: string])[];
  readonly units?: Readonly<Partial<Record<AgeUnit, Words>>>;
  /** "a minute ago". */
  readonly one?: Words;
  /** Units that mean one where no number stands before them: Polish "minutę temu". */
  readonly alone?: Words;
  /** Ages that are no longer than a minute. */
  readonly now?: Words;
  readonly halfHour?: Words;
  /** Words that make an age less exact than it is written. */
  readonly nearly?: Words;
};

export type AgeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week';

/**
 * How newsrooms say in a sentence that a live blog has ended; all in lower case. The sentences are asked for only where
 * one of the marks stands, and near it one of the endings: case-sensitive searches that cost next to nothing.
 */
export type Closing = {
  /** Parts of the words by which they call it. One of them stands in every sentence below, and in few others. */
  readonly marks: Patterns;
  /** Parts of words of which another stands in every sentence. */
  readonly endings: Patterns;
  /** What they call it: `N` in the sentences. */
  readonly blog: Patterns;
  readonly sentences: Patterns;
};

/** Lines that belong to a page and not to what was written. */
export type Furniture = {
  /** Buttons, labels and headings, where one is a whole line. */
  readonly lines?: Words;
  /** Lines that go on; `NETWORK` is any of the places that people share things in. */
  readonly invitations?: Patterns;
  /** What readers wrote, with or without their number. */
  readonly comments?: Patterns;
  /** Headings over lists that are no part of a blog: "most read". */
  readonly otherLists?: Patterns;
  /** Buttons under what a reader wrote. */
  readonly replies?: Words;
  /** Buttons and links that pass an entry on. */
  readonly share?: Patterns;
  /** What may follow them: "share on …", "share this …". */
  readonly shareOn?: Words;
  /** Buttons with a number or without. */
  readonly counted?: Patterns;
  /** Links to where the page begins. */
  readonly back?: Patterns;
  /** Whose it is. */
  readonly rights?: Patterns;
};

/** How headings, titles and links speak of live blogs. */
export type LiveWords = {
  /** Titles of pages that are live blogs. */
  readonly titles?: Patterns;
  /** Titles of live blogs that are over and stay to be read. */
  readonly over?: Patterns;
  /** How readers are sent on: what goes on, how it goes on before that word, how it does after it. */
  readonly goesOn?: { readonly blog: Patterns; readonly before: Patterns; readonly after: Patterns };
  /** Links to what came before. */
  readonly earlier?: Patterns;
};

/** What stands around pictures. */
export type PictureWords = {
  /** Before the name of who made it, with a colon behind. */
  readonly credit?: Patterns;
  /** Before that name where a sentence ended. */
  readonly signed?: Patterns;
  /** Before a caption, to be pressed. */
  readonly enlarge?: Words;
};

/** What stands in the card of a social network until its script replaces it. */
export type CardWords = {
  readonly view?: Patterns;
  readonly shared?: Patterns;
};

/** What a link says to those who hear a page: "opens in a new tab". */
export type WindowWords = {
  readonly place: Patterns;
  readonly opens: Patterns;
  readonly into: Words;
  readonly fresh: Patterns;
};
