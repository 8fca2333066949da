// In: the beginning of a paragraph. Out: its dateline ("OSLO, March 5 (Reuters) - "): length, place, agency, date.
import { writtenDates } from './dates.ts'

export interface Dateline {
  /** Characters of the paragraph that are the dateline, with the dash and the space after it. */
  readonly length: number
  readonly place?: string
  readonly agency?: string
  /** The words between place and dash that may hold a date. */
  readonly dated?: string
}

/** News agencies as they sign datelines. */
const AGENCIES: readonly string[] = [
  'Reuters',
  'Thomson Reuters',
  'AP',
  'Associated Press',
  'The Associated Press',
  'AFP',
  'Agence France-Presse',
  'UPI',
  'Bloomberg',
  'Dow Jones',
  'dpa',
  'Xinhua',
  'China News Service',
  'Kyodo',
  'Jiji',
  'Yonhap',
  'TASS',
  'Interfax',
  'RIA Novosti',
  'Sputnik',
  'EFE',
  'ANSA',
  'PA',
  'PA Media',
  'Press Association',
  'CP',
  'The Canadian Press',
  'Canadian Press',
  'AAP',
  'PTI',
  'ANI',
  'IANS',
  'Anadolu',
  'AA',
  'IRNA',
  'MENA',
  'SPA',
  'WAM',
  'QNA',
  'KUNA',
  'Bernama',
  'Antara',
  'APA',
  'Belga',
  'ANP',
  'TT',
  'NTB',
  'Ritzau',
  'STT',
  'LUSA',
  'MTI',
  'CTK',
  'PAP',
  'Ukrinform',
  'VNA',
  'CNA',
  'NAN',
  'Notimex',
  'CNN',
  'CNN Business',
  'CNN Money',
  'CNNMoney',
  'Prensa Latina',
]
const BY_LOWER: ReadonlyMap<string, string> = new Map(AGENCIES.map((name) => [name.toLowerCase(), name]))

/** The agency with this name, or undefined. */
function agencyNamed(text: string): string | undefined {
  return BY_LOWER.get(
    text
      .trim()
      .replace(/\s*\/.*$/, '')
      .replace(/ News(?: Agency)?$/i, '')
      .toLowerCase(),
  )
}

/** What agencies nobody knows call themselves by. */
const SENDS = /\b(?:Wire|Newswire|Agency|Agence|Agencia|Agência|Agenzia|Agentur|News Service|Press Service)\b/

/** The name as written, where an agency has it: a known one, or "Gulf Wire". */
export const senderNamed = (name: string): string | undefined =>
  agencyNamed(name) !== undefined || (SENDS.test(name) && AGENCY_LIKE.test(name)) ? name : undefined

const SEPARATOR = /^([^—–―_:]{0,90}?)(?: ?(?:—|–|―|--) ?| [-_] |: ?)(?=["“'‘\p{Lu}\d])/u
/** "Oslo (CNN) The": a place, and in brackets who signs, without a dash. */
const SIGNED = /^([^—–―_:()]{2,60}\([^()]{2,20}\)) ?(?=["“'‘\p{Lu}\d])/u
const PLACE =
  /^\p{Lu}[\p{L}.'’-]*(?:(?:, | and |\/| )(?:\p{Lu}[\p{L}.'’-]*|(?:de|del|la|el|of|the|da|do|al) \p{Lu}[\p{L}.'’-]*)){0,5}$/u
const AGENCY_LIKE = /^\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+){0,2}$/u
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?/i
const LABELS =
  /^(?:file|watch|read|more|update|updated|breaking|analysis|opinion|exclusive|video|photos?|live|why|how|what|who|editor|note|cnn|commentary|factbox|explainer|timeline|column|interview|transcript|correction|related)\b/i

/** True for "OSLO" and "BERGEN, Norway". */
const isCapitals = (text: string) => {
  const town = text.split(',', 1)[0]!
  return /\p{Lu}{3}/u.test(town) && !/\p{Ll}{2}/u.test(town)
}

/**
 * The dateline a paragraph begins with. Told from prose by a place in capitals before a dash, or by an agency or a date
 * between place and dash; a colon alone makes none (it is a speaker in a transcript).
 */
export function datelineOf(paragraph: string): Dateline | undefined {
  const head = paragraph.slice(0, 120)
  const match = SEPARATOR.exec(head) ?? SIGNED.exec(head)
  if (!match) return undefined
  const colon = match[0].includes(':')
  const { rest, agency, bracketed } = withoutAgency(match[1]!.trim())
  if (bracketed && agency === undefined) return undefined
  const date = writtenDates(rest)[0] ?? weekdayIn(rest)
  const place = (date ? rest.slice(0, date.start) : rest).replace(WEEKDAY, '').replace(/[\s,.]+$/, '')
  const dated = date === undefined ? undefined : rest.slice(date.start)
  if (place === '' && agency === undefined) return undefined
  if (place !== '' && (!PLACE.test(place) || LABELS.test(place))) return undefined
  if (dated !== undefined && dated.length > 30) return undefined
  const told = agency !== undefined || (dated !== undefined && (isCapitals(place) || hasYear(date)))
  if (!told && (colon || !isCapitals(place))) return undefined
  return {
    length: match[0].length,
    ...(place === '' ? {} : { place }),
    ...(agency === undefined ? {} : { agency }),
    ...(dated === undefined ? {} : { dated }),
  }
}

/** "Lima, 6 March 2031 – The chair": a place before a whole date needs no capitals. */
const hasYear = (date: object | undefined) => date !== undefined && 'earliest' in date

function withoutAgency(head: string): { rest: string; agency?: string; bracketed: boolean } {
  const brackets = /\(([^()]{2,40})\)$/.exec(head)
  if (!brackets) return { rest: head, bracketed: false }
  const rest = head.slice(0, brackets.index).trim()
  // Behind a place in capitals any name in brackets signs as an agency does.
  const agency =
    agencyNamed(brackets[1]!) ??
    senderNamed(brackets[1]!) ??
    (isCapitals(rest) && AGENCY_LIKE.test(brackets[1]!) ? brackets[1] : undefined)
  return agency === undefined ? { rest, bracketed: true } : { rest, agency, bracketed: true }
}

function weekdayIn(text: string): { start: number } | undefined {
  const match = WEEKDAY.exec(text)
  return match ? { start: match.index } : undefined
}
