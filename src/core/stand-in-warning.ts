/** What a person is told when a page is read itself because the address of its entries gives none. */
export function standInWarning(reason: string): string {
  return `The page itself is read, for the address its entries come from gives none, and is asked again by itself: ${reason}`;
}
