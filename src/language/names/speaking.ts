// In: a board after the finder. Out: lone capitalised words that speak are persons where the text shows it.
import { type Board, type Found, found, isCapital, isUpper, nameAt, place, wordsOf } from './found.ts'
import { officeAt } from './offices.ts'
import { isCalendar, type NameWords } from './words.ts'

const SPEAKS: ReadonlySet<string> = new Set(
  'say add tell ask warn reply answer insist explain note'.split(' '),
)
const CLOSING = /^(''|"|”|’)$/

/**
 * "…,” Corrigan said" and "…,” said Corrigan.": who stands with a verb of speech right behind a quotation and has no
 * name yet is a person. What the finder took for a body is one where the next sentence goes on with "he" or "she".
 */
export function findSpeaking(board: Board, words: NameWords): void {
  const { tokens, sents } = board.draft
  const { form, tag, lower, lemma, sent, count } = tokens
  personsNotPlaces(board)
  personsNotBodies(board, words)
  outletsNotPersons(board)
  const spoken = new Set<string>()
  for (let at = 0; at < count; at++) {
    if (!isCapital(form[at]!)) continue
    const name = nameAt(board, at)
    if (name && (name.foundBy !== 'finder' || name.type !== 'organisation' || name.last - name.first !== 1))
      continue
    const verb = verbBeside(board, at)
    if (verb < 0) continue
    const isAsTold = verb > at && /^(?:tell|call)$/.test(lemma[verb]!) && goesOnWithHim(board, at)
    if (name) {
      const next = sents[sent[at]! + 1]
      const isHe = verb > at && saysOfHimself(board, verb)
      if (isAsTold || isHe || (next && /^s?he$/.test(lower[next.first] ?? ''))) name.type = 'person'
      if (isHe) spoken.add(form[at]!)
    } else if (
      tag[at]!.startsWith('NNP') &&
      !isCalendar(form[at]!) &&
      (isAsTold || CLOSING.test(form[Math.min(at, verb) - 1] ?? ''))
    )
      place(board, found(at, at + 1, 'person', 'speaking'))
  }
  // Who is a person where he speaks is one wherever the finder took the lone word for a body.
  for (const one of board.found)
    if (one.type === 'organisation' && one.foundBy === 'finder' && one.last - one.first === 1)
      if (spoken.has(form[one.first]!)) one.type = 'person'
}

/** "Corrigan said on Friday that he would wait": nobody else is named before "he". */
function saysOfHimself(board: Board, verb: number): boolean {
  const { lower, sent } = board.draft.tokens
  for (let at = verb + 1; at < verb + HIMSELF_WITHIN && sent[at] === sent[verb]; at++) {
    if (/^s?he$/.test(lower[at]!)) return at === verb + 1 || lower[at - 1] === 'that'
    if (lower[at] === 'that' && !/^s?he$/.test(lower[at + 1] ?? '')) return false
    if (nameAt(board, at)) return false
  }
  return false
}
const HIMSELF_WITHIN = 7

/** "Corrigan called it a tax. Asked about the fee, he said": "he" speaks in the sentence behind, and nobody is named between. */
function goesOnWithHim(board: Board, at: number): boolean {
  const { tokens, sents } = board.draft
  const next = sents[tokens.sent[at]! + 1]
  if (!next || next.paragraph !== sents[tokens.sent[at]!]!.paragraph) return false
  for (let token = at + 1; token < next.last; token++) {
    if (token >= next.first && /^s?he$/.test(tokens.lower[token]!))
      return SPEAKS.has(tokens.lemma[token + 1] ?? '')
    if (nameAt(board, token)?.type === 'person') return false
  }
  return false
}

/** "As Bisnis Pagi had reported, citing an aide": what reports so, or is "Bisnis Pagi newspaper", is an outlet, whatever the finder took it for. */
function outletsNotPersons(board: Board): void {
  const { lower } = board.draft.tokens
  const outlets = new Set<string>()
  const guessed = board.found.filter(
    ({ first, last, type, foundBy, title }) =>
      last > first && type === 'person' && title === '' && foundBy === 'finder',
  )
  for (const one of guessed) {
    const verb = /^ha[ds]$/.test(lower[one.last] ?? '') ? one.last + 1 : one.last
    const cites = lower[verb + 1] === 'citing' || (lower[verb + 1] === ',' && lower[verb + 2] === 'citing')
    if (lower[verb] === 'reported' && (cites || lower[one.first - 1] === 'as'))
      outlets.add(nameOf(board, one))
  }
  for (const one of guessed) if (outlets.has(nameOf(board, one))) one.type = 'outlet'
  for (const one of board.found)
    if (one.type === 'person' && one.title === '' && one.foundBy !== 'pack')
      if (PAPER.test(lower[one.last] ?? '') || /^(?:news|tv|radio|television)$/.test(lower[one.last - 1]!))
        one.type = 'outlet'
}
const PAPER = /^(?:newspaper|daily|weekly|magazine|broadcaster)$/

const nameOf = ({ draft }: Board, { first, last }: Found): string => wordsOf(draft, first, last)

/** Who meets, tells or travels is no place. */
const MEETS: ReadonlySet<string> = new Set([...SPEAKS, 'meet', 'travel', 'decline', 'telephone', 'fly'])
const PLACED: ReadonlySet<string> = new Set(
  'in at near from to into outside inside across around on of for via off beyond towards'.split(' '),
)

/** "Corbray will meet Dunmarsh": lone words that the finder alone takes for places, none of them where anything is, meet as persons. */
function personsNotPlaces(board: Board): void {
  const { lower, lemma, tag, form } = board.draft.tokens
  const meets = new Set<string>()
  const places = new Set<string>()
  const unsure = board.found.filter(
    (one) => one.last - one.first === 1 && one.type === 'place' && one.foundBy === 'finder',
  )
  for (const { first: at } of unsure) {
    const word = form[at]!
    if (PLACED.has(lower[at - 1] ?? '') || lower[at - 1] === 'the') places.add(word)
    const verb = tag[at + 1] === 'MD' ? at + 2 : at + 1
    const isActor = /^VB[DPZ]?$/.test(tag[verb] ?? '') && MEETS.has(lemma[verb]!) && lower[verb + 1] !== 'its'
    const isMet = /^VB/.test(tag[at - 1] ?? '') && /^(?:meet|tell|telephone)$/.test(lemma[at - 1]!)
    if (isActor || isMet) meets.add(word)
  }
  for (const one of unsure) {
    const word = form[one.first]!
    if (meets.has(word) && !places.has(word)) one.type = 'person'
  }
}

/**
 * "Farid Karim, a Lima specialist,", "Kari Lund, who farms salmon,": two words that the finder takes for a body or place are a person
 * where the phrase behind the comma is an office, or where the first is a given name.
 */
function personsNotBodies(board: Board, words: NameWords): void {
  const { form, lower } = board.draft.tokens
  const unsure = board.found.filter(
    ({ first, last, type, foundBy }) =>
      (type === 'organisation' || type === 'place') &&
      foundBy === 'finder' &&
      last - first === 2 &&
      !words.organisationNouns.has(form[first + 1]!) &&
      !isUpper(form[first]!) &&
      !isUpper(form[first + 1]!),
  )
  const persons = new Set<string>()
  for (const one of unsure) {
    if (form[one.last] !== ',') continue
    const isGiven = words.gender.has(form[one.first]!)
    const kind = kindBehind(board, one.last + 1, words)
    if ((isGiven && /^(?:who|whose)$/.test(lower[one.last + 1]!)) || kind === 'person' || (isGiven && kind))
      persons.add(nameOf(board, one))
  }
  for (const one of unsure) if (persons.has(nameOf(board, one))) one.type = 'person'
}

/** Of "a Lima specialist," the office at its end: that of a person, or one that a firm may have too ("the owner of"). */
function kindBehind({ draft }: Board, from: number, words: NameWords): 'person' | 'either' | undefined {
  const { lower, tag } = draft.tokens
  if (!/^(?:an?|the)$/.test(lower[from] ?? '')) return undefined
  for (let at = from + 1; at < from + OFFICE_WITHIN && /^(?:NN|JJ|VBN|HYPH|CD)/.test(tag[at] ?? ''); at++) {
    const held = officeAt(draft, at, words)
    if (held && /^(?:,|\.|of|in|at|for|with|from|who)$/.test(lower[held.last] ?? ''))
      return held.office.kind === 'corporate' ? 'either' : 'person'
  }
  return undefined
}
const OFFICE_WITHIN = 7

/** The verb of speech right behind a word, or right before it where the word ends its phrase; −1 where none. */
function verbBeside({ draft }: Board, at: number): number {
  const { lemma, tag, sent, form } = draft.tokens
  const speaks = (token: number) =>
    /^VB[DZ]$/.test(tag[token] ?? '') && (SPEAKS.has(lemma[token]!) || lemma[token] === 'call')
  if (speaks(at + 1) && sent[at + 1] === sent[at]) return at + 1
  return speaks(at - 1) && sent[at - 1] === sent[at] && /^[.,;]$/.test(form[at + 1] ?? '') ? at - 1 : -1
}
