// In: an http(s) address. Out: what the server sent (bytes, media type, charset, last address), or the notice that says why not.
import type { Notice } from '../model/index.ts'
import { notice } from '../problem.ts'
import { allBytes } from './read-bytes.ts'

export interface Fetched {
  readonly bytes: Uint8Array
  /** Lower-case media type without parameters, "" where the server gave none. */
  readonly mediaType: string
  readonly charset?: string
  /** The address after redirects. */
  readonly url: string
}

export interface FetchLimits {
  readonly timeoutMs: number
  readonly maxBytes: number
}

export const isNotice = (value: Fetched | Notice): value is Notice => 'code' in value

/** Fetches a page, following redirects; never throws. */
export async function fetchAddress(address: string, limits: FetchLimits): Promise<Fetched | Notice> {
  const { timeoutMs, maxBytes } = limits
  if (!URL.canParse(address)) return notice('address-not-understood', { path: address })
  try {
    const response = await fetch(address, {
      redirect: 'follow',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'text/html,application/xhtml+xml,text/plain,application/json;q=0.9,*/*;q=0.5',
        'user-agent': 'parley/0.1',
      },
    })
    if (!response.ok) {
      await response.body?.cancel()
      return notice('address-refused', { path: address, status: response.status })
    }
    const bytes = response.body ? await allBytes(response.body, maxBytes) : new Uint8Array()
    if (bytes === undefined) return notice('too-large', { path: address, bytes: maxBytes, limit: maxBytes })
    const type = response.headers.get('content-type') ?? ''
    const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1]
    const mediaType = type.split(';')[0]!.trim().toLowerCase()
    return { bytes, mediaType, ...(charset === undefined ? {} : { charset }), url: response.url || address }
  } catch (error) {
    return notice('address-without-answer', { path: address, why: reasonOf(error, timeoutMs) })
  }
}

const REASONS: Record<string, string> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host, or no connection to ask for it',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection broken off',
  ETIMEDOUT: 'connection timed out',
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out',
  UND_ERR_SOCKET: 'connection broken off',
  EHOSTUNREACH: 'host not reachable',
  ENETUNREACH: 'network not reachable',
  CERT_HAS_EXPIRED: 'its certificate has expired',
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `nothing within ${Math.round(timeoutMs / 100) / 10} s`
  const cause = error.cause as { code?: string; message?: string } | undefined
  return (cause?.code && (REASONS[cause.code] ?? cause.code)) || cause?.message || error.message
}
