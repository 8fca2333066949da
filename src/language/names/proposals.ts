// In: a board with the rules' names and the finder's labels. Out: the finder's names on the board where the rules leave room or are unsure.
import type { NameType } from '../doc.ts'
import type { Vocabulary } from '../reader/vocabulary.ts'
import { type Finder, labelTokens } from './finder.ts'
import {
  type Board,
  type Found,
  found,
  isCapital,
  isFree,
  isTown,
  nameAt,
  opensSentence,
  place,
  wordsOf,
} from './found.ts'
import { officeAt, officeBefore } from './offices.ts'
import { isCalendar, type NameWords } from './words.ts'

/** By the finder's kinds; its last kind is read by settleOther alone. */
const TYPES: readonly (NameType | undefined)[] = ['person', 'organisation', 'place', undefined]

/** Runs the finder and settles each of its spans against the rules' names it touches. */
export function propose(board: Board, words: NameWords, vocabulary: Vocabulary, finder: Finder): void {
  const labels = labelTokens(board, words, vocabulary, finder)
  const sure = capitalsInside(board)
  for (let i = 0; i < labels.length; ) {
    const label = labels[i]!
    if (label === 0) {
      i++
      continue
    }
    const kind = (label - 1) >> 1
    let last = i + 1
    while (last < labels.length && labels[last] === 2 + 2 * kind) last++
    const type = TYPES[kind]
    if (capitalsTell(board, i, last, sure)) {
      if (type) settle(board, i, last, type, words)
      else settleOther(board, i, last)
    }
    i = last
  }
}

/** Words that have a capital inside a sentence where capitals tell something. */
function capitalsInside(board: Board): ReadonlySet<string> {
  const { form, count, sent } = board.draft.tokens
  const words = new Set<string>()
  for (let i = 0; i < count; i++) {
    if (isCapital(form[i]!) && board.casing[sent[i]!] === 'mixed' && !opensSentence(board.draft, i))
      words.add(form[i]!)
  }
  return words
}

/** In a headline only what is a name in running text is taken from the finder. */
function capitalsTell(board: Board, first: number, last: number, sure: ReadonlySet<string>): boolean {
  const { form, sent } = board.draft.tokens
  if (board.casing[sent[first]!] === 'mixed') return true
  for (let i = first; i < last; i++) if (isCapital(form[i]!) && !sure.has(form[i]!)) return false
  return true
}

const GATHERING =
  /^(?:Games|Cup|Show|Conference|Festival|Fair|Expo|Awards?|Championships?|Open|Prix|Olympics|Forum|Summit|Round|Treaty|Accords?|Protocol|Agreement)$/

/** A maker's name and what follows is a product ("Acme Falcon"); a town's and a gathering is an event. */
function settleOther(board: Board, from: number, to: number): void {
  let last = to
  while (last > from && !isContent(board.draft.tokens.form[last - 1]!)) last--
  const head = nameAt(board, from)
  if (!head || head.first !== from || head.last >= last || head.foundBy === 'glossary') return
  for (let i = head.last; i < last; i++) if (board.at[i]! >= 0) return
  const canonical = wordsOf(board.draft, from, last)
  if (head.type === 'organisation' && head.foundBy === 'pack' && last - head.last < 4) {
    place(board, found(from, last, 'product', 'finder', { canonical, of: head.id }))
  } else if (head.type === 'place' && GATHERING.test(board.draft.tokens.form[last - 1]!)) {
    place(board, found(from, last, 'event', 'finder', { canonical }))
  }
}

/** "Mayor of" before a name. */
const isOfOffice = ({ draft }: Board, first: number, words: NameWords): boolean =>
  draft.tokens.form[first - 1] === 'of' && officeBefore(draft, first - 1, words) !== undefined

/** First words of towns with more than one. */
const LONG_TOWN =
  /^(?:San|Santa|Santo|São|Sao|St\.?|Saint|New|Los|Las|La|Le|El|Al|Port|Fort|Rio|Buenos|Ho|Kuala|Addis|Cape|Tel|Hong|Salt|Des|Baton|Abu|Nur|East|West|North|South|Great)$/

/** "Lake Turkana", "Mekong River": names of waters and lands. */
const LANDSCAPE =
  /^(?:Lake|Mount|Cape) \p{Lu}\S+$|^\p{Lu}\S+ (?:River|Lake|Sea|Strait|Canal|Islands?|Valley|Province|Peninsula|Desert|Delta)$/u
/** "of" in the names of bodies in other languages. */
const OF = /^(?:du|de|des|del|della|di|do|da|für)$/

