// In: a board after the patterns. Out: bodies known by their make: "Commission for the Conservation of Tuna", "Mekong River Commission".
import { slugOf } from '../lexicon.ts'
import { type Board, type Found, found, isCapital, isUpper, nameAt, place, wordsOf } from './found.ts'
import { isCalendar, type NameWords } from './words.ts'

/** Heads of bodies that are named by what they are for or by what stands before them. */
export const HEADS: ReadonlySet<string> = new Set(
  (
    'Agency Alliance Assembly Association Authority Bank Board Bureau Chamber College Commission Committee Confederation ' +
    'Consortium Council Court Exim Federation Fund Institute League Office Organisation Organization Secretariat Society ' +
    'Syndicate Tribunal Union'
  ).split(' '),
)
const MANY = /(?:[Mm]en|[Ww]omen|[Cc]hildren|[Pp]eople)$/
/** Most words of a name on each side of its head. */
const MOST = 8
const OPENERS =
  /^(The|This|That|A|An|In|On|At|By|For|But|And|If|When|While|After|Before|As|It|Its|Their|Our|His|Her|Both|New)$/
/** What is a place behind "New". */
const NEW_PLACES =
  /^(?:Zealand|York|Delhi|Jersey|Mexico|Hampshire|Orleans|South|Caledonia|Guinea|England|Haven|Brunswick)$/

/** Places the bodies of sentences whose capitals tell something; what a pack names is left as it is. */
export function findBodies(board: Board, words: NameWords): void {
  const { form, count, sent } = board.draft.tokens
  for (let head = 0; head < count; head++) {
    if (!HEADS.has(form[head]!) || board.casing[sent[head]!] !== 'mixed') continue
    const known = nameAt(board, head)
    if (known?.foundBy === 'pack' && known.last > head + 1) continue
    const first = known ? known.first : before(board, head, words)
    const last = behind(board, head)
    if (known ? last === head + 1 : last === head + 1 && first === head) continue
    if (known?.foundBy === 'pack' && last === head + 1) continue
    const canonical = wordsOf(board.draft, first, last)
    place(board, found(first, last, 'organisation', 'pattern', { canonical, id: `org:${slugOf(canonical)}` }))
    head = last - 1
  }
}

/** What stands before a state in the name of its body: "Health Canada", "Statistics Norway". */
const NATIONAL =
  /^(?:Business|Destination|Enterprise|Export|Health|Highways|Historic|Innovation|Invest|Natural|Sport|Statistics|Tourism|Transport|Universities|Visit)$/

/** "Transport Scotland said", "as NHS England says": a body, which is not the state that its name ends on. */
export function findNationalBodies(board: Board): void {
  const { form, start, end, sent, tag, count } = board.draft.tokens
  for (let at = 1; at < count; at++) {
    const state = nameAt(board, at)
    if (state?.first !== at || state.form !== 'name' || !/^[A-Z]{2}(?:-[A-Z]{3})?$/.test(state.id)) continue
    const before = at - 1
    if (sent[before] !== sent[at] || start[at]! - end[before]! !== 1) continue
    if (board.casing[sent[at]!] !== 'mixed') continue
    const known = nameAt(board, before)
    const isShort =
      /^\p{Lu}{3,5}$/u.test(form[before]!) &&
      known?.foundBy !== 'pack' &&
      // "In the WTO Canada said": the body ends before the state.
      form[before - 1]?.toLowerCase() !== 'the' &&
      /^(?:VB[DPZ]|MD)$/.test(tag[state.last] ?? '')
    if (!NATIONAL.test(form[before]!) && !isShort) continue
    if (known && known.last - known.first > 1) continue
    const isPublic =
      form[before] === 'Health' && form[before - 1] === 'Public' && sent[before - 1] === sent[at]
    const first = isPublic ? before - 1 : before
    const canonical = wordsOf(board.draft, first, state.last)
    place(
      board,
      found(first, state.last, 'organisation', 'pattern', { canonical, id: `org:${slugOf(canonical)}` }),
    )
    at = state.last - 1
  }
}

