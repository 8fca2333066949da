// In: an RSS, RDF or Atom feed. Out: a report for each of its items that carries a text.
import { parseFeed } from 'feedsmith'
import { notice } from '../problem.ts'
import type { Fields } from './fields.ts'
import { reportFromFields } from './from-json.ts'
import type { Decoded } from './from-text.ts'
import type { Intake } from './make-report.ts'
import { mastheadOf } from './mastheads.ts'

/** The reports of a feed. The path of each is the feed's with "#" and its place from 1. An XML document that is no feed is a notice. */
export async function reportsFromFeed({ text, path }: Decoded): Promise<Intake> {
  const items = itemsOf(text)
  if (items === undefined)
    return {
      reports: [],
      notices: [notice('kind-not-read', { path, kind: 'an XML document that is no feed' })],
    }
  const all: Intake = { reports: [], notices: [] }
  let bare = 0
  for (const [at, item] of items.entries()) {
    if (item.text === undefined && item.content_html === undefined) {
      bare += 1
      continue
    }
    const one = await reportFromFields(item, `${path}#${at + 1}`)
    all.reports.push(...one.reports)
    all.notices.push(...one.notices)
  }
  if (bare > 0 || items.length === 0)
    all.notices.push(notice('feed-without-text', { path, bare, of: items.length }))
  return all
}

/** The items under the names that `fields.ts` knows; undefined where the text is no feed. */
function itemsOf(text: string): Fields[] | undefined {
  let read: ReturnType<typeof parseFeed>
  try {
    read = parseFeed(text)
  } catch {
    return undefined
  }
  const { format, feed } = read
  if (format === 'json') return undefined
  const outlet = outletOf(wordsOf(feed.title))
  if (format === 'atom')
    return (feed.entries ?? []).map((entry) => ({
      title: wordsOf(entry.title),
      url: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])
        ?.href,
      date: entry.published ?? entry.updated,
      authors: entry.authors?.flatMap(({ name }) => name ?? []),
      outlet: outletOf(wordsOf(entry.source?.title)) ?? outlet,
      ...bodyOf(wordsOf(entry.content) ?? wordsOf(entry.summary)),
    }))
  return (feed.items ?? []).map((item) => {
    const rss = format === 'rss' ? (item as RssItem) : undefined
    const { content, dc } = item
    return {
      title: wordsOf(item.title),
      url: item.link,
      date: rss?.pubDate ?? dc?.dates?.[0],
      authors: rss?.authors?.flatMap(({ name }) => name ?? []) ?? dc?.creators,
      outlet: outletOf(rss?.source?.title) ?? outlet,
      ...bodyOf(content?.encoded ?? wordsOf(item.description)),
    }
  })
}

interface RssItem {
  readonly pubDate?: string
  readonly authors?: readonly { readonly name?: string }[]
  readonly source?: { readonly title?: string }
}

/** Words, or the words inside Atom's text constructs. */
function wordsOf(value: string | { readonly value?: string } | undefined): string | undefined {
  const words = (typeof value === 'object' ? value.value : value)?.trim()
  return words === '' ? undefined : words
}

/** "Quay Post", and what is a paper's name in "World | Quay Post"; a title of sections names no outlet. */
function outletOf(title: string | undefined): string | undefined {
  if (title === undefined) return undefined
  const parts = title.split(/\s+[|–—·•»>:-]+\s+|:\s+/)
  return parts.length === 1 ? title : parts.find((part) => mastheadOf(part) !== undefined)
}

const bodyOf = (body: string | undefined): Fields =>
  body === undefined ? {} : /<[a-z][^>]*>/i.test(body) ? { content_html: body } : { text: body }
