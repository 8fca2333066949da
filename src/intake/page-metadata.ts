// In: a page. Out: what its JSON-LD, meta tags, links and time elements say of its article.
import { dayOfField } from './dates.ts'
import { type Fields, metadataOf } from './fields.ts'
import { asShown } from './joined-blocks.ts'
import { mastheadOf } from './mastheads.ts'
import type { Metadata } from './metadata.ts'
import type { Page } from './page.ts'

const ARTICLE = /^(?:.*Article|BlogPosting|Report|LiveBlogPosting|GovernmentService|WebPage)$/

/** What the page states, JSON-LD first, then meta tags. `articleBody` is the text JSON-LD gives, where it does. */
export interface PageMetadata {
  readonly metadata: Metadata
  readonly articleBody?: string
}

const asFields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined

const typesOf = (fields: Fields): string[] =>
  [fields['@type']].flat().filter((type): type is string => typeof type === 'string')

/** The articles in the page's JSON-LD scripts, a real article before a web page. */
function linkedData(page: Page): Fields[] {
  const found: Fields[] = []
  const visit = (value: unknown, depth: number) => {
    if (depth > 4) return
    if (Array.isArray(value)) for (const item of value.slice(0, 200)) visit(item, depth + 1)
    const fields = asFields(value)
    if (!fields) return
    if (typesOf(fields).some((type) => ARTICLE.test(type))) found.push(fields)
    for (const below of ['@graph', 'mainEntity', 'mainEntityOfPage']) visit(fields[below], depth + 1)
  }
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      visit(JSON.parse((script.textContent ?? '').replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')), 0)
    } catch {
      // Broken JSON-LD says nothing; the meta tags and the page itself still do.
    }
  }
  const isPage = (fields: Fields) => typesOf(fields).every((type) => type === 'WebPage')
  return [...found.filter((fields) => !isPage(fields)), ...found.filter(isPage)]
}

const META: Record<
  'title' | 'outlet' | 'url' | 'date' | 'modified' | 'author' | 'section' | 'genre',
  readonly string[]
> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  outlet: ['og:site_name', 'application-name', 'dc.publisher', 'publisher'],
  url: ['og:url'],
  date: [
    'article:published_time',
    'og:article:published_time',
    'article:published',
    'datepublished',
    'date',
    'dc.date',
    'dc.date.issued',
    'dcterms.date',
    'dcterms.created',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publication_date',
    'citation_publication_date',
    'cxenseparse:recs:publishtime',
  ],
  modified: ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'dcterms.modified'],
  author: ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl'],
  section: ['article:section', 'parsely-section'],
  genre: ['article:opinion', 'content_type', 'article:content_tier_type'],
}

function metaTags(page: Page): ReadonlyMap<string, string> {
  const tags = new Map<string, string>()
  for (const tag of page.querySelectorAll('meta')) {
    const name = tag.getAttribute('property') ?? tag.getAttribute('name') ?? tag.getAttribute('itemprop')
    const content = asShown(tag.getAttribute('content') ?? '')
    if (name && content && !tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), content)
  }
  return tags
}

/** The day in the page's first time element that states one: its own where an article or header holds it. */
function timeElement(page: Page): string | undefined {
  const selectors = [
    '[itemprop="datePublished"]',
    'article time[datetime]',
    'header time[datetime]',
    'main time[datetime]',
    'time[datetime]',
  ]
  for (const selector of selectors) {
    for (const element of page.querySelectorAll(selector)) {
      const stated =
        element.getAttribute('datetime') ??
        element.getAttribute('content') ??
        asShown(element.textContent ?? '')
      if (stated && dayOfField(stated)) return stated
    }
  }
  return undefined
}

/** The title without the outlet's name behind it: "Talks resume | Example Times". */
export function withoutSiteName(title: string, outlet: string | undefined): string {
  const cut = /^(.{12,}?)\s+[|–—·•»-]\s+([^|–—·•»]{2,40})$/.exec(title)
  if (!cut) return title
  const tail = cut[2]!.toLowerCase()
  const site = outlet?.toLowerCase() ?? ''
  const known = site !== '' && (tail.includes(site) || site.includes(tail))
  return known || title.includes(' | ') ? cut[1]! : title
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The outlet behind the title in the page's head: where a heading of the page is the title without it, or it is a paper's name. */
function outletInTitle(page: Page, headTitle: string): string | undefined {
  const headings = new Set(
    [...page.querySelectorAll('h1, h2')].map((heading) => letters(asShown(heading.textContent ?? ''))),
  )
  const [, before = '', tail] = /^(.{12,})\s+[|–—·•»-]\s+(\p{Lu}[^|–—·•»]{2,39})$/u.exec(headTitle) ?? []
  return tail !== undefined && (headings.has(letters(before)) || mastheadOf(tail)) ? tail : undefined
}

/** All that the page says about its article. */
export function pageMetadata(page: Page, path: string): PageMetadata {
  const [article] = linkedData(page)
  const stated = article ? metadataOf(article, path).metadata : undefined
  const tags = metaTags(page)
  const tag = (kind: keyof typeof META) =>
    META[kind].map((name) => tags.get(name)).find((value) => value !== undefined)
  const dated = (kind: 'date' | 'modified') =>
    META[kind].map((name) => tags.get(name)).find((v) => v !== undefined && dayOfField(v))
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const url = [canonical, tag('url'), stated?.url].find((value) => value && /^https?:\/\//i.test(value))
  const h1 = [...page.querySelectorAll('h1')]
    .map((h) => asShown(h.textContent ?? ''))
    .filter((text) => text !== '')
  const headTitle = asShown(page.querySelector('title')?.textContent ?? '')
  const outlet = stated?.outlet ?? tag('outlet') ?? outletInTitle(page, headTitle)
  const title =
    stated?.title ?? tag('title') ?? (h1.length === 1 ? h1[0] : undefined) ?? (headTitle || undefined)
  const date = stated?.date ?? dated('date')
  const modified = stated?.modified ?? dated('modified')
  const pageDate = timeElement(page)
  const author = tag('author')
  const types = article ? typesOf(article).filter((type) => type !== 'WebPage') : []
  const genre = stated?.genre ?? types[0] ?? (tag('genre') === 'true' ? 'opinion' : undefined)
  const section = tag('section')
  const body = article && typeof article.articleBody === 'string' ? article.articleBody : undefined
  const metadata: Metadata = {
    ...(title === undefined ? {} : { title: withoutSiteName(title, outlet) }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(url ? { url } : {}),
    ...(date === undefined ? {} : { date }),
    ...(modified === undefined ? {} : { modified }),
    ...(pageDate === undefined ? {} : { pageDate }),
    ...(genre === undefined ? {} : { genre }),
    authors: stated?.authors.length ? stated.authors : author && !/^https?:/.test(author) ? [author] : [],
    sections: [...(stated?.sections ?? []), ...(section === undefined ? [] : [section])],
  }
  return { metadata, ...(body === undefined ? {} : { articleBody: body }) }
}