/** "Fenn, 47, held …": of what an age is said, that is a person; "Oslo, 14, and Lima, 12," are no ages. */
function hasAge({ draft }: Board, last: number): boolean {
  const { form, tag } = draft.tokens
  return (
    form[last] === ',' &&
    /^(?:1[2-9]|[2-9]\d)$/.test(form[last + 1] ?? '') &&
    form[last + 2] === ',' &&
    /^(?:VB[DZ]|MD|DT|WP)$/.test(tag[last + 3] ?? '')
  )
}

function settle(board: Board, from: number, to: number, type: NameType, words: NameWords): void {
  let [first, last] = trimmed(board, from, to, type, words)
  const { form } = board.draft.tokens
  if (first >= last || (last - first === 1 && form[first]!.length === 1)) return
  if ((type === 'organisation' || form[first - 1] === 'and') && isPortfolio(board, first)) return
  // "Minister of Industry and Trade Tran Long": what the office is for is nobody.
  if (
    type === 'person' &&
    form[first - 1] === 'of' &&
    last - first === 1 &&
    words.departments.has(form[first]!)
  )
    return
  if ((type === 'place' || type === 'organisation') && hasAge(board, last)) type = 'person'
  if ((form[last] === '-' && form[last + 1] === 'based') || (type === 'person' && isTown(board, first, last)))
    type = 'place'
  if (type === 'organisation' && LANDSCAPE.test(wordsOf(board.draft, first, last))) type = 'place'
  // "Mayor of Gdansk Anna Berg": the office is of the place, and the rest is who holds it.
  if (
    type === 'place' &&
    last - first === 3 &&
    isOfOffice(board, first, words) &&
    !LONG_TOWN.test(form[first]!)
  ) {
    if (isFree(board, first, first + 1)) place(board, proposal(board, first, first + 1, 'place'))
    first++
    type = 'person'
  }
  // "Conseil du Cafe"
  while (
    type === 'organisation' &&
    OF.test(form[last] ?? '') &&
    isCapital(form[last + 1] ?? '') &&
    isFree(board, last, last + 2)
  )
    last += 2
  const touched: Found[] = []
  for (let i = first; i < last; i++) {
    const name = nameAt(board, i)
    if (name && touched.at(-1) !== name) touched.push(name)
  }
  // "Licence 12" is no person.
  if (type === 'person' && last - first === 1 && /^\d/.test(form[last] ?? '')) return
  if (touched.length === 0) {
    place(board, proposal(board, first, last, type))
    return
  }
  if (touched.some((name) => name.first < first || name.last > last)) return
  const only = touched[0]!
  if (touched.length === 1 && only.first === first && only.last === last) {
    if (isUnsure(board, only, type, words) && kindOf(only.type) !== type)
      place(board, proposal(board, first, last, type))
    return
  }
  if (areListed(board, first, last, touched)) return
  if (touched.some((name) => name.foundBy === 'glossary' || name.type === 'law' || name.type === 'event'))
    return
  const own = touched.filter((name) => kindOf(name.type) === type)
  const person = touched.find((name) => name.type === 'person' && name.last - name.first > 1)
  if (person && type !== 'person' && (type === 'place' || person.last === last)) return
  if (type === 'person' && own.length > 0 && (touched.length > 1 || only.foundBy === 'title')) return
  if (type === 'place' && own.length > 1) return
  // "U.S. Environmental Protection Agency" is the agency of the packs.
  const base = type === 'organisation' && own.length === 1 && own[0]!.last === last ? own[0] : undefined
  const head = nameAt(board, first)
  if (base && head && head !== base && head.form === 'adjective') return
  const side = base?.of || (head && (head.form === 'name' || head.form === 'adjective') ? head.of : '')
  place(board, {
    ...proposal(board, first, last, type),
    ...(base ? { id: base.id, canonical: base.canonical, type: base.type } : {}),
    of: type === 'organisation' ? side : '',
  })
}

/** "Council and Crown Office": known names and nothing but what joins them are each a name. */
function areListed(board: Board, first: number, last: number, touched: readonly Found[]): boolean {
  const { lower } = board.draft.tokens
  if (touched.length < 2 || touched.some(({ foundBy }) => foundBy !== 'pack')) return false
  for (let i = first; i < last; i++)
    if (!nameAt(board, i) && !/^(?:and|or|,|the)$/.test(lower[i]!)) return false
  return lower.slice(first, last).includes('and')
}

