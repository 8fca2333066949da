// In: an object of fields (JSON, front matter, JSON-LD). Out: what they say of a report, whatever they are called.
import type { Notice } from '../model/index.ts'
import { notice } from '../problem.ts'
import { dayOfField } from './dates.ts'
import { asShown } from './joined-blocks.ts'
import type { Metadata } from './metadata.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Names in order of preference; ninjs 1 to 3 (IPTC), schema.org, JSON Feed and what collectors of news use. */
const NAMES = {
  text: [
    'text',
    'body_text',
    'articleBody',
    'content_text',
    'maintext',
    'full_text',
    'fulltext',
    'body',
    'content',
    'bodies',
  ],
  html: ['body_html', 'body_xhtml', 'content_html', 'html', 'bodies'],
  title: ['title', 'headline', 'headline_main', 'name', 'headlines'],
  url: ['url', 'link', 'canonical_url', 'source_url', 'web_url', 'permalink', 'uri'],
  outlet: [
    'outlet',
    'publisher',
    'site_name',
    'siteName',
    'provider',
    'publication',
    'source',
    'newspaper',
    'source_domain',
    'infoSources',
  ],
  date: [
    'date',
    'published',
    'datePublished',
    'date_published',
    'published_at',
    'publishedAt',
    'published_time',
    'publication_date',
    'pubDate',
    'pub_date',
    'date_publish',
    'versioncreated',
    'firstcreated',
    'versionCreated',
    'contentCreated',
    'firstCreated',
    'timestamp',
  ],
  modified: [
    'modified',
    'dateModified',
    'date_modified',
    'modified_time',
    'updated',
    'updated_at',
    'lastmod',
  ],
  authors: ['authors', 'author', 'byline', 'creator', 'by'],
  genre: ['genre', 'article_type', 'articleType'],
  section: ['section', 'articleSection', 'category', 'tags', 'subject'],
  id: ['id', '_id', 'guid', 'uuid', 'uri'],
  version: ['version'],
} as const

type FieldKind = keyof typeof NAMES

/** The first field of a kind that holds anything, with the name it has. */
export function fieldOf(fields: Fields, kind: FieldKind): { name: string; value: unknown } | undefined {
  for (const name of NAMES[kind]) {
    const own = Object.hasOwn(fields, name) ? fields[name] : undefined
    const value = name === 'bodies' || name === 'headlines' ? mainPart(own, kind) : own
    if (value !== undefined && value !== null && value !== '') return { name, value }
  }
  return undefined
}

/** Of the parts that ninjs 2 and 3 list ({ role, contentType, value }) the main one, else the first, of the kind asked for. */
function mainPart(parts: unknown, kind: FieldKind): unknown {
  if (!Array.isArray(parts)) return undefined
  const markup = (part: Fields) => /html/i.test(String(part.contentType ?? part.contenttype ?? ''))
  const known = parts.filter(
    (part): part is Fields =>
      typeof part === 'object' &&
      part !== null &&
      typeof part.value === 'string' &&
      (kind === 'title' || markup(part) === (kind === 'html')),
  )
  return (known.find(({ role }) => role === 'main') ?? known[0])?.value
}

/** A string, or the name inside an object, or the first of a list. */
export function nameIn(value: unknown): string | undefined {
  if (typeof value === 'string') return asShown(value) || undefined
  if (Array.isArray(value)) return value.map(nameIn).find((name) => name !== undefined)
  if (typeof value !== 'object' || value === null) return undefined
  const named = value as Fields
  return nameIn(named.name ?? named.title ?? named.literal ?? named.main)
}

const namesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  const name = nameIn(value)
  if (name === undefined) return []
  return name
    .replace(/^(?:written )?by:? /i, '')
    .split(/\s*(?:;|\||\band\b|&)\s*/)
    .filter((part) => part !== '')
}

const describe = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** What the fields say; a field of the wrong kind is left out with a notice. */
export function metadataOf(fields: Fields, path: string): { metadata: Metadata; notices: Notice[] } {
  const notices: Notice[] = []
  const misfit = (field: string, value: unknown, expected: string) => {
    notices.push(notice('field-not-understood', { path, field, found: describe(value), expected }))
  }
  const nameField = (kind: FieldKind): string | undefined => {
    const field = fieldOf(fields, kind)
    const name = field && nameIn(field.value)
    if (field && name === undefined) misfit(field.name, field.value, 'a name or words')
    return name
  }
  const dateField = (kind: 'date' | 'modified'): string | number | undefined => {
    const field = fieldOf(fields, kind)
    if (!field) return undefined
    const { value } = field
    if ((typeof value === 'string' || typeof value === 'number') && dayOfField(value)) return value
    misfit(field.name, value, 'a day, for example "2024-03-05"')
    return undefined
  }
  const url = NAMES.url
    .map((name) => fields[name])
    .find((value): value is string => typeof value === 'string' && /^https?:\/\//i.test(value))
  const title = nameField('title')
  const outlet = nameField('outlet')
  const date = dateField('date')
  const modified = dateField('modified')
  const genre = nameField('genre')
  const version = fieldOf(fields, 'version')?.value
  const section = fieldOf(fields, 'section')?.value
  const author = fieldOf(fields, 'authors')
  const metadata: Metadata = {
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined || /^https?:/.test(outlet) ? {} : { outlet }),
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
    ...(modified === undefined ? {} : { modified }),
    ...(genre === undefined ? {} : { genre }),
    ...(typeof version === 'string' || typeof version === 'number' ? { version: String(version) } : {}),
    authors: author === undefined ? [] : namesIn(author.value),
    sections: section === undefined ? [] : namesIn(section),
  }
  return { metadata, notices }
}
