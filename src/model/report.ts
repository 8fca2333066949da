// In: nothing. Out: the schema and type of a report: one published text, frozen.
import * as z from 'zod'

export const Genre = z.enum(['news', 'wire', 'official', 'opinion', 'analysis', 'aggregator', 'unknown'])
export type Genre = z.infer<typeof Genre>

export const PartRole = z.enum(['headline', 'dateline', 'body', 'caption', 'furniture', 'page'])
export type PartRole = z.infer<typeof PartRole>

/** A stretch of the text with one role; parts follow each other and cover the text wholly. `n` counts from 0. */
export const Part = z.object({ start: z.int(), end: z.int(), role: PartRole, n: z.int() })
export type Part = z.infer<typeof Part>

/** How a publication day was found, in falling order of trust. */
export const DateSource = z.enum([
  'metadata',
  'page',
  'text',
  'address',
  'file name',
  'other reports',
  'its own dates',
  'none',
])
export type DateSource = z.infer<typeof DateSource>

/** The days a report may have appeared on, both included; no ends where nothing is known. `stated` is the words found. */
export const Published = z.object({
  stated: z.string().optional(),
  earliest: z.string().optional(),
  latest: z.string().optional(),
  how: DateSource,
})
export type Published = z.infer<typeof Published>

export const Source = z.object({
  mediaType: z.string(),
  sha256: z.string(),
  extractor: z.string(),
})

/** One published text as it was read (prov:Entity). `text` is never changed; only body-like parts are read. */
export const Report = z.object({
  id: z.string(),
  path: z.string(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  title: z.string().optional(),
  authors: z.array(z.string()),
  genre: Genre,
  genreBy: z.string(),
  language: z.string(),
  text: z.string(),
  parts: z.array(Part),
  published: Published,
  source: Source,
  version: z.string().optional(),
  derivedFrom: z.array(z.string()),
})
export type Report = z.infer<typeof Report>

/** Roles whose text is read as prose. */
export const READ_ROLES: ReadonlySet<PartRole> = new Set<PartRole>([
  'headline',
  'dateline',
  'body',
  'caption',
])
