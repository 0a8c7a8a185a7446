import { picture, publish, type Step, writers } from '../story-step.ts';

const { INES, JORY, TAMSIN } = writers;

/** The worst of it: 19:30 to 22:00. */
export const highWater: readonly Step[] = [
  publish(27, '19:31', 'over-the-wall', TAMSIN, {
    title: 'Water comes over the wall at Fishmarket Quay',
    html: `<p>The first waves have come over the wall at Fishmarket Quay. The gauge at the inner basin stands at 4.1 metres and the street behind the ice house is under water to the ankle. The quay is empty; everybody is out.</p>${picture('wall', 'A wave breaks over the quay wall beside the ice house', 'Tamsin Roe')}`,
    flags: ['breaking', 'key'],
  }),
  publish(28, '19:36', 'ice-house', JORY, {
    html: '<p>The doors of the ice house have gone. Crates are sailing down Quay Street in good order, largest first.</p>',
  }),
  publish(29, '19:40', 'boat-adrift', INES, {
    title: 'Boat reported adrift off the mole',
    html: '<p>We hear from two people on the hill that a boat is adrift off the mole head with a light showing. The lifeboat has been told.</p>',
    flags: ['breaking'],
  }),
  publish(31, '19:47', 'lifeboat-post', JORY, {
    title: 'The lifeboat is out',
    html: '<p>They launched within six minutes of the call.</p><iframe src="https://social.example/@saltmere-lifeboat/1007" title="Saltmere Lifeboat: Launched 19:44, crew of six. Keep the slipway clear, keep the kettle on."></iframe>',
  }),
  publish(34, '19:58', 'lights-out', TAMSIN, {
    title: 'Lights out in Netmakers Row',
    html: '<p>The power is off from Netmakers Row down to the slip. The works say the substation was switched off before the water reached it, and that this is the good way to lose power.</p>',
  }),
  {
    at: 35,
    time: '20:01',
    do: 'correct',
    id: 'over-the-wall',
    to: {
      html: `<p>The first waves have come over the wall at Fishmarket Quay. The gauge at the inner basin stands at 4.3 metres and the street behind the ice house is under water to the knee. The quay is empty; everybody is out.</p>${picture('wall', 'A wave breaks over the quay wall beside the ice house', 'Tamsin Roe')}`,
    },
  },
  publish(36, '20:06', 'households', INES, {
    title: '140 households asked to leave',
    html: '<p>The town asks 140 households between the quay and the mill stream to leave now, while Chapel Lane is dry. Wardens are knocking at every door. Take medicine, papers, a torch, and the cat before the cat notices.</p>',
    flags: ['breaking', 'key'],
  }),
  publish(38, '20:13', 'buoy', JORY, {
    title: 'No boat: it was the harbour buoy',
    html: '<p>The lifeboat reports that there is no boat adrift off the mole and nobody in the water. The light belonged to the number two buoy, which has broken its chain and is now, says the coxswain, “taking itself for a walk”. We have withdrawn our earlier entry.</p>',
  }),
  { at: 40, time: '20:15', do: 'withdraw', id: 'boat-adrift' },
  publish(43, '20:24', 'chapel-lane', TAMSIN, {
    html: '<p>Chapel Lane: a slow, orderly line of headlights going uphill, a fish van with eleven people in it, and one piano.</p>',
  }),
  publish(44, '20:33', 'piano', JORY, {
    title: 'About the piano',
    html: '<p>Several of you ask. It belongs to the Harbour Band, it was in a cellar, and eight men from the rowing club decided that it should not be. It is now in the chapel porch and somewhat out of tune.</p>',
  }),
  {
    at: 45,
    time: '20:36',
    do: 'correct',
    id: 'households',
    to: {
      title: '410 households asked to leave',
      html: '<p>The town asks 410 households between the quay and the mill stream to leave now, while Chapel Lane is dry. Wardens are knocking at every door. Take medicine, papers, a torch, and the cat before the cat notices. <em>(We first wrote 140. The figures were turned round.)</em></p>',
    },
  },
  publish(46, '20:41', 'quote-warden', INES, {
    title: '“I have knocked on sixty doors”',
    html: '<p>Warden Pell Arkwright, 71, between two streets:</p><blockquote><p>I have knocked on sixty doors and been offered tea at forty of them. I tell them the sea is coming. They tell me it knows where they live.</p></blockquote>',
  }),
  publish(48, '20:52', 'mill-bridge', TAMSIN, {
    title: 'Mill bridge closed',
    html: '<p>The mill bridge is closed to everyone. Water stands a hand below the arch. With it the east side can only be reached over the <a href="https://roads.example/saltmere/ridge">ridge road</a>; the fire brigade has put one engine on that side for the night.</p>',
    flags: ['key'],
  }),
  publish(50, '21:03', 'gauge-46', TAMSIN, {
    title: 'Already at 4.6 metres',
    html: '<p>The inner basin reads 4.6 metres. That is what was forecast for high water, and high water is still thirty-seven minutes away. The coast office now expects <strong>4.9</strong>.</p>',
    flags: ['breaking'],
  }),
  {
    at: 51,
    time: '21:05',
    do: 'correct',
    id: 'need-to-know',
    to: {
      html: '<ul><li>High water is at 21:40, now expected at 4.9 metres</li><li>Quay Street, the low road and the mill bridge are closed</li><li>Seamen’s Hall is full; the chapel is open to everyone, pets too</li><li>In danger, ring 112; for sandbags, the town hall</li></ul>',
    },
  },
  {
    at: 51,
    time: '21:05',
    do: 'key-points',
    points: [
      'High water at 21:40, now expected at 4.9 metres',
      '410 households asked to leave',
      'Mill bridge and quays closed; nobody hurt',
    ],
  },
  publish(53, '21:12', 'pump', JORY, {
    title: 'Pumps running at the hospital',
    html: '<p>St Bride’s has water in the laundry and nowhere else. Two pumps are running, a third is warm. Nobody is being moved.</p>',
  }),
  publish(54, '21:20', 'sailing-club', INES, {
    html: picture(
      'masts',
      'Bare masts lean all one way above the roof of the sailing club',
      'Ines Calder',
      'The sailing club, from the hill.',
    ),
  }),
  publish(56, '21:29', 'eleven-minutes', TAMSIN, {
    title: 'Eleven minutes',
    html: '<p>4.8 metres. It has gone quiet in the harbour office. Somebody has turned the radio down so as to hear the wind better, which nobody asked for.</p>',
  }),
  publish(58, '21:40', 'high-water', INES, {
    title: 'High water: 4.87 metres, and the wall holds',
    html: `<p>High water. The gauge at the inner basin reads <strong>4.87 metres</strong>, the highest since it was put up. The new wall along Netmakers Row has held over its whole length.</p>${picture('gauge', 'The gauge board at the inner basin, water at 4.87 metres', 'Ines Calder')}`,
    flags: ['breaking', 'key'],
  }),
];
