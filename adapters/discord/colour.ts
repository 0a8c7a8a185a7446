/** The blog's colour on a card: its hue at a saturation and lightness that read on Discord's dark and light themes. */
export function colourOf(hue: number): number {
  const channel = (offset: number) => {
    const turn = (((hue % 360) + 360) / 30 + offset) % 12;
    return Math.round(255 * (0.5 - 0.32 * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  };
  return channel(0) * 65_536 + channel(8) * 256 + channel(4);
}
