// In: a text in blocks and what its metadata says. Out: the frozen report with its parts, and the notices about it.
import type { Notice, Part, Report } from '../model/index.ts'
import { notice } from '../problem.ts'
import type { Block } from './blocks.ts'
import { dayInAddress, dayInFileName, dayOfField, writtenDates } from './dates.ts'
import { isCorrection } from './furniture.ts'
import { genreOf } from './genre.ts'
import { hostOf, reportId } from './identity.ts'
import { languageName, languageOf } from './language.ts'
import type { Metadata } from './metadata.ts'
import { type DateSign, publishedFrom } from './published.ts'
import { hasProse, rolesOf, type Seen } from './roles.ts'

/** Reports and what was noticed on the way to them: what every reader of intake gives. */
export interface Intake {
  readonly reports: Report[]
  readonly notices: Notice[]
}

export interface Draft {
  readonly path: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  readonly source: Report['source']
}

const BUTTON = /^CLOSE (?=\p{Lu}[\p{L}.]* \p{Lu}?\p{Ll})/u

/** "Ministers wave in Oslo. | AP Photo Talks end without a deal": a picture's words and credit run into the headline behind them. */
const PICTURE =
  /^[^\n|]{10,400} \| (?:[\p{L}.' -]{3,40}\/ ?)?(?:AP Photos?|REUTERS|Reuters|Getty(?: Images)?|AFP|EPA|Bloomberg|POLITICO)(?: Photos?)? (?=[\p{L}\p{N}"'“‘])/u
/** Characters up to which what stands behind such a credit is a headline and no text. */
const HEADLINE = 240

/** The length of a picture's words with which the first block of a page begins. */
const pictureIn = (text: string): number => PICTURE.exec(text)?.[0].length ?? 0

/**
 * Parts that cover the text wholly: each block with the white space behind it; the dateline, the word of a button run into
 * a caption ("CLOSE Ministers meet …"), and a caption run into a headline, on their own.
 */
function partsOf(text: string, blocks: readonly Block[], seen: Seen): Part[] {
  const parts: Part[] = []
  const add = (start: number, end: number, role: Part['role']) => {
    if (end > start) parts.push({ start, end, role, n: parts.length })
  }
  for (const [i, block] of blocks.entries()) {
    const start = i === 0 ? 0 : block.start
    const end = blocks[i + 1]?.start ?? text.length
    const role = seen.roles[i] ?? 'body'
    if (seen.dateline?.block === i && block.start + seen.dateline.length < end) {
      add(start, block.start + seen.dateline.length, 'dateline')
      add(block.start + seen.dateline.length, end, role)
    } else {
      const picture = i === 0 ? pictureIn(text.slice(start, block.end)) : 0
      if (picture > 0) {
        add(start, start + picture, 'caption')
        add(start + picture, end, block.end - start - picture > HEADLINE ? role : 'headline')
        continue
      }
      const button = BUTTON.exec(text.slice(start, start + 40))?.[0].length ?? 0
      add(start, start + button, 'furniture')
      add(start + button, end, role)
    }
  }
  if (parts.length === 0) add(0, text.length, 'furniture')
  return parts
}

