import { SourceError } from '../../ports/source.ts';
import { PrivateAddressError } from './addresses.ts';

/** The fetch as a whole took longer than it may. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

type Phase = 'headers' | 'body';

const CONNECTION_PROBLEMS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name service does not answer',
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the server cut the connection',
  EPIPE: 'the server cut the connection',
  UND_ERR_SOCKET: 'the server cut the connection',
  EHOSTUNREACH: 'there is no way to the server',
  ENETUNREACH: 'there is no way to the server',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer was cut short',
  UND_ERR_HEADERS_OVERFLOW: 'the answer has too many headers',
  Z_BUF_ERROR: 'the packed answer was cut short',
  Z_DATA_ERROR: 'the packed answer is damaged',
};

const TIME_OUTS = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** What went wrong on the way to `where` (already redacted), as the one error a source knows. */
export function networkFailure(cause: unknown, where: string, phase: Phase, timeout: number): SourceError {
  if (cause instanceof SourceError) return cause;
  const code = codeOf(cause);
  if (isPrivate(cause)) {
    return new SourceError(
      'refused',
      `${where} leads to a private address, which addresses given in chat may not reach; an operator can put it into the configuration.`,
      { cause },
    );
  }
  if (cause instanceof DeadlineError || TIME_OUTS.has(code)) {
    const what = phase === 'headers' ? 'did not answer' : 'began to answer but did not finish';
    return unreachable(`${where} ${what} within ${Math.ceil(timeout / 1000)} s`, cause);
  }
  if (/^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)|^EPROTO$/u.test(code)) {
    return unreachable(`${where} has no valid TLS certificate (${code})`, cause);
  }
  if (code.startsWith('ERR_') && code.includes('BROTLI'))
    return unreachable(`${where}: the packed answer is damaged`, cause);
  if (code.startsWith('HPE_')) return unreachable(`${where}: the answer is not HTTP`, cause);
  const problem =
    CONNECTION_PROBLEMS[code] ?? (code === '' ? 'the connection failed' : `the connection failed (${code})`);
  return unreachable(`${where}: ${problem}`, cause);
}

function unreachable(what: string, cause: unknown): SourceError {
  return new SourceError('unreachable', `${what}; it will be tried again.`, { cause });
}

function isPrivate(cause: unknown): boolean {
  if (cause instanceof PrivateAddressError) return true;
  if (cause instanceof AggregateError) return cause.errors.some(isPrivate);
  return cause instanceof Error && cause.cause !== undefined && isPrivate(cause.cause);
}

function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return codeOf(cause.errors[0]);
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return codeOf(cause.cause);
}