/** Without offices before a person or after a body, small words at either end, months and numbers alone. */
function trimmed(board: Board, from: number, to: number, type: NameType, words: NameWords): [number, number] {
  const { form } = board.draft.tokens
  let first = from
  let last = to
  if (type === 'person') {
    for (;;) {
      const office = first < last ? officeAt(board.draft, first, words) : undefined
      if (!office || words.gender.has(form[first]!)) break
      first = office.last
    }
  } else if (type === 'organisation') {
    const office = officeBefore(board.draft, last, words)
    if (office && office.first >= first) last = office.first
    // "African Union Vice-Chair Ana Lund": the rank is of the office behind the hyphen.
    if (form[last] === '-' && RANK.test(form[last - 1]!)) last--
  }
  while (first < last && !isContent(form[first]!)) first++
  if (form[last - 2] === '-' && /^(?:based|led|backed|owned|born|run)$/.test(form[last - 1]!)) last -= 2
  while (first < last && !isContent(form[last - 1]!) && form[last - 2] !== '-') last--
  return [first, last]
}

const RANK = /^(?:Vice|Deputy|Co|Under|Ex)$/
/** Offices that are held for something: "Commissioner for Trade and Economic Security". */
const HOLDER = /^(?:commissioner|minister|secretary|envoy|spokes(?:man|woman|person)|undersecretary|officer)$/

/** Behind "Commissioner for …" and "Secretary of State for …", over what is listed there: what the office is for is no body. */
function isPortfolio({ draft }: Board, first: number): boolean {
  const { form, lower, sent } = draft.tokens
  const isHeld = (at: number) =>
    HOLDER.test(lower[at] ?? '') ||
    (lower[at] === 'state' && lower[at - 1] === 'of' && HOLDER.test(lower[at - 2] ?? ''))
  // "Minister of | State for Trade"
  if (lower[first + 1] === 'for' && isHeld(first)) return true
  for (let at = first - 1; at > first - 10 && at > 0 && sent[at] === sent[first]; at--) {
    if (lower[at] === 'for') return isHeld(at - 1)
    if (!isCapital(form[at]!) && !/^(?:and|the|,|&|of)$/.test(form[at]!)) return false
  }
  return false
}

const isContent = (word: string) =>
  (isCapital(word) || /\d/.test(word)) && !isCalendar(word) && !/^(?:No|Nos|The|Mr|Mrs|Ms)\.?$/.test(word)

const kindOf = (type: NameType): NameType =>
  type === 'outlet' || type === 'government' ? 'organisation' : type

/** True where the finder may say what a word of the packs is: a town or company may be somebody's name. */
function isUnsure(board: Board, name: Found, type: NameType, words: NameWords): boolean {
  if (name.foundBy === 'name') return true
  if (name.foundBy !== 'pack' || name.last - name.first > 1 || /^[A-Z]{2}$/.test(name.id)) return false
  if (name.form === 'adjective' || name.form === 'people' || name.form === 'abbreviation') return false
  // A capital that does something is its government, not somebody of that name.
  if (name.form === 'capital' && type === 'person' && !isSomebody(board, name, words)) return false
  if (name.type === 'place') return true
  const word = board.draft.tokens.form[name.first]!
  return name.type === 'organisation' && type === 'person' && words.gender.has(word)
}

const somebody = new WeakMap<Board, ReadonlySet<string>>()

/** Whether a word is a given name, or the text goes on with "she" or "his" behind it where it names nobody else. */
function isSomebody(board: Board, name: Found, words: NameWords): boolean {
  const word = board.draft.tokens.form[name.first]!
  if (words.gender.has(word)) return true
  let known = somebody.get(board)
  if (!known) {
    known = followedByPronouns(board)
    somebody.set(board, known)
  }
  return known.has(word)
}

/** Capitals behind which, in their sentence, a pronoun for a person comes before the next person's name. */
function followedByPronouns(board: Board): ReadonlySet<string> {
  const { form, lower } = board.draft.tokens
  const found = new Set<string>()
  for (const { first, last } of board.draft.sents) {
    const open: string[] = []
    for (let at = first; at < last; at++) {
      const name = nameAt(board, at)
      if (name?.type === 'person') open.length = 0
      else if (name?.form === 'capital') open.push(form[at]!)
      else if (/^(s?he|her|his|him|herself|himself)$/.test(lower[at]!))
        for (const word of open.splice(0)) found.add(word)
    }
  }
  return found
}

const proposal = (board: Board, first: number, last: number, type: NameType): Found =>
  found(first, last, type, 'finder', { canonical: wordsOf(board.draft, first, last) })
