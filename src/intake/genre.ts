// In: what is known of a report. Out: its genre and by what it was told.
import type { Genre } from '../model/index.ts'

export interface GenreSigns {
  readonly stated?: string
  readonly host?: string
  readonly outlet?: string
  readonly url?: string
  readonly title?: string
  readonly labels: readonly string[]
  readonly agency?: string
  /** True where the page calls itself a release. */
  readonly isRelease?: boolean
  /** The first 2,000 characters of the body. */
  readonly opening: string
  /** True where anything (outlet, author, dateline, byline) shows a newsroom behind it. */
  readonly signed: boolean
}

const OFFICIAL_HOST =
  /(?:^|\.)(?:gov|mil)$|(?:^|\.)(?:gov|gob|gouv|govt|go|gc|gub|gv)\.[a-z]{2}$|(?:^|\.)(?:europa\.eu|un\.org|wto\.org|imf\.org|nato\.int|bund\.de|admin\.ch|kremlin\.ru|canada\.ca|whitehouse\.\w+)$|\.int$/
const OFFICIAL_OUTLET =
  /^(?:the )?(?:white house|(?:[\p{L}' ]+ )?(?:ministry|department|office|embassy|mission|council|commission|secretariat|parliament|presidency) of\b.*|(?:u\.?s\.? )?state department|treasury(?: department)?|ustr|european commission|council of the european union|united nations|world trade organization|kremlin|state council.*)$/iu
const OFFICIAL_OPENING =
  /^(?:by the (?:president|authority) |executive order|proclamation|joint statement|fact sheet|press release|for immediate release|readout of|memorandum (?:for|of)|statement (?:by|from|of) )/i
const OPINION =
  /\b(?:opinions?|op-?eds?|commentary|editorials?|columns?|columnists?|viewpoint|comment is free|perspectives?|letters?)\b/i
const ANALYSIS = /\b(?:analysis|explainers?|explained|factbox|backgrounder|in depth|news analysis|q&a)\b/i
/** Titles that promise to explain or to judge: "…, explained", "Why the quota matters", "Here is what comes next". */
const EXPLAINS =
  /(?:^|[,:—–-] )explained\b|\bexplained$|^(?:why|how) .{5,80}(?:[^?]|matters?)$|\bwhy (?:it|they|this|that) matters?\b|\bwhat (?:you need to|to|we) know\b|\bwhat (?:it|this|that) means\b|\bwhat (?:comes|happens)(?: next| if\b)|\bwhat['’]s next\b|^(?:what|who) (?:is|are|was) .{2,60}\?$|\b\d+ (?:things|questions|takeaways)\b|^fact[- ]?check\b/i
const AGGREGATED =
  /\b(?:according to a roundup|this (?:article|story|post) (?:was )?(?:originally )?(?:appeared|published) (?:on|in|at)|curated by|news roundup|source: https?:)/i
const WIRE_OUTLETS =
  /^(?:thomson )?(?:reuters|(?:the )?associated press|ap|ap news|afp|agence france-presse|upi|xinhua|dpa|tass|interfax|kyodo(?: news)?|yonhap|pti|ani|efe|ansa)\b(?!.*times)/i
const WIRE_HOSTS =
  /(?:^|\.)(?:reuters\.com|apnews\.com|afp\.com|upi\.com|xinhuanet\.com|tass\.com|interfax\.com)$/
const AGGREGATOR_HOSTS =
  /(?:^|\.)(?:msn\.com|news\.google\.com|news\.yahoo\.com|yahoo\.com|flipboard\.com|smartnews\.com|newsbreak\.com|feedly\.com)$/

const STATED: readonly [RegExp, Genre][] = [
  [/press.?release|official|government/i, 'official'],
  [/opinion|op-?ed|editorial|comment|column|review/i, 'opinion'],
  [/analysis|backgrounder|explainer/i, 'analysis'],
  [/wire/i, 'wire'],
  [/aggregat/i, 'aggregator'],
]

/** The genre and, in a few words, what told it; `unknown` where nothing tells. The first sign that holds wins. */
export function genreOf(signs: GenreSigns): { genre: Genre; genreBy: string } {
  const told = (genre: Genre, genreBy: string) => ({ genre, genreBy })
  const { host = '', outlet = '', title = '', url = '' } = signs
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '')
  const stated = signs.stated
  if (OFFICIAL_HOST.test(host)) return told('official', `host ${host}`)
  if (OFFICIAL_OUTLET.test(outlet)) return told('official', `outlet ${outlet}`)
  if (stated !== undefined) {
    const match = STATED.find(([pattern]) => pattern.test(stated))
    if (match) return told(match[1], `stated "${stated.slice(0, 40)}"`)
  }
  const label = signs.labels.find((text) => OPINION.test(text) || ANALYSIS.test(text))
  if (label !== undefined)
    return told(OPINION.test(label) ? 'opinion' : 'analysis', `label "${label.slice(0, 40)}"`)
  const mark =
    /^(?:[\p{Lu}' ]+: )?(opinion|op-ed|commentary|editorial|column|analysis|explainer|factbox)\s*[:|-]/iu.exec(
      title,
    )
  if (mark) return told(OPINION.test(mark[1]!) ? 'opinion' : 'analysis', `title "${mark[1]}"`)
  const explains = EXPLAINS.exec(title)
  if (explains) return told('analysis', `title "${explains[0].slice(0, 40)}"`)
  const folder =
    /\/(opinions?|op-?ed|commentary|commentisfree|editorials?|columns?|columnists?|blogs?|analysis)(?=\/|$)/i.exec(
      path,
    )
  if (folder) return told(/analysis/i.test(folder[1]!) ? 'analysis' : 'opinion', `address "/${folder[1]}/"`)
  if (
    OFFICIAL_OPENING.test(signs.opening) ||
    /^(?:fact sheet|joint statement|readout|executive order)\b/i.test(title)
  )
    return told('official', 'its opening words')
  if (signs.isRelease) return told('official', 'it calls itself a release')
  if (signs.agency !== undefined) return told('wire', `dateline (${signs.agency})`)
  if (WIRE_HOSTS.test(host)) return told('wire', `host ${host}`)
  if (WIRE_OUTLETS.test(outlet)) return told('wire', `outlet ${outlet}`)
  if (AGGREGATOR_HOSTS.test(host)) return told('aggregator', `host ${host}`)
  if (AGGREGATED.test(signs.opening)) return told('aggregator', 'its own words')
  if (stated !== undefined && /news/i.test(stated)) return told('news', `stated "${stated.slice(0, 40)}"`)
  return signs.signed
    ? told('news', 'an outlet, author or dateline, and no other sign')
    : told('unknown', 'no sign')
}
