// In: the lines of a page's head and foot. Out: the outlet, agency or issuing body that it signs for.
import type { PartRole } from '../model/index.ts'
import { bylineOf } from './bylines.ts'
import { senderNamed } from './datelines.ts'
import { mastheadOf, paperBeside } from './mastheads.ts'
import { pageDateOf } from './page-dates.ts'

/** Whom a line signs for: who prints, whose text it is. Neither where it names no one ("By our correspondent"). */
export interface Signature {
  readonly outlet?: string
  readonly agency?: string
}

const signed = (name: string): Signature | undefined => {
  const agency = senderNamed(name)
  if (agency !== undefined) return { agency }
  const outlet = mastheadOf(name)
  return outlet === undefined ? undefined : { outlet }
}

const PARTS = /\s*[,;/|·]\s*|\s+(?:and|with|for)\s+/i
/** What stands beside names in a line of signatures: "agency material", "Herald staff". */
const BESIDE =
  /^(?:\p{Lu}\S+ )?(?:(?:additional|further|news|wire|our|other) )?(?:staff|agenc(?:y|ies)|wires?|correspondents?|reporters?|writers?|contributors?)(?: (?:material|copy|files|reports?|reporting|services?|staff|writers?|correspondents?|reporters?))?$/iu
const PLACE = /^\p{Lu}[\p{L}'’.-]*(?: (?:de |del |la |of )?\p{Lu}[\p{L}'’.-]*){0,2}$/u
/** "By our correspondents in Lima and Quito": a byline that names nobody. */
const NOBODY =
  /^(?:by (?:(?:our|a|an|the|special|own|staff|foreign|business|political) ){1,3})?(?:staff|agencies|correspondents?|reporters?|writers?|desk|team)(?: (?:and|in|for|with) .{1,60})?$/i

/**
 * "Handelspost", "Lakeside Daily, with agency material", "Quay Weekly, Lima", "Gulf Wire with Herald staff", "AFP",
 * "Kestrel-SDA/AFP": a line of nothing but outlets, agencies, places and staff; undefined where it says more.
 */
