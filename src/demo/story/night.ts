import { picture, publish, type Step, writers } from '../story-step.ts';

const { INES, JORY, TAMSIN } = writers;

/** It goes down: 21:50 to half past midnight. */
export const night: readonly Step[] = [
  publish(60, '21:51', 'soup-again', JORY, {
    title: 'Soup and dry blankets at the Seamen’s Hall',
    html: '<p>The Seamen’s Hall has opened its doors to everyone tonight. There is hot soup, there are dry blankets, and there is room for two hundred people and their dogs. Volunteers ask for one thing: bring your own mug if you can carry it.</p>',
  }),
  publish(62, '21:58', 'falling', TAMSIN, {
    title: 'It is going down',
    html: '<p>4.81. Three people said “it’s falling” at the same moment and then all looked at the floor, as if saying it could bring it back.</p>',
    flags: ['key'],
  }),
  publish(64, '22:07', 'wind', TAMSIN, {
    title: 'Wind turning west',
    html: '<p>The coast office sees the wind turning west and easing from midnight. Gusts of 118 km/h were measured on the mole head before the instrument left.</p>',
  }),
  publish(66, '22:16', 'roof', INES, {
    title: 'Roof off the rope store',
    html: '<p>Half the roof of the rope store lies in the chandler’s yard. Nobody was in either. The chandler says it is the first time anything was delivered on time.</p>',
  }),
  publish(69, '22:27', 'numbers', JORY, {
    title: 'The evening in numbers',
    html: '<ol><li>410 households asked to leave, 388 did</li><li>1,900 sandbags, of which 60 were in the right place, says the town engineer</li><li>2 lifeboat launches, 1 buoy recovered</li><li>0 people hurt</li></ol>',
    flags: ['summary'],
  }),
  publish(71, '22:39', 'hall-song', INES, {
    title: 'Singing in the chapel',
    html: '<p>With the hall full, the overflow is in the chapel, and so is the piano. It is being played. It turns out that out of tune does not matter much at this hour.</p>',
  }),
  {
    at: 72,
    time: '22:42',
    do: 'correct',
    id: 'wind',
    to: {
      html: '<p>The coast office sees the wind turning west and easing from midnight. Gusts of 131 km/h were measured on the mole head before the instrument left.</p>',
    },
  },
  publish(73, '22:50', 'power-back', TAMSIN, {
    title: 'First streets have power again',
    html: '<p>Lights are back in Upper Row and around the market. Netmakers Row waits for the morning: the works want to see the cables dry first.</p>',
  }),
  publish(75, '23:02', 'gauge-43', TAMSIN, {
    title: 'Below the wall',
    html: '<p>4.3 metres: the water is below the top of the quay wall for the first time since half past seven. What came over is now running back, and taking the crates with it.</p>',
    flags: ['key'],
  }),
  publish(77, '23:15', 'buoy-home', JORY, {
    title: 'The buoy is home',
    html: `<p>Number two buoy has been brought in under tow and tied up beside the <em>Ariadne</em>. The coxswain has written it a ticket.</p>${picture('buoy', 'A dented red buoy tied up beside the ferry', 'Jory Penhale')}`,
  }),
  publish(79, '23:28', 'bridge-check', INES, {
    title: 'Mill bridge: engineers at first light',
    html: '<p>The mill bridge stays closed until engineers have looked under it at first light. The ridge road is open and clear.</p>',
  }),
  publish(81, '23:40', 'home', JORY, {
    title: 'Some may go home',
    html: '<p>Streets above the market may go home now. Below it, please wait: there is water in the cellars, and somebody must look at the switches first.</p>',
    flags: ['key'],
  }),
  publish(83, '23:55', 'thanks', TAMSIN, {
    title: 'Who carried what',
    html: '<p>The rowing club: one piano. The baker: six hundred buns. The school caretaker: every chair in Saltmere, twice. The harbour master’s pencil line for “wet cellars” has been rubbed out and drawn again, higher.</p>',
  }),
  publish(85, '24:08', 'lifted', INES, {
    title: 'Red warning lifted',
    html: '<p>The coast office has lifted the red warning for the bay. Yellow stays until six for the wind. The morning tide is expected at 3.4 metres: ordinary, wet, and welcome.</p>',
    flags: ['breaking', 'key'],
  }),
  publish(87, '24:20', 'closing', INES, {
    title: 'Good night',
    html: '<p>That was the highest water Saltmere has measured, and nobody was hurt. We go to bed and are back at seven with the bridge, the cellars and the piano.</p><p>This live blog has now closed. Thank you for reading.</p>',
    flags: ['summary'],
  }),
  { at: 89, time: '24:22', do: 'close', title: 'Storm night in Saltmere: how the highest water came and went' },
];
