// In: a board. Out: names known by their make: ministries, laws, orders, summits, administrations.
import { slugOf } from '../lexicon.ts'
import { type Board, found, isCapital, isFree, isUpper, nameAt, place, wordsOf } from './found.ts'
import type { NameWords } from './words.ts'

const MINISTRY_HEADS = new Set(['ministry', 'department', 'ministries', 'secretariat', 'directorate'])
const LAW_HEADS = new Set([
  'Act',
  'Treaty',
  'Convention',
  'Protocol',
  'Accord',
  'Accords',
  'Agreement',
  'Pact',
  'Law',
  'Directive',
  'Regulation',
  'Resolution',
  'Amendment',
  'Charter',
  'Statute',
  'Code',
  'Declaration',
  'Memorandum',
  'Compact',
])
const EVENT_HEADS = new Set([
  'summit',
  'summits',
  'conference',
  'forum',
  'congress',
  'olympics',
  'games',
  'championships',
  'cup',
  'expo',
  'fair',
  'festival',
  'plenum',
  'war',
  'election',
  'elections',
  'marathon',
  'prix',
])
const NUMBERED = new Map([
  ['section', 'law'],
  ['article', 'law'],
  ['resolution', 'law'],
  ['chapter', 'law'],
  ['title', 'law'],
  ['proposition', 'law'],
] as const)
/** Capitals that name no law of their own ("a big Trade Agreement"). */
const GENERIC =
  /^(?:Trade|Peace|New|Draft|Final|Tax|Big|Great|Free|Framework|Joint|International|Federal|Labor|Labour)$/
const LINK = new Set(['of', 'and', 'the', 'for', 'on', '&', 'in', ','])

export function findPatterns(board: Board, words: NameWords): void {
  const { tokens } = board.draft
  findModels(board)
  for (let i = 0; i < tokens.count; i++) {
    if (board.at[i]! >= 0) {
      if (MINISTRY_HEADS.has(tokens.lower[i]!)) charges(board, i, words)
      continue
    }
    const lower = tokens.lower[i]!
    const last = tokens.form[i - 1] === '(' ? datelinedEnd(board, i) : i
    if (last > i) dateline(board, i, last)
    else if (MINISTRY_HEADS.has(lower)) ministry(board, i, words)
    else if (lower === 'administration') administration(board, i, words)
    else if (lower === 'executive' || NUMBERED.has(lower as 'section')) numbered(board, i)
    else if (LAW_HEADS.has(tokens.form[i]!) || isBill(tokens, i)) law(board, i)
    else if (EVENT_HEADS.has(lower)) event(board, i)
  }
}

/** "OSLO, March 3 (Fjordwire) - …": who stands in brackets before the dash of a dateline sends the report; token after the name. */
function datelinedEnd(board: Board, first: number): number {
  const { form } = board.draft.tokens
  const begin = sentenceFirst(board, first)
  if (first - begin < 2 || first - begin >= 12 || !isUpper(form[begin]!)) return first
  let last = first
  while (last - first < 4 && isCapital(form[last] ?? '')) last++
  return form[last] === ')' && /^[-–—]+$/.test(form[last + 1] ?? '') ? last : first
}

function dateline(board: Board, first: number, last: number): void {
  const canonical = wordsOf(board.draft, first, last)
  place(board, found(first, last, 'outlet', 'pattern', { canonical, id: `outlet:${slugOf(canonical)}` }))
}

/** "Acme 737", "Acme A350-900": a company's name and a type number are a product. */
function findModels(board: Board): void {
  const { form, sent } = board.draft.tokens
  for (const maker of [...board.found]) {
    const at = maker.last
    if (maker.type !== 'organisation' || maker.last <= maker.first || sent[at] !== sent[maker.first]) continue
    // "Acme Falcon 900"
    if (
      isCapital(form[at] ?? '') &&
      board.at[at]! < 0 &&
      /^\d{2,4}$/.test(form[at + 1] ?? '') &&
      !/^(?:19|20)\d\d$/.test(form[at + 1]!)
    ) {
      const model = wordsOf(board.draft, maker.first, at + 2)
      place(
        board,
        found(maker.first, at + 2, 'product', 'pattern', {
          canonical: model,
          id: `product:${slugOf(model)}`,
          of: maker.id,
        }),
      )
      continue
    }
    if (
      !/^(?:[A-Z]{1,3}-?\d{1,4}[A-Za-z]{0,3}|\d{3}s?|\d{3}[A-Z]{1,3})$/.test(form[at] ?? '') ||
      board.at[at]! >= 0
    )
      continue
    let last = at + 1
    if (form[last] === '-' && /^[\dA-Z]+[A-Za-z]*$/.test(form[last + 1] ?? '')) last += 2
    const canonical = wordsOf(board.draft, maker.first, last)
    place(
      board,
      found(maker.first, last, 'product', 'pattern', {
        canonical,
        id: `product:${slugOf(canonical)}`,
        of: maker.id,
      }),
    )
  }
}

