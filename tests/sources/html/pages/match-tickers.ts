/** Tickers of matches that know minutes of play only; the words are of our own club, the marks of many systems. */
import { page } from './saltmere.ts';

export type Moment = { readonly minute: string; readonly words: string };
export type Ticker = {
  readonly manner: string;
  readonly url: string;
  readonly html: string;
  readonly id?: (n: number) => string;
  /** How the page shows a minute. */
  readonly shows: (minute: string) => string;
  readonly titled?: true;
};

/** What happened, oldest first; "45+2" is the second minute of added time. */
export const MOMENTS: readonly Moment[] = [
  { minute: '1', words: 'Saltmere kicks off towards the sea, with the wind in its back.' },
  { minute: '17', words: 'Corner for the island team, and the keeper holds it with both hands.' },
  { minute: '38', words: 'Goal for Saltmere! Pike heads it in after a free kick from the left.' },
  { minute: '45+2', words: 'A shot from the island team hits the post in added time.' },
  { minute: '62', words: 'Yellow card for Hale, who came much too late in midfield.' },
  { minute: '79', words: 'The island team equalises with a long shot that nobody expected.' },
  { minute: '90+4', words: 'A late header goes over the bar, and the whistle follows at once.' },
];

const newest = MOMENTS.map((moment, n) => ({ ...moment, n })).toReversed();
const oldest = newest.toReversed();
const prime = (minute: string): string => (minute.includes('+') ? minute.replace('+', "'+") : `${minute}'`);
const facts = `<div class="match-facts"><h2>Goals</h2><ul><li>38' Pike</li><li>79' Lund</li></ul></div><section class="lineups"><ul><li>1 Hale</li><li>2 Voss</li><li>9 Pike</li></ul></section>`;
const others = `<aside><ul><li><time datetime="2031-03-03T10:00:00Z">10:00</time> <a href="/a">Results of the day</a></li></ul></aside>`;

export const MATCH_TICKERS: readonly Ticker[] = [
  {
    manner: 'minutes in boxes, newest first',
    url: 'https://sport.example/ticker/1',
    html: page(
      'en',
      'Saltmere v Island: live commentary',
      `${facts}<ol class="commentary">${newest.map(({ n, minute, words }) => `<li class="commentary__event" data-event-id="ev${n}7"><span class="commentary__minute">${prime(minute)}</span><p>${words}</p></li>`).join('')}</ol>${others}`,
    ),
    id: (n) => `ev${n}7`,
    shows: prime,
  },
  {
    manner: 'rows of "90. Minute" in German',
    url: 'https://www.sportblatt.example.de/liveticker/1',
    html: page(
      'de',
      'Liveticker: Saltmere gegen Insel',
      `${facts}<div class="ticker"><div class="ticker__item"><div class="ticker__minute">Abpfiff</div><div class="ticker__text">Das Spiel ist aus, und beide sind zufrieden damit.</div></div>${newest.map(({ n, minute, words }) => `<div class="ticker__item" id="t${n}9"><div class="ticker__minute">${minute.replace('+', '.+')}${minute.includes('+') ? '' : '.'} Minute</div><div class="ticker__text">${words}</div></div>`).join('')}</div>`,
    ),
    shows: (minute) => `${minute.includes('+') ? minute.replace('+', '.+') : `${minute}.`} Minute`,
  },
  {
    manner: 'headings, oldest first',
    url: 'https://sport.example/live/2',
    html: page(
      'en',
      'Saltmere v Island: as it happened',
      `${facts}<article>${oldest.map(({ minute, words }) => `<h3>${prime(minute)}: ${words.slice(0, 12)}</h3><p>${words}</p>`).join('')}</article>`,
    ),
    shows: prime,
    titled: true,
  },
  {
    manner: 'bold beginnings of paragraphs',
    url: 'https://sport.example/minute-by-minute/3',
    html: page(
      'en',
      'Saltmere v Island: minute by minute',
      `<article><p>Good evening from the ground by the sea.</p>${newest.map(({ minute, words }) => `<p><strong>${prime(minute)}</strong> ${words}</p>`).join('')}</article>`,
    ),
    shows: prime,
  },
  {
    manner: 'French ordinals',
    url: 'https://sport.example.fr/direct/4',
    html: page(
      'fr',
      'Saltmere - Île : le direct',
      `<div class="live">${newest.map(({ n, minute, words }) => `<article class="live__item" id="c-${n}5"><span class="live__minute">${minute.replace(/^(\d+)(?:\+(\d+))?$/u, (_, m: string, more?: string) => `${m}e${more === undefined ? '' : ` + ${more}`}`)}</span><div>${words}</div></article>`).join('')}</div>`,
    ),
    id: (n) => `c-${n}5`,
    shows: (minute) =>
      minute.replace(
        /^(\d+)(?:\+(\d+))?$/u,
        (_, m: string, more?: string) => `${m}e${more === undefined ? '' : ` + ${more}`}`,
      ),
  },
  {
    manner: 'Spanish "min. 38", in a table',
    url: 'https://deporte.example.es/directo/5',
    html: page(
      'es',
      'Saltmere - Isla, minuto a minuto',
      `<table class="narracion">${newest.map(({ minute, words }) => `<tr><td>Min. ${minute}</td><td>${words}</td></tr>`).join('')}</table>`,
    ),
    shows: (minute) => `Min. ${minute}`,
  },
];

/** An evening of cricket, oldest first: overs and balls. */
export const BALLS: readonly Moment[] = [
  { minute: '0.1', words: 'Pike runs in from the sea end, and the first ball is left alone.' },
  { minute: '0.4', words: 'Four! Driven through the covers by the captain of the island.' },
  { minute: '1.2', words: 'Wicket! Caught behind off Hale, who has waited for it all summer.' },
  { minute: '6.6', words: 'The end of the powerplay, with forty-one runs on the board.' },
  { minute: '12.3', words: 'Six over the pavilion, and the ball is looked for in the harbour.' },
  { minute: '19.6', words: 'A single off the last ball, and the innings is over.' },
];

const cricket = (of: (minute: string) => string): string =>
  page(
    'en',
    'Saltmere v Island: live commentary',
    `<div class="commentary">${BALLS.toReversed()
      .map(({ minute, words }) => `<div class="commentary-item">${of(minute)}<p>${words}</p></div>`)
      .join('')}</div>`,
  );

export const CRICKET: readonly (readonly [string, string, (minute: string) => string])[] = [
  ['overs with their word', cricket((minute) => `<span class="when">${minute} ov</span>`), (minute) => `${minute} ov`],
  [
    'overs after their word',
    cricket((minute) => `<span class="when">Over ${minute}</span>`),
    (minute) => `Over ${minute}`,
  ],
  ['overs by their class', cricket((minute) => `<span class="ball-number">${minute}</span>`), (minute) => minute],
  [
    'headings of overs',
    `<html><title>Saltmere v Island live</title><main><h1>Saltmere v Island</h1>${BALLS.map(({ minute, words }) => `<h3>${minute} overs</h3><p>${words}</p>`).join('')}</main></html>`,
    (minute) => `${minute} overs`,
  ],
];
