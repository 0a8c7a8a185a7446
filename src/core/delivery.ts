/** A message as its platform knows it. `url` is its permalink where the platform has them; `thread` null = it was deleted. */
export type MessageRef = { readonly id: string; readonly url?: string; readonly thread?: string | null };

type Told = {
  readonly key: string;
  /** Which life of the post this is: 1, and one more each time it is posted again after a removal. */
  readonly life: number;
  /** Epoch ms of the last thing we did. */
  readonly at: number;
};

/** What the message shows, or is being made to show. */
export type Shown = {
  readonly revision: string;
  /** Corrections it shows, by entry `seq`. */
  readonly edits: Readonly<Record<number, number>>;
};

/** A message that is, or was, there. */
type There = Shown & { readonly message: MessageRef; readonly postedAt: number };

/**
 * Our record of what a channel has of one post. `posting`, `editing` and `removing` are intents: written before the
 * platform is asked, so that a kill leaves a trace; an editing one remembers what the message `was`, a
 * posting one that it goes into the channel though it should stand in a thread. `refused`: the
 * message is there and cannot be changed any more. `gone`: somebody deleted it; it never comes back. `failed`: the
 * platform would not have the post at this revision.
 */
export type Delivery = Told &
  (
    | (Shown & { readonly state: 'posting'; readonly token: string; readonly since: number; readonly inChannel?: true })
    | (There & { readonly state: 'posted' })
    | (There & { readonly state: 'removing' })
    | (There & { readonly state: 'editing'; readonly was: Shown })
    | (There & { readonly state: 'refused'; readonly cannot: 'edit' | 'remove' })
    | { readonly state: 'removed' }
    | { readonly state: 'gone' }
    | (Shown & { readonly state: 'failed'; readonly reason: string })
  );

/** A delivery in one of the named states. */
export type DeliveryIn<S extends Delivery['state']> = Extract<Delivery, { readonly state: S }>;
