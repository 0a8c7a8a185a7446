import { picture, publish, type Step, writers } from '../story-step.ts';

const { INES, JORY, TAMSIN } = writers;

/** The wind gets up: 17:20 to 19:30. */
export const dusk: readonly Step[] = [
  publish(0, '17:20', 'storm-warning', INES, {
    title: 'Red warning for Saltmere: the surge comes with the evening tide',
    html: '<p>Good evening. The coast office has raised its warning to <strong>red</strong> for the whole of the bay. A north-westerly storm is pushing water into Saltmere just as the spring tide runs in, and the two meet at high water at <strong>21:40</strong>.</p><p>We are on the quay, in the harbour office and in the Seamen’s Hall, and we stay until it is over.</p>',
    flags: ['key'],
  }),
  publish(0, '17:26', 'ferry', JORY, {
    title: 'The Ariadne stays in port',
    html: '<p>No ferry to Elm Point tonight. The <em>Ariadne</em> has doubled her lines and sent her passengers to the bus. “She’s older than me and has more sense,” says her mate.</p>',
  }),
  publish(2, '17:34', 'quay-picture', TAMSIN, {
    html: picture(
      'quay',
      'Waves reach the top step of Fishmarket Quay under a yellow sky',
      'Tamsin Roe',
      'Four hours to go.',
    ),
  }),
  publish(4, '17:41', 'need-to-know', INES, {
    title: 'What you need to know',
    html: '<ul><li>High water is at 21:40, expected at 4.6 metres</li><li>Quay Street and the low road close at 18:30</li><li>Seamen’s Hall is open to everyone, pets too</li><li>In danger, ring 112; for sandbags, the town hall</li></ul>',
    flags: ['summary'],
  }),
  { at: 5, time: '17:43', do: 'pin', id: 'need-to-know' },
  {
    at: 5,
    time: '17:43',
    do: 'key-points',
    points: [
      'Red warning for the bay until 02:00',
      'High water at 21:40, expected at 4.6 metres',
      'Ferry to Elm Point cancelled',
    ],
  },
  publish(7, '17:55', 'soup', JORY, {
    title: 'Soup and dry blankets at the Seamen’s Hall',
    html: '<p>The Seamen’s Hall has opened its doors two hours early. There is hot soup, there are dry blankets, and there is room for two hundred people and their dogs. Volunteers ask for one thing: bring your own mug if you can carry it.</p>',
  }),
  publish(9, '18:03', 'gauge-first', TAMSIN, {
    title: 'Inner basin at 3.1 metres and rising',
    html: '<p>First reading of the evening from the gauge at the inner basin: 3.1 metres, forty centimetres above the tables. The harbour master’s pencil line for “wet cellars” is at 4.2.</p>',
  }),
  publish(11, '18:12', 'sandbags', JORY, {
    title: 'Eight hundred sandbags, one shovel each',
    html: '<p>The line at the town hall goes round the corner to the bakery. They have filled eight hundred bags since noon. The baker is carrying buns down the line and will not say who pays.</p>',
  }),
  publish(12, '18:20', 'fishmraket', INES, {
    title: 'Stalls on Fishmraket Quay lashed down',
    html: '<p>The last stalls on Fishmraket Quay are roped to the bollards. The eel smoker has taken his sign home “because it has been in the water twice already”.</p>',
  }),
  publish(16, '18:31', 'roads', INES, {
    title: 'Quay Street and the low road are closed',
    html: '<p>Police have put the barriers down at both ends of Quay Street and on the low road at the mill. The way out of town is over the hill, by Chapel Lane.</p>',
    flags: ['key'],
  }),
  publish(18, '18:44', 'coxswain', JORY, {
    title: 'Lifeboat crew on stand-by',
    html: '<p>The lifeboat crew are in their oilskins and playing cards in the boathouse. Coxswain Henrik Moss took the boat out in the surge of ’98. “He has not stopped talking about it since,” says the engineer.</p>',
  }),
  publish(20, '18:52', 'school', TAMSIN, {
    title: 'School closed tomorrow',
    html: '<p>Both schools stay closed tomorrow, whatever the night brings. The head teacher asks us to add that the spelling test is postponed, not cancelled.</p>',
  }),
  {
    at: 21,
    time: '18:55',
    do: 'correct',
    id: 'fishmraket',
    to: {
      title: 'Stalls on Fishmarket Quay lashed down',
      html: '<p>The last stalls on Fishmarket Quay are roped to the bollards. The eel smoker has taken his sign home “because it has been in the water twice already”.</p>',
    },
  },
  publish(23, '19:05', 'tide-table', TAMSIN, {
    title: 'The readings so far',
    html: '<table><thead><tr><th>Gauge</th><th>18:00</th><th>18:30</th><th>19:00</th></tr></thead><tbody><tr><td>Inner basin</td><td>3.1 m</td><td>3.3 m</td><td>3.6 m</td></tr><tr><td>Mole head</td><td>3.4 m</td><td>3.7 m</td><td>4.0 m</td></tr><tr><td>Mill bridge</td><td>2.2 m</td><td>2.3 m</td><td>2.7 m</td></tr></tbody></table>',
  }),
  publish(25, '19:14', 'mole-closed', INES, {
    title: 'Keep off the mole',
    html: '<p>Three people have been walked off the mole in the last half hour, one of them with a tripod. The harbour office puts it this way: “The view is free. The rescue is not.”</p>',
  }),
  {
    at: 26,
    time: '19:20',
    do: 'correct',
    id: 'coxswain',
    to: {
      html: '<p>The lifeboat crew are in their oilskins and playing cards in the boathouse. Coxswain Hendrika Moss took the boat out in the surge of ’98. “She has not stopped talking about it since,” says the engineer.</p>',
    },
  },
];
