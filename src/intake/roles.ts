// In: a text, its blocks and the title known from elsewhere. Out: each block's role, and the headline, authors and dates seen.
import type { PartRole } from '../model/index.ts'
import type { Block } from './blocks.ts'
import { bylineOf } from './bylines.ts'
import { type Dateline, datelineOf } from './datelines.ts'
import { foldLine, isFurniture, type SectionKind, sectionOpened, speaksToReaders } from './furniture.ts'
import { mastheadOf, paperBeside } from './mastheads.ts'
import { edgeDateOf, type PageDate, pageDateOf, releaseDateOf } from './page-dates.ts'
import { isMenu, isOfItself, paperOnTop } from './page-heads.ts'
import { callsItselfRelease, issuerOf, signaturesOf } from './signatures.ts'

/** What the page itself says about the report, found while its blocks were told apart. */
export interface Seen {
  readonly roles: PartRole[]
  readonly headline?: string
  readonly authors: string[]
  readonly pageDates: PageDate[]
  /** The block that begins with a dateline, and the dateline. */
  readonly dateline?: Dateline & { readonly block: number }
  /** The outlet that the page signs for: on top, below the headline, in a byline or at its foot; the body that issues a release. */
  readonly outlet?: string
  /** The agency whose text it says it is. */
  readonly agency?: string
  /** True where the page calls itself a release. */
  readonly isRelease: boolean
  /** Section labels of the page's head ("Opinion", "World News"). */
  readonly labels: string[]
}

/** One block with what its wording tells. */
interface Looked extends Block {
  readonly text: string
  readonly words: number
  readonly prose: boolean
  role: PartRole | undefined
}

const countWords = (text: string): number => {
  let count = 0
  let inside = false
  for (let i = 0; i < text.length && count < 1000; i += 1) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inside) count += 1
    inside = !space
  }
  return count
}

