import { DeliveryError } from '../../src/ports/adapter.ts';

/** What a write to the terminal failed with, as the relay understands it: a closed pipe never comes back. */
export function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'].includes(code)) return closed(error);
  return new DeliveryError('unavailable', 'Writing to the terminal failed; it is tried again.', { cause: error });
}

/** The output was closed: `liveblog … | head`, a terminal window that is gone. */
export function closed(cause?: unknown): DeliveryError {
  return new DeliveryError(
    'channel-gone',
    'The terminal is closed: nothing can be shown there. Start again in another.',
    { cause },
  );
}

/** The wait was ended by the program itself (it stops). */
export function ended(signal: AbortSignal): DeliveryError {
  return new DeliveryError('unavailable', 'The program stopped before this was shown.', { cause: signal.reason });
}