/** "Workers", "Machinists", "Exporters": whom a body is of. */
const isPeople = (word: string): boolean => isCapital(word) && /(?:[eo]rs|ists|ees|men|ians)$/.test(word)

/** What a body is, written small right before its name: "the union Solidar", "shipping firm Torm". */
const KINDS =
  /^(?:union|firm|company|group|airline|carrier|carmaker|automaker|drugmaker|planemaker|chipmaker|steelmaker|brewer|insurer|retailer|lender|startup|conglomerate|utility|charity|watchdog|nonprofit)$/

/** "Nordhavbank", "Afreximbank": a bank by its last part. */
const BANK = /^\p{Lu}\p{Ll}{3,}bank$/u

/** What a body is called behind its name: "Swillmet, the association of …", "Torm, a Danish carrier,". */
export const KINDS_BEHIND =
  /^(?:union|federation|association|lobby|consultancy|consortium|think|pollster|manufacturer|producer|shipper|shipbuilder|broker|newspaper|daily|ngo|firm|company|airline|carrier|carmaker|automaker|drugmaker|planemaker|chipmaker|steelmaker|brewer|insurer|retailer|lender|startup|conglomerate|charity|watchdog|nonprofit|group|giant|operator|supplier)$/

/**
 * A lone capital behind such a word, before such a word in apposition, that ends on "bank", or that has what is "its" own is a body at
 * every mention, whatever the finder took it for; what a pack names, or whoever the text gives a title or a given name,
 * is left as it is.
 */
export function findNamedKinds(board: Board, words: NameWords): void {
  const { form, count, sent } = board.draft.tokens
  const bodies = new Set<string>()
  const people = new Set<string>()
  for (const one of board.found)
    if (one.type === 'person' && (one.foundBy === 'title' || one.last - one.first > 1))
      people.add(form[one.last - 1]!)
  for (let at = 0; at < count; at++) {
    const word = form[at]!
    if (!isCapital(word) || board.casing[sent[at]!] !== 'mixed' || words.gender.has(word)) continue
    if (isCalendar(word) || words.offices.has(word.toLowerCase()) || words.demonyms.has(word)) continue
    const isBehind = at > 0 && KINDS.test(form[at - 1]!) && sent[at] === sent[at - 1]
    const known = nameAt(board, at)
    const isMade = isBehind || (BANK.test(word) && !people.has(word))
    if (known ? !isUnsure(known, at) || known.type === 'organisation' : !isMade) continue
    if (isCapital(form[at + 1] ?? '') || (isCapital(form[at - 1] ?? '') && sent[at] === sent[at - 1]))
      continue
    if (isMade) {
      const canonical = wordsOf(board.draft, at, at + 1)
      place(
        board,
        found(at, at + 1, 'organisation', 'pattern', { canonical, id: `org:${slugOf(canonical)}` }),
      )
    }
    if (!people.has(word) && (isMade || isKindBehind(board, at) || isItself(board, at))) bodies.add(word)
  }
  for (const one of board.found)
    if (bodies.has(form[one.first] ?? '') && isUnsure(one, one.first)) one.type = 'organisation'
  for (const one of board.found)
    if (
      one.type === 'place' &&
      one.foundBy === 'finder' &&
      one.last - one.first > 1 &&
      FIRMS.test(form[one.last - 1]!)
    )
      one.type = 'organisation'
  longNamedKinds(board, words)
  unknownKinds(board)
}

