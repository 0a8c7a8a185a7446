const SCENES: Readonly<
  Record<string, { readonly sky: readonly [string, string]; readonly sea: string; readonly extra: string }>
> = {
  quay: {
    sky: ['#f2c14e', '#7a6a8a'],
    sea: '#2f4858',
    extra:
      '<path d="M0 250h260v110H0z" fill="#6b6459"/><path d="M20 232h6v20h-6zM120 232h6v20h-6zM220 232h6v20h-6z" fill="#3c3833"/>',
  },
  wall: {
    sky: ['#59626d', '#2a3038'],
    sea: '#223843',
    extra:
      '<path d="M300 180h340v180H300z" fill="#57534c"/><path d="M280 250q20-160 90-170q-30 40 10 50q40-30 60 10q-60 0-70 110z" fill="#e7eef0" opacity=".9"/><path d="M480 90h110v90H480z" fill="#7d4f3a"/>',
  },
  masts: {
    sky: ['#3d4a5c', '#20262e'],
    sea: '#1f2f38',
    extra:
      '<path d="M120 270L220 40M200 270L300 50M280 270L380 60M360 270L460 70" stroke="#d9d4c7" stroke-width="5"/><path d="M80 260h420l-40-50H130z" fill="#51463b"/>',
  },
  gauge: {
    sky: ['#2b3440', '#171c22'],
    sea: '#1d3440',
    extra:
      '<path d="M290 40h60v300h-60z" fill="#f4f1e8"/><path d="M290 80h30M290 120h30M290 160h30M290 200h30M290 240h30" stroke="#222" stroke-width="5"/><text x="300" y="70" font-family="sans-serif" font-size="24" fill="#b3261e">5 m</text>',
  },
  buoy: {
    sky: ['#39424d', '#1c2127'],
    sea: '#203542',
    extra:
      '<path d="M300 170h40l30 100H270z" fill="#c0392b"/><path d="M316 120h8v50h-8z" fill="#777"/><circle cx="320" cy="114" r="10" fill="#ffe08a"/><path d="M0 200h170v80H0z" fill="#e9e4d6"/>',
  },
};

/** A small drawing of the evening by name, as SVG; undefined when there is none of that name. */
export function pictureSvg(name: string): string | undefined {
  const scene = Object.hasOwn(SCENES, name) ? SCENES[name] : undefined;
  if (scene === undefined) return undefined;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360">
<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${scene.sky[0]}"/><stop offset="1" stop-color="${scene.sky[1]}"/></linearGradient></defs>
<path d="M0 0h640v360H0z" fill="url(#s)"/>${scene.extra}
<path d="M0 270q40-24 80 0t80 0t80 0t80 0t80 0t80 0t80 0t80 0v90H0z" fill="${scene.sea}"/>
<path d="M0 300q40-16 80 0t80 0t80 0t80 0t80 0t80 0t80 0t80 0" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="4"/>
</svg>
`;
}