function signatureOf(line: string): Signature | undefined {
  const text = line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:source|published by)\s*: /i, '')
  if (text.length > 80 || /[.!?:"“”]$/.test(text)) return undefined
  if (NOBODY.test(text)) return {}
  const whole = signed(text)
  if (whole) return whole
  const parts = text.split(PARTS)
  if (parts.length < 2 || parts.length > 4) return undefined
  let found: Signature = {}
  for (const [at, part] of parts.entries()) {
    const one = signed(part)
    if (one) found = { ...one, ...found }
    else if (!BESIDE.test(part) && !(PLACE.test(part) && (at > 0 || text.includes('/')))) return undefined
  }
  return found.outlet === undefined && found.agency === undefined ? undefined : found
}

/** Whom a byline names behind its people: "By Ann Lee, Gulf Wire", "By Ann Lee, The Skerry". */
function signedInByline(line: string): Signature | undefined {
  const text = line.replace(/\s+/g, ' ').trim()
  const [, last] = /(?:[,|(/—–]\s*| for (?:the )?)([^,|(/—–]+?)\)?$/.exec(text) ?? []
  if (last === undefined || bylineOf(text) === undefined) return undefined
  return signed(last) ?? (/^The \p{Lu}\S+$/u.test(last) ? { outlet: last } : undefined)
}

const NAME = "(?:[Tt]he )?\\p{Lu}[\\p{L}&'-]*(?: \\p{Lu}[\\p{L}&'-]*){1,3}"
/** Wordings by which the foot of a page names whose it is. */
const FOOT: readonly RegExp[] = [
  new RegExp(
    `\\b(?:[Ff]ollow|[Ss]upport|[Ss]ubscribe to|[Jj]oin) (${NAME})(?= (?:on|from|for|today|now|at|with|by)\\b|[.!]?$)`,
    'u',
  ),
  new RegExp(`^(${NAME}?)['’]s? (?:independent |own )?journalism (?:is|needs|depends|costs)\\b`, 'u'),
  /^(?:©|\(c\)|copyright)(?: ?©| \(c\))? ?(?:(?:19|20)\d\d)?,? ?(?:by )?(\p{Lu}[\p{L}&'/ -]{1,40}?)(?:[.,|]|$| all rights)/iu,
]

/** Whom a line of the page's foot names: "© 2031 Gulf Wire", "Follow the Quay Herald on …". */
function namedInFoot(line: string): Signature | undefined {
  const text = line.replace(/\s+/g, ' ').trim()
  for (const pattern of FOOT) {
    const name = pattern.exec(text)?.[1]
    const found = name === undefined ? undefined : signed(name.replace(/^the /, ''))
    if (found) return found
  }
  return undefined
}

/** Words by which a page calls itself a release of the body that it comes from. */
const RELEASE =
  /^(?:(?:for immediate )?(?:news|press|media) (?:release|statement|notice|note)|for immediate release|note (?:to|for) (?:correspondents|editors|the press)|communiqué|joint (?:statement|communiqué|declaration)|readout|issued by)(?!\p{L})/iu
/** Whom to ask about a release. */
const CONTACT =
  /^(?:address for enquiries|for (?:further|more|additional) information,? (?:please )?contact(?! us)|(?:(?:media|press) )?(?:contacts?|enquiries|relations)\s*:|(?:press|media) (?:officer|contact|enquiries|relations)\b|notes to editors)/i
/** Words of the bodies that issue releases. */
const BODY =
  /\b(?:Department|Ministry|Office|Government|Council|Commission|Secretariat|Embassy|Mission|Parliament|Presidency|Chancellery|Treasury|Bank|Fund|Programme|Program|Organi[sz]ation|Union|Association|Federation|Confederation|Authority|Agency|Institute|Board|Bureau|Committee|Chamber|Alliance|Coalition|Nations|Company|Corporation|Service|White House)\b/

/** The word of the body stands first, last or before what it is of; "Union Rejects Offer" is a headline. */
const PLACED = new RegExp(`^(?:the )?${BODY.source}|${BODY.source}(?:$|,? (?:of|for|on) )`, 'i')

/** "From: Employment and Social Development Canada": whoever a release is from, a body by its words or not. */
const SENDER = /^(?:From|Issued by|Source): (?:the )?(.+)$/i
/** "European Commission – Statement" */
const WITH_ITS_KIND =
  /^(.+?) [–—|-] (?:(?:joint|press|news|media) )?(?:statement|release|communiqué|declaration|notice|readout|remarks|speech)$/i

/** The body that a line of a release names: "Ministry of Fisheries", "About the Gulf Ports Authority (GPA)", "… contact: Press Unit, Gulf Bank". */
export function issuerOf(line: string): string | undefined {
  const whole = line.replace(/\s+/g, ' ').trim()
  const sender = SENDER.exec(whole)?.[1]
  if (sender !== undefined && sender.split(' ').length >= 2 && isName(sender)) return sender
  const text = WITH_ITS_KIND.exec(whole)?.[1] ?? whole
  const named = CONTACT.test(text)
    ? text
        .replace(/^.*?contact(?::| the|) |^.*?: /i, '')
        .split(', ')
        .at(-1)!
    : text
  const name = named.replace(/^(?:About|Issued by:?) (?:the )?| ?\([^()]{2,12}\)$|\.$/g, '')
  return BODY.test(name) && PLACED.test(name) && isName(name) ? name : undefined
}

/** At most nine words, each with a capital but small ones between. */
const isName = (text: string): boolean => {
  const words = text.split(' ')
  return words.length <= 9 && words.every((word) => /^(?:\p{Lu}|(?:of|the|and|for|on|de|&)$)/u.test(word))
}

/** A line of the page as its roles know it. */
interface Line {
  readonly text: string
  readonly words: number
  readonly role: PartRole | undefined
  readonly kind?: string
}

/** What the page says of where it comes from, and which of its lines say so. */
export interface Signatures extends Signature {
  /** True where the page calls itself a release, or ends with whom to ask about it and names no writer. */
  readonly isRelease: boolean
  /** Lines that only sign: as a dateline is where they name an agency, so that it is credited. */
  readonly signing: readonly (readonly [number, 'dateline' | 'furniture'])[]
}

const LONGEST_LINE = 35

/** True for a byline or a line with the page's date. */
const placesPage = (line: string) =>
  line.length < 160 && (bylineOf(line) !== undefined || pageDateOf(line) !== undefined)

/** True where the line calls the page a release. */
export const callsItselfRelease = (line: string): boolean => RELEASE.test(line.trim())

/**
 * Whose a page is, in order of trust: the line right below its headline, the issuer of a release, its foot, its byline. Lines of the
 * head stand before `firstProse`, those of the foot are furniture behind it.
 */
export function signaturesOf(lines: readonly Line[], headline: number, firstProse: number): Signatures {
  const signing: [number, 'dateline' | 'furniture'][] = []
  const found: Signature[] = []
  const inBylines: Signature[] = []
  const inFoot: Signature[] = []
  const beside: Signature[] = []
  const issuers: string[] = []
  const head = lines[headline]?.text.trim() ?? ''
  const heading = WITH_ITS_KIND.test(head) ? issuerOf(head) : undefined
  if (heading !== undefined) issuers.push(heading)
  let calls = heading !== undefined || callsItselfRelease(head)
  let asks = false
  for (const [at, { text, words, role, kind }] of lines.entries()) {
    if (at === headline || words > LONGEST_LINE || kind === 'furniture' || kind === 'cell') continue
    if (at < firstProse) {
      calls ||= callsItselfRelease(text)
      const byline = signedInByline(text)
      if (byline) inBylines.push(byline)
      const line = byline ?? (role === 'headline' ? undefined : signatureOf(text))
      if (line) signing.push([at, line.agency === undefined ? 'furniture' : 'dateline'])
      if (line && !byline) found.push(line)
      const paper = line || at < headline || bylineOf(text) ? undefined : paperBeside(text, true)
      if (
        paper !== undefined &&
        ((at === headline + 1 && / News$/.test(paper)) ||
          [lines[at - 1], lines[at + 1]].some((next) => next && placesPage(next.text)))
      ) {
        beside.push({ outlet: paper })
        signing.push([at, 'furniture'])
      }
    } else {
      asks ||= CONTACT.test(text)
      const line = role === 'furniture' ? namedInFoot(text) : undefined
      if (line) inFoot.push(line)
    }
    const issuer = issuerOf(text)
    if (issuer !== undefined) issuers.push(issuer)
    if (issuer !== undefined && role === undefined && at < firstProse) signing.push([at, 'furniture'])
    // What a body says of itself behind its release is its own praise.
    if (issuer !== undefined && at > firstProse && text.startsWith('About '))
      for (let behind = at; behind < lines.length; behind += 1) signing.push([behind, 'furniture'])
  }
  const all = [...found, ...inFoot, ...inBylines, ...beside]
  const agency = all.find((one) => one.agency !== undefined)?.agency
  const printed = all.find((one) => one.outlet !== undefined)?.outlet
  const isRelease = calls || (asks && all.length === 0)
  const outlet = isRelease ? (issuers[0] ?? printed) : printed
  return {
    ...(outlet === undefined ? {} : { outlet }),
    ...(agency === undefined ? {} : { agency }),
    isRelease,
    signing,
  }
}
