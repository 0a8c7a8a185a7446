import type { Row } from './row.ts';

const RED = '<p>The pier is</p>';
const hostile = (construct: string, markup: string, text = 'The pier is shut.'): Row => ({
  construct,
  formats: ['rss', 'rdf', 'atom', 'atom03'],
  item: `<content:encoded><![CDATA[${markup}]]></content:encoded>`,
  seen: { text },
  gofeed: 'silent',
});

/** What is left of markup that does more than say something. */
export const HOSTILE: readonly Row[] = [
  hostile('a script', 'The pier is <script type="text/javascript">alert(1)</script>shut.'),
  {
    ...hostile('a script within a script', 'The pier is <script><script>alert(1)</script>shut.'),
    feedparser: 'silent',
  },
  hostile('an unclosed script', 'The pier is shut.<script>alert(1)'),
  hostile('a style sheet', 'The pier is <style type="text/css">p { color: red }</style>shut.'),
  hostile('an applet', 'The pier is <applet code="a.class" codebase="https://x.example/"></applet>shut.'),
  hostile('an object', 'The pier is <object classid="clsid:1"></object>shut.'),
  hostile('an object that is never closed', 'The pier is <object data="https://x.example/a.swf">shut.'),
  hostile('a player that is never closed', 'The pier is <video><source src="https://x.example/a.mp4">shut.'),
  hostile('a form that is never closed', 'The pier is <form action="https://x.example/">shut.'),
  hostile('an aside that is never closed', 'The pier is <aside>shut.'),
  hostile('a drawing that is never closed', 'The pier is <svg viewBox="0 0 1 1">shut.'),
  ...['title', 'textarea', 'select', 'nav', 'menu', 'dialog', 'template', 'noframes', 'button'].map((name) =>
    hostile(`an element ${name} that is never closed`, `The pier is <${name}>shut.`),
  ),
  hostile('a map of places', '<map name="harbour"><area href="https://x.example/" alt="Quay">The pier is shut.</map>'),
  hostile('an embed', 'The pier is <embed src="https://x.example/a.swf">shut.'),
  hostile('a base', 'The pier is <base href="https://x.example/">shut.'),
  hostile('a link element', 'The pier is <link rel="stylesheet" href="https://x.example/a.css">shut.'),
  hostile('a refresh', 'The pier is <meta http-equiv="Refresh" content="0; url=https://x.example/">shut.'),
  hostile('a frame set', 'The pier is <frameset rows="*"><frame src="https://x.example/"></frameset>shut.'),
  {
    ...hostile('words for programs that show no embeds', 'The pier is <noembed>not </noembed>shut.'),
    feedparser: 'silent',
  },
  hostile('a frame', 'The pier is <iframe src="https://x.example/"></iframe>shut.'),
  hostile('a handler', '<p onclick="alert(1)">The pier is <b onmouseover="alert(1)">shut</b>.</p>'),
  hostile('a handler on the body', '<body onload="alert(1)">The pier is shut.</body>'),
  hostile('an address that runs', '<a href="javascript:alert(1)">The pier is shut.</a>'),
  hostile('an address that runs, in letters by number', '<a href="&#106;avascript:alert(1)">The pier is shut.</a>'),
  hostile('a style that runs', '<p style="background: url(javascript:alert(1))">The pier is shut.</p>'),
  hostile('a comment', 'The pier is <!-- not -->shut.'),
  hostile('a processing instruction', 'The pier is <?php echo 1 ?>shut.'),
  hostile('a tag of an office program', 'The pier is <o:p>shut</o:p>.'),
  hostile('a tag that is none', 'The pier <blonk>is</blonk> shut.'),
  hostile('an unclosed tag', 'The pier is <b>shut.'),
  hostile('a doctype before text', '<!DOCTYPE html>The pier is shut.'),
  hostile('a doctype', '<!DOCTYPE html><p>The pier is shut.</p>'),
  {
    ...hostile('a whole page', `<html><head><title>Wharf</title></head><body>${RED}<p>shut.</p></body></html>`),
    feedparser: 'silent',
  },
  hostile('a picture', 'The pier is <img src="https://saltmere.example/a.png" onerror="alert(1)">shut.'),
  ...[
    '<applet code="a.class" codebase="https://x.example/"></applet>',
    '<frameset rows="*"><frame src="https://x.example/"></frameset>',
    '<link rel="stylesheet" href="https://x.example/a.css">',
    '<meta http-equiv="Refresh" content="0; url=https://x.example/">',
    '<object classid="clsid:1"></object>',
    '<img src="https://saltmere.example/a.png" onerror="alert(1)">',
  ].map(
    (markup): Row => ({
      construct: `a title with ${markup}`,
      formats: ['rss', 'rdf'],
      item: `<title><![CDATA[Pier ${markup}<b>shut</b>]]></title>`,
      seen: { title: 'Pier shut' },
      gofeed: 'silent',
      feedparser: 'silent', // text, for it has tags that text must not have
    }),
  ),
  {
    construct: 'a title about elements of heads',
    formats: ['rss', 'rdf'],
    item: '<title><![CDATA[How <link> and <meta> look]]></title>',
    seen: { title: 'How <link> and <meta> look' },
  },
];
