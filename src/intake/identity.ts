// In: what makes a report this report. Out: its id, the hash of its bytes, its address without tracking, its host.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of the bytes, or of the text as UTF-8, in hex. */
export function hashOf(content: Uint8Array | string): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))
}

const TRACKING =
  /^(?:utm_.*|at_(?:medium|campaign|custom\d|link.*|ptr.*|bbc.*|format)|ns_.*|cmpid|cmp|ocid|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|hsctatracking|s_cid|smid|smtyp|ref|ref_src|ref_url|referrer|source|src|partner|taid|sh|share|shared|soc_src|soc_trk|guccounter|guce_.*|cid|ito|ncid|sref|xtor|wt\.mc_id|wtmc|trk|spm|amp|outputtype|cn-track)$/i

/** The address in one form: lower-case host, no fragment, no tracking parameters, the others sorted. Unchanged where it is none. */
export function cleanAddress(address: string): string {
  const url = URL.parse(address.trim())
  if (!url || !/^https?:$/.test(url.protocol)) return address.trim()
  url.hash = ''
  url.username = ''
  url.password = ''
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
  url.search = new URLSearchParams(kept).toString()
  return url.href
}

/** The host of an address without "www.", "m." or "amp."; undefined where it has none. */
export function hostOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address)
  const host = url?.hostname.replace(/^(?:www\d?|m|mobile|amp)\./, '')
  return host === '' || host === undefined ? undefined : host
}

/** The id of a report: 16 hex digits over outlet, address, title and text. Path and found dates are not in it. */
export function reportId(of: { outlet?: string; url?: string; title?: string; text: string }): string {
  const clean = of.url === undefined ? '' : cleanAddress(of.url)
  return hashOf(JSON.stringify([of.outlet ?? '', clean, of.title ?? '', of.text])).slice(0, 16)
}