const sentenceFirst = (board: Board, i: number) => board.draft.sents[board.draft.tokens.sent[i]!]!.first
const sentenceLast = (board: Board, i: number) => board.draft.sents[board.draft.tokens.sent[i]!]!.last

/** "Ministry of X and Y", "the foreign ministry", "X Department". */
function ministry(board: Board, head: number, words: NameWords): void {
  const { draft } = board
  const { form, lower } = draft.tokens
  const end = sentenceLast(board, head)
  if (isCapital(form[head]!) && (lower[head + 1] === 'of' || lower[head + 1] === 'for') && head + 2 < end) {
    let last = head + 2
    if (lower[last] === 'the') last++
    const from = last
    for (;;) {
      while (last < end && isCapital(form[last]!) && (board.at[last]! < 0 || isParty(board, last))) last++
      const link = form[last]
      if (
        (link === 'and' || link === ',') &&
        last + 1 < end &&
        isCapital(form[last + 1]!) &&
        (departmentAt(form, last + 1, words) || (link === 'and' && mayBeCharge(board, last + 1, words))) &&
        last > from
      )
        last += 1
      else break
    }
    if (last > from) {
      put(board, head, last)
      return
    }
  }
  let first = head
  const begin = sentenceFirst(board, head)
  for (let length = Math.min(4, head - begin); length > 0; length--) {
    const phrase = form
      .slice(head - length, head)
      .map(capitalised)
      .join(' ')
      .replace(/ And /g, ' and ')
    if (words.departments.has(phrase) && isFree(board, head - length, head)) {
      first = head - length
      break
    }
  }
  if (first < head) put(board, first, head + 1)
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const departmentAt = (form: readonly string[], i: number, words: NameWords) =>
  words.departments.has(form[i]!) || words.departments.has(`${form[i]} ${form[i + 1] ?? ''}`)

/** "Labour" of "Ministry of Labour" is no party. */
const isParty = (board: Board, at: number): boolean => {
  const name = nameAt(board, at)!
  return name.type === 'organisation' && name.foundBy === 'pack' && name.last - name.first === 1
}

/** A ministry of the packs that has more to see to than the packs know: "Ministry of Labour and Social Affairs". */
function charges(board: Board, head: number, words: NameWords): void {
  const { form } = board.draft.tokens
  const known = nameAt(board, head)!
  const end = sentenceLast(board, head)
  const and = known.last
  if (known.first !== head || known.type !== 'government' || known.foundBy !== 'pack' || form[and] !== 'and')
    return
  if (and + 1 >= end || !isCapital(form[and + 1]!) || !mayBeCharge(board, and + 1, words)) return
  let last = and + 1
  while (last < end && isCapital(form[last]!) && board.at[last]! < 0) last++
  const canonical = wordsOf(board.draft, head, last)
  place(board, { ...known, last, canonical, id: `org:${slugOf(canonical)}`, foundBy: 'pattern' })
}

/** The free capital behind "Ministry of Water and": no body, person or state of its own. */
const mayBeCharge = (board: Board, at: number, words: NameWords): boolean => {
  const word = board.draft.tokens.form[at]!
  return (
    board.at[at]! < 0 &&
    !words.organisationNouns.has(word) &&
    !words.offices.has(word.toLowerCase()) &&
    !(words.gender.has(word) && !/s$/.test(board.draft.tokens.form[at + 1] ?? '')) &&
    !isUpper(word)
  )
}

function put(board: Board, first: number, last: number): void {
  const canonical = wordsOf(board.draft, first, last)
  place(board, found(first, last, 'government', 'pattern', { canonical, id: `org:${slugOf(canonical)}` }))
}

/** "the Smith administration", "the previous administration" is a role, not a name. */
function administration(board: Board, head: number, words: NameWords): void {
  const { form, lower, tag } = board.draft.tokens
  if (head === 0 || lower[head - 1] === undefined) return
  const before = form[head - 1]!
  if (!isCapital(before) || (board.at[head - 1]! >= 0 && nameAt(board, head - 1)!.type !== 'person')) return
  if (words.demonyms.has(before) || /^(?:The|This|That|His|Her|An?)$/.test(before) || tag[head - 1] === 'DT')
    return
  const canonical = `${before} administration`
  place(
    board,
    found(head - 1, head + 1, 'government', 'pattern', { canonical, id: `org:${slugOf(canonical)}` }),
  )
}

/** "Executive Order 14257", "Section 301", "Article 5 (2)". */
function numbered(board: Board, head: number): void {
  const { draft } = board
  const { form, lower } = draft.tokens
  if (!isCapital(form[head]!)) return
  let at = head + 1
  if (lower[head] === 'executive') {
    if (lower[at] !== 'order') return
    at++
    if (lower[at] === 'no.' || lower[at] === 'number') at++
  }
  if (at >= sentenceLast(board, head) || !/^(?:\d+[A-Za-z]?|[IVX]+)$/.test(form[at]!)) return
  const canonical = wordsOf(draft, head, at + 1)
  place(board, found(head, at + 1, 'law', 'pattern', { canonical, id: `law:${slugOf(canonical)}` }))
}

/** "The Clean Harbours Bill": behind an article and more than one word of a name; no "Uncle Bill", no "the Bill Smith plan". */
function isBill({ form, lower }: Board['draft']['tokens'], head: number): boolean {
  if (form[head] !== 'Bill' || isCapital(form[head + 1] ?? '')) return false
  let first = head
  while (
    first > 0 &&
    head - first < BILL_WORDS &&
    isCapital(form[first - 1]!) &&
    !/^(?:The|This|That)$/.test(form[first - 1]!)
  )
    first--
  return head - first > 0 && /^(?:the|this|that|its|their)$/.test(lower[first - 1] ?? '')
}

/** Words of a bill's name at most. */
const BILL_WORDS = 7

/** Capitalised words before "Act", "Treaty", "Protocol" …, with what links them; a year behind it belongs to it. */
function law(board: Board, head: number): void {
  const { draft, casing } = board
  const { form, sent } = draft.tokens
  if (casing[sent[head]!] !== 'mixed') return
  const begin = sentenceFirst(board, head)
  let first = head
  for (let i = head - 1; i >= begin; i--) {
    if (isCapital(form[i]!) || form[i] === '-') first = isCapital(form[i]!) ? i : first
    else if (!LINK.has(form[i]!) || i === begin || !isCapital(form[i - 1]!) || form[i] === ',') break
  }
  first = gerundFrom(form, first, begin)
  while (first < head && /^(?:The|This|That|An?|Under|In|On|Its|And)$/.test(form[first]!)) first++
  if (first === head || (head - first === 1 && GENERIC.test(form[first]!))) return
  let last = head + 1
  if (form[last] === 'of' && /^(?:19|20)\d\d$/.test(form[last + 1] ?? '')) last += 2
  const canonical = wordsOf(draft, first, last)
  place(board, found(first, last, 'law', 'pattern', { canonical, id: `law:${slugOf(canonical)}` }))
}

/** "Shielding Farmers from Foreign Floods Act": what is before "from" is the law's where it begins with what the law does. */
function gerundFrom(form: readonly string[], first: number, begin: number): number {
  if (form[first - 1] !== 'from') return first
  for (let i = first - 2; i >= begin && isCapital(form[i]!); i--) if (form[i]!.endsWith('ing')) return i
  return first
}

/** "G20 summit", "APEC summit", "Munich Security Conference": capitals before a word for a gathering. */
function event(board: Board, head: number): void {
  const { draft, casing } = board
  const { form, lower, sent } = draft.tokens
  if (casing[sent[head]!] === 'upper') return
  const begin = sentenceFirst(board, head)
  let first = head
  const before = nameAt(board, head - 1)
  if (
    /^summits?$/.test(lower[head]!) &&
    before &&
    isUpper(form[head - 1]!) &&
    before.last - before.first === 1
  ) {
    if (before.form === 'name' && before.type === 'place') return
    first = head - 1
  } else if (isCapital(form[head]!) && casing[sent[head]!] === 'mixed') {
    while (first > begin && isCapital(form[first - 1]!)) first--
    while (
      first < head &&
      (/^(?:The|This|That|An?|At|In|On)$/.test(form[first]!) ||
        (first === begin && nameAt(board, first)?.form === 'adjective'))
    )
      first++
  }
  if (first === head) return
  const canonical = wordsOf(draft, first, head + 1)
  place(board, found(first, head + 1, 'event', 'pattern', { canonical, id: `event:${slugOf(canonical)}` }))
}