/** "Swill-Met, a farm lobby,": capitals that nobody took for a name and that the phrase behind the comma explains. */
function unknownKinds(board: Board): void {
  const { form, tag, count, sent } = board.draft.tokens
  for (let comma = 1; comma < count; comma++) {
    if (form[comma] !== ',' || board.casing[sent[comma]!] !== 'mixed' || !isKindBehind(board, comma - 1))
      continue
    const begin = board.draft.sents[sent[comma]!]!.first
    let first = comma
    const isPart = (at: number) =>
      !nameAt(board, at) && (form[at] === '-' || (isCapital(form[at]!) && /^(?:NN|JJ)/.test(tag[at]!)))
    while (first > begin && comma - first < 5 && isPart(first - 1) && !isCalendar(form[first - 1]!)) first--
    if (first === comma || form[first] === '-' || OPENERS.test(form[first]!)) continue
    if (comma - first === 1 && !tag[first]!.startsWith('NNP')) continue
    const canonical = wordsOf(board.draft, first, comma)
    place(
      board,
      found(first, comma, 'organisation', 'pattern', { canonical, id: `org:${slugOf(canonical)}` }),
    )
  }
}

/** Last words of what is no place, whatever the finder took it for. */
const FIRMS =
  /^(?:Corporation|Company|Corp\.?|Association|Council|Agency|Union|Federation|Institute|Commission)$/

/**
 * "Nordic Haul, a freight firm,", "Nordal Photonics": what the finder took for a place, or a person of two or three names, none of them
 * a given one.
 */
function longNamedKinds(board: Board, words: NameWords): void {
  const { form } = board.draft.tokens
  const guessed = board.found.filter(
    ({ first, last, type, foundBy, title }) =>
      (type === 'person' || type === 'place') &&
      title === '' &&
      /^(?:finder|name)$/.test(foundBy) &&
      last - first > 1 &&
      last - first < 4 &&
      !words.gender.has(form[first]!),
  )
  const bodies = new Set<string>()
  for (const { first, last, type } of guessed)
    if (
      isKindBehind(board, last - 1) ||
      (type === 'person' && (words.organisationNouns.has(form[last - 1]!) || isItself(board, last - 1, true)))
    )
      bodies.add(wordsOf(board.draft, first, last))
  for (const one of guessed)
    if (bodies.has(wordsOf(board.draft, one.first, one.last))) one.type = 'organisation'
}

const isUnsure = ({ first, last, foundBy }: Found, at: number): boolean =>
  first === at && last === at + 1 && /^(?:finder|name)$/.test(foundBy)

/** "Torm, a Danish carrier,", "Torm, the lobby of the mills,": the phrase behind the comma says what it is, and is no item of a list. */
function isKindBehind({ draft: { tokens } }: Board, at: number): boolean {
  const { form, lower, tag, sent } = tokens
  if (form[at + 1] !== ',' || !/^(?:an?|the)$/.test(lower[at + 2] ?? '')) return false
  let head = at + 3
  while (head < at + 9 && sent[head] === sent[at] && /^(?:NN|JJ|VBN|HYPH|CD)/.test(tag[head] ?? '')) head++
  if (head === at + 3 || !KINDS_BEHIND.test(lower[head - 1]!)) return false
  const isList = form[head] === ',' && /^(?:and|or|an?|the)$/.test(lower[head + 1] ?? '')
  return !isList && /^(?:,|\.|of|that|which|for|with|in|based)$/.test(lower[head] ?? '')
}

/**
 * "Torm said that it would keep its surcharge", "Torm has refused to name its price": what acts and speaks of what is "its" own;
 * a long name only where "it" stands too.
 */
function isItself({ draft: { tokens } }: Board, at: number, long = false): boolean {
  const { lower, tag, sent } = tokens
  if (!/^(?:VB[DZP]|MD)$/.test(tag[at + 1] ?? '')) return false
  let it = !long
  for (let k = at + 2; k < at + 12 && sent[k] === sent[at]; k++) {
    if (lower[k] === 'its') return it
    if (lower[k] === 'it') it = true
    else if (/^(?:NN|PRP|W)/.test(tag[k]!)) return false
  }
  return false
}