const ENDS_SENTENCE = /[.!?…]["'”’»)\]]*$/

function look(text: string, block: Block): Looked {
  const own = text.slice(block.start, block.end)
  const words = countWords(own)
  const ended = ENDS_SENTENCE.test(own.slice(-6))
  return { ...block, text: own, words, prose: words >= 25 || (words >= 6 && ended), role: undefined }
}

/** Letters and digits only, lower case: "Talks_in_Oslo" and "Talks in Oslo!" are the same. */
const letters = (text: string): string =>
  text
    .slice(0, 400)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const looksLikeFileName = (text: string) => /^\S*_\S*$/.test(text) && !/\s/.test(text)

const HEAD_BLOCKS = 14

/** Gives every block its role. */
export function rolesOf(text: string, blocks: readonly Block[], title?: string): Seen {
  const looked = blocks.map((block) => look(text, block))
  const pageDates: PageDate[] = []
  const authors: string[] = []
  const labels: string[] = []
  for (const block of looked) {
    if (block.kind === 'furniture') block.role = 'furniture'
    else if (block.kind === 'caption') block.role = 'caption'
    else if (block.kind === 'title') block.role = 'headline'
    else if (isFurniture(block.text)) block.role = 'furniture'
  }
  markCaptions(looked)
  markMenus(looked)
  const nameplate = markNameplate(looked, title) ?? markPaper(looked, title)
  const headline = findHeadline(looked, title)
  const firstProse = looked.findIndex((block, i) => block.role === undefined && block.prose && i !== headline)
  markPageDates(looked, firstProse, pageDates)
  markBylines(looked, headline, firstProse, authors)
  markHead(looked, headline, firstProse, labels)
  markSections(looked)
  markHeadings(looked)
  const dateline = findDateline(text, looked)
  const { signing, ...signed } = signaturesOf(looked, headline, firstProse)
  for (const [at, role] of signing) looked[at]!.role = role
  const outlet = [
    nameplate,
    ...looked
      .slice(0, Math.max(headline, 0))
      .map((block) =>
        block.kind === undefined && block.role === 'furniture' ? mastheadOf(block.text) : undefined,
      ),
    ...pageDates.filter((date) => date.inHead).map((date) => date.masthead),
    signed.outlet,
    ...(signed.isRelease ? [] : pageDates.filter((date) => date.inHead).map((date) => date.paper)),
  ].find((name) => name !== undefined)
  const title_ = headline < 0 ? undefined : looked[headline]!.text.replace(/\s+/g, ' ')
  return {
    roles: looked.map((block) => block.role ?? 'body'),
    ...(title_ === undefined ? {} : { headline: title_ }),
    authors,
    pageDates,
    ...(dateline === undefined ? {} : { dateline }),
    ...signed,
    ...(outlet === undefined ? {} : { outlet }),
    labels,
  }
}

/** Menus and what a paper says of itself, above the text. */
function markMenus(looked: Looked[]): void {
  for (const block of looked.slice(0, HEAD_BLOCKS)) {
    if (block.words >= 25) break
    if (block.role === undefined && (isMenu(block.text) || isOfItself(block.text))) block.role = 'furniture'
  }
}

/** The outlet's name on one of the first lines, where what may be the headline stands below it; marks the line. */
function markPaper(looked: Looked[], title: string | undefined): string | undefined {
  const head = looked.slice(0, HEAD_BLOCKS)
  const at = head.findIndex(({ role, kind }) => role === undefined && kind === undefined)
  const line = head[at]
  if (!line || (title !== undefined && letters(title) === letters(line.text))) return undefined
  const name = paperOnTop(line.text, head[at + 1]?.text)
  const below = head.slice(at + 1, at + 5).filter(({ role }) => role === undefined)
  if (name === undefined || !below.some((block) => block.words >= 4 && mayBeHeadline(block))) return undefined
  line.role = 'furniture'
  return name
}

/** The outlet's name on the first line, where a date, a byline or a dateline stands right below it or below the headline; marks the line. */
function markNameplate(looked: Looked[], title: string | undefined): string | undefined {
  const released = looked[0] !== undefined && callsItselfRelease(looked[0].text) && looked[0].words <= 4
  const [first, second, third] = released ? looked.slice(1, 4) : looked
  if (!first || !second || (first.role !== undefined && first.role !== 'furniture')) return undefined
  if (first.kind !== undefined || (title !== undefined && letters(title) === letters(first.text)))
    return undefined
  const dated = second.words <= 20 && pageDateOf(second.text) !== undefined && third && mayBeHeadline(third)
  const paper = mastheadOf(first.text, true) ?? (dated ? paperBeside(first.text, true) : undefined)
  const name = paper ?? (callsItselfRelease(first.text) ? undefined : issuerOf(first.text))
  if (name === undefined) return undefined
  const places = ({ text, words }: Looked) =>
    ((words <= 20 && (pageDateOf(text) ?? bylineOf(text))) || datelineOf(text)) !== undefined
  const titled = second.words >= 5 && mayBeHeadline(second) && third !== undefined && places(third)
  const news =
    /\bNews$/i.test(first.text) &&
    second.words >= 5 &&
    mayBeHeadline(second) &&
    looked.slice(2, 5).some(({ prose }) => prose)
  if (!titled && !(news && paper) && !(places(second) && (paper !== undefined || released))) return undefined
  first.role = 'furniture'
  return name
}

/** The block of the headline, −1 where there is none; marks it and its repetitions. */
function findHeadline(looked: Looked[], title: string | undefined): number {
  const named = looked.findIndex((b) => b.role === 'headline')
  const head = looked.slice(0, HEAD_BLOCKS + Math.max(named, 0))
  const known = title === undefined ? '' : letters(title)
  let at = named
  if (at < 0 && known !== '')
    at = head.findIndex(
      (b) => b.role !== 'furniture' && !looksLikeFileName(b.text) && letters(b.text) === known,
    )
  if (at < 0) at = guessHeadline(head, title)
  if (at < 0) return -1
  const own = letters(looked[at]!.text)
  looked[at]!.role = 'headline'
  for (const [i, block] of head.entries()) {
    if (i !== at && block.words <= 40 && letters(block.text) === own) block.role = 'furniture'
  }
  return at
}

/** The longest line of 2–25 words without a full stop before the first prose, in the head of the page. */
function guessHeadline(head: readonly Looked[], title: string | undefined): number {
  let best = -1
  for (const [i, block] of head.entries()) {
    if (block.role !== undefined) continue
    const able = mayBeHeadline(block) && (title === undefined || likeTitle(block.text, title))
    if (!able && block.prose) break
    if (!able) continue
    if (best < 0 || (head[best]!.words < 4 && block.words > head[best]!.words)) best = i
  }
  if (best < 0) return -1
  const followed = head.some((block, i) => i > best && block.prose)
  return followed ? best : -1
}

/** Where a title is known, the page's own headline shares half of its words. */
function likeTitle(text: string, title: string): boolean {
  const wordsOf = (line: string) => new Set(line.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
  const known = wordsOf(title)
  const shared = [...wordsOf(text)].filter((word) => known.has(word)).length
  return shared >= 2 && shared >= wordsOf(text).size * 0.6
}

function mayBeHeadline(block: Looked): boolean {
  if (block.words < 2 || block.words > 25 || block.text.length > 250) return false
  if (/ (?:and|or|the|of|to|in)$/i.test(block.text)) return false
  if (/[.;:,]["'”’)]*$/.test(block.text) && !/\b(?:\p{L}\.){2,}$/u.test(block.text)) return false
  if (!/^["'“‘(]?[\p{Lu}\p{N}$€£]/u.test(block.text)) return false
  if (edgeDateOf(block.text) && (block.words <= 6 || /\b(?:issue|edition|vol)\b/i.test(block.text)))
    return false
  return bylineOf(block.text) === undefined && pageDateOf(block.text) === undefined
}

/** Date lines stand in the head of the page or behind its text; between paragraphs a line with a date is text. */
function markPageDates(looked: Looked[], firstProse: number, pageDates: PageDate[]): void {
  const lastProse = looked.findLastIndex((block) => block.prose && block.role === undefined)
  for (const [i, block] of looked.entries()) {
    const inHead = firstProse < 0 || i < firstProse + 3
    const release = inHead ? releaseDateOf(block.text) : undefined
    if (release) pageDates.push({ ...release, inHead })
    if (release || block.words > 20 || block.role === 'headline' || !(inHead || i > lastProse)) continue
    const date = pageDateOf(block.text)
    if (date === undefined || (block.kind === 'furniture' && !inHead)) continue
    pageDates.push({ ...date, inHead })
    block.role = 'furniture'
  }
  markEdgeDates(looked.slice(0, firstProse + 1), pageDates)
}

/** The date at the edge of lines above the text, where all that have one have the same. */
function markEdgeDates(head: readonly Looked[], pageDates: PageDate[]): void {
  const found = head.flatMap((block) => {
    const date = block.role === 'caption' || block.words > 25 ? undefined : edgeDateOf(block.text)
    return date ? [{ block, date }] : []
  })
  const [first] = found
  if (!first || found.some(({ date }) => date.earliest !== first.date.earliest)) return
  pageDates.push({ ...first.date, inHead: true })
  for (const { block } of found) if (block.role !== 'headline') block.role = 'furniture'
}

function markBylines(looked: Looked[], headline: number, firstProse: number, authors: string[]): void {
  for (const [i, block] of looked.entries()) {
    if (i > Math.max(firstProse, headline) + 2 || i === headline || block.words > 25) continue
    const byline = bylineOf(block.text)
    if (byline === undefined) continue
    for (const name of byline) if (!authors.includes(name)) authors.push(name)
    block.role = 'furniture'
  }
}

/** What stands above the headline, and short lines between headline and prose, is the page's: labels, names, times. */
function markHead(looked: Looked[], headline: number, firstProse: number, labels: string[]): void {
  if (headline < 0 && firstProse < 0) return
  const end = firstProse < 0 ? headline : firstProse
  for (const [i, block] of looked.entries()) {
    if (i >= end) break
    if (i === headline || block.kind === 'paragraph' || block.kind === 'furniture') continue
    const short = block.words <= 4 && !ENDS_SENTENCE.test(block.text)
    if (short && block.text.length <= 60) labels.push(block.text)
    if (block.role === undefined && (short || i < headline || looksLikeFileName(block.text)))
      block.role = 'furniture'
  }
  const first = looked[firstProse]
  const label =
    first && /^(analysis\/opinion|opinion|op-ed|analysis|commentary|editorial|column)\s*:/i.exec(first.text)
  if (label) labels.push(label[1]!)
}

/** After a line that opens a section of furniture, what belongs to it is furniture until the text clearly goes on. */
function markSections(looked: Looked[]): void {
  const clean = (block: Looked) => block.role === undefined && block.prose && !speaksToReaders(block.text)
  const wordsFrom = (from: number, to: number) =>
    looked.slice(from, to).reduce((sum, block) => sum + (clean(block) ? block.words : 0), 0)
  const total = wordsFrom(0, looked.length)
  let open: SectionKind | undefined
  let before = 0
  for (const [i, block] of looked.entries()) {
    const isClean = clean(block)
    if (open !== undefined && block.role === undefined && block.kind === undefined) {
      if (resumes(looked, i, open, clean)) open = undefined
      else block.role = 'furniture'
    }
    if (block.role === undefined && isClean) before += block.words
    if (block.role !== 'furniture' || open === 'comments') continue
    const opened = sectionOpened(block.text)
    if (opened === 'comments' && (before < 60 || total - before > before * 2)) continue
    if (opened !== undefined && before >= 30) open = opened
  }
}

/** Words that no summary of another article and no sign-up has. */
const LONGER_THAN_BLURBS = 45

/** True where the text itself goes on with this block after a section of this kind. */
function resumes(
  looked: readonly Looked[],
  at: number,
  open: SectionKind,
  clean: (block: Looked) => boolean,
): boolean {
  const block = looked[at]!
  const next = looked[at + 1]
  if (open === 'comments') return false
  if (block.words >= LONGER_THAN_BLURBS) return true
  const goesOn = next !== undefined && clean(next)
  if (open === 'promotion') {
    if (!clean(block)) return goesOn && next.words >= 12 && block.words >= 3 && !speaksToReaders(block.text)
    return block.words >= 12 || goesOn
  }
  return clean(block) && goesOn && block.words + next.words >= 30
}

const CREDITS: readonly RegExp[] = [
  /\((?:(?:ap |file )?photo|image|picture|credit|photograph|illustration|graphic|video|file)\b[^()]{0,80}\)\.?$/i,
  /\((?:ap|afp|reuters|getty|epa|[\p{L} .'’-]{3,40}\/(?:the )?(?:ap|associated press|afp|reuters|getty|epa|bloomberg|tns|pool)[^()]{0,40})\)\.?$/iu,
  /\b(?:photographer|photo by|picture by|image by|photo credit|image credit|video provided by|photo courtesy|photo:|image:|credit:) ?[\p{L}\p{N} .,'’/&-]{3,60}$/iu,
  /(?:\bgetty images|\/(?:via )?(?:reuters|ap|afp|bloomberg|getty)|[.!?]["”]? (?:reuters|ap|afp|epa|getty))\.?$/i,
  /\breuters\/[\p{L} .'’-]{3,40}$/iu,
]
/** "Ann Berg/Gulf Wire Two boats pass": who took the picture, before what it shows. */
const CREDIT_FIRST =
  /^(?:\p{Lu}[\p{L}.'’-]+ ){1,3}?\p{Lu}?[\p{L}.'’-]* ?\/ ?(?:the )?(?:reuters|ap|afp|associated press|getty images|getty|staff|file|pool|epa|bloomberg)\b(?:\/[\p{L} ]{2,20})? \p{Lu}/iu
/** What a picture shows, told as seen, with the day it was taken at the end: "… shakes hands with Lund in Oslo, May 5, 2031." */
const SCENE =
  /\b(?:(?:is|are) (?:seen|pictured|shown)|as seen|speaks?|listens?|arrives?|attends?|walks?|waits?|gestures?|poses?|delivers?|shakes? hands|looks?|smiles?|waves?|stands?|sits?|meets?|holds?|displays?|addresses|participates?|leaves?|departs?|reacts?|discuss(?:es)?|signs?|talks?|greets?|pauses?|turns?|chats?|prepares?|testif(?:y|ies)|drives?|passes|protests?)\b/
const DAY_TAKEN =
  /(?:,|\bon|\S) (?:(?:\p{Lu}[\p{L}]{2,8}\.? )\d{1,2},? (?:19|20)\d\d|\d{1,2} \p{Lu}\p{L}{2,8} (?:19|20)\d\d)(?:,? (?:in|at|near) [\p{L} .,'’-]{2,50})?\.?$/u
const TELLS = /["“”]|\(@|\b(?:said|says|told|announced|was|were|has|have|had|will|would|could|did)\b/
const CAPTION_START =
  /^(?:CLOSE [A-Z]|FILE ?[-–—]|[Ff]ile photo\b|image \d+ of|(?:[Cc]aption|CAPTION|[Pp]hoto(?:graph)?|PHOTO|[Pp]icture|[Ii]mage|[Gg]raphic|[Mm]ap|[Cc]hart): )/

function markCaptions(looked: Looked[]): void {
  for (const block of looked) {
    if (block.role !== undefined || block.words > 70 || block.words < 3) continue
    const tail = block.text.slice(-160)
    const credited = CREDITS.some((credit) => credit.test(tail)) || CREDIT_FIRST.test(block.text)
    if (credited || CAPTION_START.test(block.text) || isScene(block)) block.role = 'caption'
  }
}

/** A picture's words without its credit. */
const isScene = ({ text, words }: Looked): boolean =>
  words <= 50 && DAY_TAKEN.test(text.slice(-110)) && SCENE.test(text) && !TELLS.test(text)

/** A short line without a full stop between paragraphs is a heading. */
function markHeadings(looked: Looked[]): void {
  for (const [i, block] of looked.entries()) {
    if (block.role !== undefined) continue
    if (block.kind === 'heading') block.role = 'headline'
    else if (block.words <= 12 && bylineOf(block.text) !== undefined) block.role = 'furniture'
    if (block.role !== undefined) continue
    const isLink = isLinkInCapitals(block)
    if (block.kind !== undefined || (!isLink && (block.words > 12 || block.text.length > 110))) continue
    if (/[.!,;:]["'”’)]*$/.test(block.text) || !/^["'“‘]?[\p{Lu}\p{N}]/u.test(block.text)) continue
    const next = looked.slice(i + 1).find((b) => b.role !== 'furniture' && b.role !== 'caption')
    if (!next?.prose || !looked.slice(0, i).some((b) => b.prose)) continue
    block.role = isLink ? 'furniture' : 'headline'
  }
}

/** A whole headline in capitals between paragraphs leads to another article; the text's own headings are shorter. */
const isLinkInCapitals = ({ words, text }: Looked) => words >= 7 && words <= 30 && !/\p{Ll}/u.test(text)

/** The dateline of the first prose block, or the second where a dek or summary comes first. */
function findDateline(text: string, looked: readonly Looked[]): (Dateline & { block: number }) | undefined {
  let tried = 0
  for (const [i, block] of looked.entries()) {
    if (block.role !== undefined || !block.prose) continue
    const dateline = datelineOf(block.text)
    if (dateline && !isAcronym(dateline, text, block.end)) return { ...dateline, block: i }
    if ((tried += 1) === 4) return undefined
  }
  return undefined
}

/** Capitals that come again as capitals are a short name ("NAFTA — the pact …"), no place of a dateline. */
function isAcronym(dateline: Dateline, text: string, after: number): boolean {
  if (dateline.agency !== undefined || dateline.dated !== undefined || dateline.place === undefined)
    return false
  return !dateline.place.includes(' ') && text.slice(after, after + 8000).includes(dateline.place)
}

/** True where a block holds nothing to read but was not marked: used to warn about texts without prose. */
export const hasProse = (text: string, blocks: readonly Block[], roles: readonly PartRole[]): boolean =>
  blocks.some((block, i) => roles[i] === 'body' && countWords(text.slice(block.start, block.end)) >= 4) &&
  foldLine(text) !== ''
