// In: a board. Out: abbreviations that the text itself explains ("Office of Fair Dealing (OFD)", "…, known as OFD,"), wherever they stand.
import type { NameType } from '../doc.ts'
import { prefixes, slugOf } from '../lexicon.ts'
import { type Board, type Found, found, isCapital, isUpper, nameAt, place, wordsOf } from './found.ts'

const SMALL = /^(?:of|and|the|for|on|in|to|de|du|la|des|&|-|')$/

/** Finds definitions and gives every mention of the abbreviation the id of the long form; the first definition holds. */
export function findAcronyms(board: Board): void {
  const { form, count } = board.draft.tokens
  const meaning = new Map<string, Found>()
  for (let i = 1; i + 2 < count; i++) {
    const at = shortFormAt(board, i)
    const short = form[at] ?? ''
    if (at < 0 || meaning.has(short) || !/^\p{Lu}[\p{L}\p{N}&]{1,7}$/u.test(short)) continue
    if (short.replace(/[^\p{Lu}]/gu, '').length < 2) continue
    const first = longForm(board, i, short)
    const long =
      first >= 0 ? longName(board, first, i) : at > i + 2 ? bodyKnownAs(board, i, short) : undefined
    if (long) meaning.set(short, long)
  }
  for (const [short, long] of initialsOf(board)) if (!meaning.has(short)) meaning.set(short, long)
  if (meaning.size === 0) return
  for (let i = 0; i < count; i++) {
    const long = meaning.get(form[i]!)
    if (!long) continue
    const other = nameAt(board, i)
    if (other && (other.last - other.first > 1 || other.foundBy === 'pack')) continue
    const { type, id, canonical, of } = long
    place(board, found(i, i + 1, type, 'acronym', { id, canonical, of }))
  }
}

/** Bodies by the initials of their names, where these are three or more and one body's only: "FTU" for the Federal Tram Union. */
function initialsOf({ draft, found: all }: Board): Map<string, Found> {
  const bodies = new Map<string, Found | undefined>()
  for (const one of all) {
    if (one.last - one.first < 3 || one.foundBy === 'pack' || one.type !== 'organisation') continue
    const words = draft.tokens.form.slice(one.first, one.last).filter((word) => !SMALL.test(word))
    const letters = words.map((word) => word.charAt(0)).join('')
    if (!/^\p{Lu}{3,}$/u.test(letters)) continue
    const isOther = bodies.has(letters) && bodies.get(letters)?.canonical !== one.canonical
    bodies.set(letters, isOther ? undefined : one)
  }
  return new Map([...bodies].flatMap(([letters, one]) => (one ? [[letters, one] as const] : [])))
}

/** The token that what stands at `i` gives as the short form of the words before it: "(OFD)", ", or OFD,", ", known as OFD,"; −1 where none. */
function shortFormAt({ draft: { tokens } }: Board, i: number): number {
  const { form, lower, sent } = tokens
  if (form[i] === '(' && form[i + 2] === ')') return i + 1
  if (form[i] !== ',' && form[i] !== '(') return -1
  const as = lower.slice(0, i + 8).indexOf('as', i + 1)
  const isKnown = as > i && as - i < 7 && KNOWN_AS.test(lower.slice(i + 1, as + 1).join(' '))
  const at = lower[i + 1] === 'or' ? i + 2 : isKnown ? as + 1 : -1
  return at > 0 && sent[at] === sent[i] && /^[,).;]$/.test(form[at + 1] ?? '') ? at : -1
}

const KNOWN_AS = /^(?:\w+ )?known (?:by (?:its|the) (?:acronym|initials|abbreviation) )?as$/

/** "The Western Quays Alliance, known as QWAX,": the body named right before, whatever its initials. */
function bodyKnownAs(board: Board, last: number, short: string): Found | undefined {
  const known = nameAt(board, last - 1)
  if (!isUpper(short) || known?.last !== last || known.last - known.first < 2) return undefined
  if (known.type !== 'organisation' && known.type !== 'government') return undefined
  return longName(board, known.first, last)
}

/** First token of the words before the bracket whose initials are the abbreviation's letters, or −1. */
function longForm(board: Board, last: number, short: string): number {
  const { form, sent } = board.draft.tokens
  const begin = board.draft.sents[sent[last]!]!.first
  const letters = short.replace(/[^\p{Lu}]/gu, '')
  let k = letters.length - 1
  for (let i = last - 1; i >= begin && last - i < 16; i--) {
    const word = form[i]!
    if (SMALL.test(word) && word.charAt(0).toUpperCase() !== letters[k]) continue
    const initial = word.charAt(0).toUpperCase()
    if (initial === letters[k]) {
      k--
      if (k < 0) return isCapital(word) ? i : -1
    } else if (!isCapital(word)) return -1
  }
  return -1
}

/** The name of the long form: the one on the board that ends before the bracket, else a new one. */
function longName(board: Board, first: number, last: number): Found {
  const known = nameAt(board, last - 1)
  if (known && known.last === last && known.last - known.first > 1 && known.first <= first + 1) {
    if (known.id === '') known.id = idOf(known.type, known.canonical)
    return known
  }
  const type = typeOf(board.draft.tokens.form[last - 1]!)
  const canonical = wordsOf(board.draft, first, last)
  return place(board, found(first, last, type, 'acronym', { canonical, id: idOf(type, canonical) }))
}

const idOf = (type: NameType, canonical: string): string => `${prefixes[type]}:${slugOf(canonical)}`

function typeOf(head: string): NameType {
  if (/^(?:Act|Treaty|Agreement|Convention|Protocol|Accord|Pact|Partnership|Plan)$/.test(head)) return 'law'
  if (/^(?:Summit|Conference|Forum|Round)$/.test(head)) return 'event'
  return 'organisation'
}