/** First token of the capitals before a head; the head itself where only an article or another's name stands there. */
function before(board: Board, head: number, words: NameWords): number {
  const { form, sent } = board.draft.tokens
  const begin = board.draft.sents[sent[head]!]!.first
  let first = head
  while (first > begin && head - first < MOST) {
    const word = form[first - 1]!
    // "Fishermen's Association", not "Norway's Commission": only many have a body between them.
    const isOfMany = /^['’]s$/.test(word) && MANY.test(form[first - 2] ?? '')
    // "Fish Processors and Exporters Association"
    if (
      word === 'and' &&
      first < head &&
      first - 2 > begin &&
      isPeople(form[first - 2]!) &&
      isPeople(form[first]!)
    ) {
      first -= 2
      continue
    }
    // "the Stage and Screen Alliance"
    const both = word === 'and' && first < head + 1 ? joinedFrom(board, first - 1, begin, words) : -1
    if (both >= 0) {
      first = both
      break
    }
    const joins =
      (word === '-' || word === "'" || word === '’' || isOfMany) &&
      first - 1 > begin &&
      isCapital(form[first - 2]!)
    const other = nameAt(board, first - 1)
    if (!joins) {
      const opens = OPENERS.test(word) && !(word === 'New' && NEW_PLACES.test(form[first]!))
      if (!isCapital(word) || opens || isCalendar(word) || words.offices.has(word.toLowerCase())) break
      // "Chile Council": a state that is a name by itself is whose the body is.
      if (other && other.type !== 'place' && other.foundBy === 'pack') break
      if (isUpper(word) && word.length < 5) break
    }
    first = joins ? first - 2 : first - 1
  }
  return first
}

/**
 * Where the first of two joined words of a name begins: capitals up to an article, none of them a name or a body of its own; −1
 * where there are none.
 */
function joinedFrom(board: Board, and: number, begin: number, words: NameWords): number {
  const { form, lower } = board.draft.tokens
  let first = and
  while (first > begin && and - first < 3 && isCapital(form[first - 1]!) && !/^the$/i.test(form[first - 1]!))
    first--
  const isOwn = (at: number) =>
    HEADS.has(form[at]!) ||
    words.organisationNouns.has(form[at]!) ||
    isUpper(form[at]!) ||
    isCalendar(form[at]!) ||
    words.offices.has(lower[at]!) ||
    (nameAt(board, at) !== undefined && !(at === first && and - first > 1 && words.demonyms.has(form[at]!)))
  if (first === and) return -1
  for (let at = first; at < and; at++) if (isOwn(at)) return -1
  // "The Retail, Wholesale and Store Union": a list of single words up to its article.
  while (form[first - 1] === ',' && isCapital(form[first - 2] ?? '') && !isListed(board, first - 2, words))
    first -= 2
  return lower[first - 1] === 'the' ? first : -1
}

/** A word of a list that is a name by itself: a state, a body of a pack, an office. */
const isListed = (board: Board, at: number, words: NameWords): boolean => {
  const { form, lower } = board.draft.tokens
  return (
    isUpper(form[at]!) ||
    isCalendar(form[at]!) ||
    words.offices.has(lower[at]!) ||
    (nameAt(board, at) !== undefined && nameAt(board, at)?.foundBy !== 'finder')
  )
}

/** The token after "of the Baltic Sea States", "for Reconstruction and Development" behind a head. */
function behind(board: Board, head: number): number {
  const { form, lower, sent } = board.draft.tokens
  const end = board.draft.sents[sent[head]!]!.last
  let last = head + 1
  while (last < end && last - head < 2 * MOST) {
    const link = lower[last]!
    const chain = link === 'of' || link === 'for' || link === 'on'
    if (!chain && !(link === 'and' && last > head + 2)) break
    let at = last + 1
    if (chain && lower[at] === 'the') at++
    if (at >= end || !isCapital(form[at]!) || isCalendar(form[at]!)) break
    if (link === 'and' && (nameAt(board, at) || (isCapital(form[at + 1] ?? '') && !isPeople(form[at + 1]!))))
      break
    while (at < end && (isCapital(form[at]!) || (form[at] === '-' && isCapital(form[at + 1] ?? '')))) at++
    last = at
  }
  return last
}