/** The signs of a publication day in falling order of trust. */
function dateSigns(draft: Draft, seen: Seen): DateSign[] {
  const signs: DateSign[] = []
  const add = (how: DateSign['how'], stated: string | undefined, days: Partial<DateSign> | undefined) => {
    if (stated === undefined || !days) return
    const ends =
      days.earliest === undefined || days.latest === undefined
        ? {}
        : { earliest: days.earliest, latest: days.latest }
    signs.push({ how, stated, ...ends })
  }
  const { date, modified, pageDate, url } = draft.metadata
  if (date !== undefined) add('metadata', String(date), dayOfField(date))
  if (pageDate !== undefined) add('page', pageDate, dayOfField(pageDate))
  for (const says of ['published', 'plain', 'today', 'updated'] as const) {
    for (const found of seen.pageDates) {
      if (found.says === says && (found.inHead || says !== 'plain')) add('page', found.stated, found)
    }
  }
  const dated = seen.dateline?.dated
  if (dated !== undefined) add('text', dated, writtenDates(dated)[0])
  for (const found of seen.pageDates) if (found.says === 'edge') add('page', found.stated, found)
  const inAddress = url === undefined ? undefined : dayInAddress(url)
  add('address', inAddress?.stated, inAddress)
  const inName = dayInFileName(draft.path.replace(/#.*$/, ''))
  add('file name', inName?.stated, inName)
  if (modified !== undefined) add('metadata', String(modified), dayOfField(modified))
  return signs
}

const DISAGREE_DAYS = 3

function disagreement(path: string, signs: readonly DateSign[]): Notice[] {
  const first = signs.find((sign) => sign.earliest !== undefined)
  if (first?.earliest === undefined) return []
  const other = signs.find((sign) => apart(first, sign) > DISAGREE_DAYS && sign.how !== first.how)
  if (!other) return []
  const days = { taken: first.stated, takenFrom: first.how, other: other.stated, otherFrom: other.how }
  return [notice('dates-disagree', { path, ...days })]
}

/** Whole days between two signs, 0 where they overlap or one has no year. */
function apart(a: DateSign, b: DateSign): number {
  if (!a.earliest || !a.latest || !b.earliest || !b.latest) return 0
  const gap =
    a.latest < b.earliest ? [a.latest, b.earliest] : b.latest < a.earliest ? [b.latest, a.earliest] : null
  return gap ? Math.round((Date.parse(gap[1]!) - Date.parse(gap[0]!)) / 86400000) : 0
}

const LONGEST_SENTENCE = 20000

/** The longest run of characters without the end of a sentence or a paragraph. */
function longestRun(text: string): number {
  let longest = 0
  let start = 0
  for (let i = 0; i <= text.length; i += 1) {
    const code = i === text.length ? 10 : text.charCodeAt(i)
    const ends =
      code === 10 ||
      code === 13 ||
      ((code === 46 || code === 33 || code === 63) && text.charCodeAt(i + 1) <= 34)
    if (!ends) continue
    longest = Math.max(longest, i - start)
    start = i + 1
  }
  return longest
}

const bodyOf = (text: string, parts: readonly Part[], atMost: number): string => {
  let body = ''
  for (const part of parts) {
    if (body.length >= atMost) break
    if (part.role === 'body') body += text.slice(part.start, Math.min(part.end, part.start + atMost))
  }
  return body
}

/** The frozen report of a text; the notices name what could not be taken as it stands. */
export async function makeReport(draft: Draft): Promise<Intake> {
  const { path, text, blocks, metadata, source } = draft
  const notices: Notice[] = []
  const seen = rolesOf(text, blocks, metadata.title)
  const parts = partsOf(text, blocks, seen)
  const prose = hasProse(text, blocks, seen.roles)
  const body = bodyOf(text, parts, 6000)
  const language = await languageOf(body.trim() === '' ? text.slice(0, 6000) : body)
  if (!prose && (language === 'en' || language === 'und')) notices.push(notice('no-prose', { path }))
  if (language !== 'en' && language !== 'und')
    notices.push(notice('other-language', { path, language: languageName(language) }))
  const run = longestRun(text)
  if (run > LONGEST_SENTENCE) notices.push(notice('endless-sentence', { path, length: run }))
  const signs = dateSigns(draft, seen)
  notices.push(...disagreement(path, signs))
  for (const { start, end } of blocks) {
    const words = text.slice(start, end)
    if (isCorrection(words)) notices.push(notice('report-corrected', { path, words: words.slice(0, 300) }))
  }
  const title = metadata.title ?? seen.headline
  const host = hostOf(metadata.url)
  const agency = seen.dateline?.agency ?? seen.agency
  const outlet = metadata.outlet ?? host ?? seen.outlet ?? agency
  const authors = metadata.authors.length ? metadata.authors : seen.authors
  const known = {
    ...(outlet === undefined ? {} : { outlet }),
    ...(metadata.url === undefined ? {} : { url: metadata.url }),
    ...(title === undefined ? {} : { title }),
  }
  const signed = outlet !== undefined || authors.length > 0 || seen.dateline !== undefined
  const genre = genreOf({
    ...known,
    ...(host === undefined ? {} : { host }),
    ...(metadata.genre === undefined ? {} : { stated: metadata.genre }),
    ...(agency === undefined ? {} : { agency }),
    isRelease: seen.isRelease,
    labels: [...metadata.sections, ...seen.labels],
    opening: body.slice(0, 2000).trimStart(),
    signed,
  })
  const report: Report = {
    id: reportId({ ...known, text }),
    path,
    ...known,
    authors,
    ...genre,
    language,
    text,
    parts,
    published: publishedFrom(signs),
    source,
    ...(metadata.version === undefined ? {} : { version: metadata.version }),
    derivedFrom: [],
  }
  return { reports: [report], notices }
}
