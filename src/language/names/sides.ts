// In: a board. Out: whom each person, ministry and office speaks for, from the words around one mention, spread over all.
import { slugOf } from '../lexicon.ts'
import { inApposition, isBased, isOwnedBody, isPrivate, PAST } from './apposition.ts'
import { sideAfterOf, sideBefore, sideOf } from './beside.ts'
import { type Board, type Found, isCapital, nameAt, place } from './found.ts'
import { officeAt, tokensOfTitle } from './offices.ts'
import { lastWord, type NameWords } from './words.ts'

const BODY =
  /\b(?:ministry|department|office|court|council|cross|bank|agency|authority|navy|army|force|commission|parliament|treasury|board|foundation)$/i

/** "Saudi Interior Ministry", "U.S. Supreme Court": the state before a body's name is part of it and its side. */
export function joinStates(board: Board): void {
  const { end, start, form } = board.draft.tokens
  for (const one of [...board.found]) {
    if (one.last <= one.first || (one.type !== 'government' && one.type !== 'organisation')) continue
    if (!isCapital(form[one.first]!) || !BODY.test(form[one.last - 1]!)) continue
    const state = nameAt(board, one.first - 1)
    if (
      state?.type !== 'place' ||
      state.id.includes(':') ||
      (state.form !== 'name' && state.form !== 'adjective')
    )
      continue
    if ((one.of !== '' && one.of !== state.id) || start[one.first]! - end[one.first - 1]! !== 1) continue
    const first = state.first
    place(board, { ...one, first, of: state.id })
  }
}

/** Fills `of` of persons, ministries and offices. */
export function findSides(board: Board, words: NameWords): void {
  const live = board.found.filter((one) => one.last > one.first)
  for (const one of live) {
    if (one.type === 'government' && one.foundBy !== 'pack')
      one.of ||= sideBefore(board, one.first) || sideAfterOf(board, one.last)
    else if (one.type === 'government' && /^(?:ministry|department|treasury)/i.test(one.canonical))
      one.of = sideBefore(board, one.first) || one.of
  }
  spread(
    live.filter((one) => one.type === 'government'),
    (one) => one.canonical.toLowerCase(),
  )
  ministriesNear(board, live, words)
  for (const one of live) if (one.type === 'government') ministryId(one, words)
  // A party told of somebody once is his at every mention.
  const persons = live.filter((one) => one.type === 'person')
  spread(persons, (one) => one.id)
  for (const one of persons) one.of ||= personSide(board, one, words)
  spread(persons, (one) => one.id)
  const inOffice = new Set(persons.flatMap((one) => (isOfGovernment(board, one, words) ? [one.id] : [])))
  for (const one of persons)
    if (one.of === '' && inOffice.has(one.id)) one.of = stateSpokenFor(board, one, words)
  spread(persons, (one) => one.id)
  administrations(board, live)
  for (const one of persons) if (/^vice /i.test(one.title)) one.of ||= joinedSide(board, one, words)
  spread(persons, (one) => one.id)
  ofNoState(board, persons, words)
}

/** "Oslo's reply came fast. The trade ministry barred …": of the one government told of right before it. */
function ministriesNear({ draft }: Board, live: readonly Found[], words: NameWords): void {
  const { sent, lower } = draft.tokens
  const sorted = [...live].sort((a, b) => a.first - b.first)
  sorted.forEach((one, n) => {
    if (one.type !== 'government' || one.of !== '' || lower[one.first - 1] !== 'the') return
    if (!/ ministry$/i.test(one.canonical)) return
    const near = new Set<string>()
    for (let k = n - 1; k >= 0 && sent[sorted[k]!.first]! >= sent[one.first]! - 1; k--) {
      const { type, id, of } = sorted[k]!
      const state = type === 'government' ? of || id : ''
      if (words.states.has(state) && !WITHOUT.has(state)) near.add(state)
    }
    const [only] = near
    if (near.size === 1) one.of = only!
  })
}

/** Who has departments and directorates, no ministries. */
const WITHOUT: ReadonlySet<string> = new Set(['US', 'EU', 'UN'])

/** Whoever chairs the talks, mediates or facilitates is for no state there, though he comes from one. */
function ofNoState(board: Board, persons: readonly Found[], words: NameWords): void {
  const chairs = new Set(persons.flatMap((one) => (isChair(board, one) ? [one.id] : [])))
  for (const one of persons) if (chairs.has(one.id) && words.states.has(one.of)) one.of = ''
}

const CHAIR = '(?:co-)?(?:chair|chairman|chairwoman|chairperson|facilitator|mediator|moderator)'
const OF_TALKS =
  '(?:of|for|in) the (?:[\\w\\p{L}-]+ ){0,3}(?:talks|negotiations|negotiating committee|conference|summit|session|meeting|process|plenary)'
/** "The chair, ", "the new mediator, Omani diplomat ", "the president of the climate conference, " right before a name. */
const CHAIR_BEFORE = new RegExp(
  `(?:^| )(?:the (?:\\w+ )?${CHAIR}|(?:the )?(?:${CHAIR}|president) ${OF_TALKS})(?: \\([^)]*\\))? ,(?: (?:the )?[\\p{L}-]+){0,3}$`,
  'u',
)
/** ", who chairs the talks", ", the Omani diplomat chairing …", ", chair of the negotiations" right behind one. */
const CHAIR_BEHIND = new RegExp(
  `^, (?:who (?:is |has been )?(?:chair(?:s|ed|ing)|presid(?:es|ed|ing) over|mediat(?:es|ed|ing)|facilitat(?:es|ed|ing)) |(?:the |a )?(?:[\\p{L}-]+ ){0,4}(?:chairing|mediating) |(?:the |a )?(?:${CHAIR}|president) ${OF_TALKS}(?: |$))`,
  'u',
)

function isChair({ draft: { tokens, sents } }: Board, { first, last }: Found): boolean {
  const { lower, sent } = tokens
  const { first: begin, last: end } = sents[sent[first]!]!
  return (
    CHAIR_BEFORE.test(lower.slice(Math.max(begin, first - 14), first).join(' ')) ||
    CHAIR_BEHIND.test(lower.slice(last, Math.min(end, last + 12)).join(' '))
  )
}

/**
 * "The X administration" is said of the United States' government, save where X is told to be a prime minister, governor … or names an
 * agency ("the Ports Administration"); "President X" without a state, beside the White House, is its president.
 */
function administrations(board: Board, live: readonly Found[]): void {
  const leaders = new Map<string, string>()
  const atHome = live.some(
    (one) => one.id === 'org:white-house' || (one.id === 'org:congress' && one.of === 'US'),
  )
  const persons = live.filter((one) => one.type === 'person')
  // "The Chilean president's office": which president is meant without a state, who knows.
  const others = live.some((one) => one.of !== 'US' && hasPresident(board, one))
  const presidents = persons.filter(({ title }) => /^(?:president|vice president)$/i.test(title))
  for (const one of live) {
    if (one.type !== 'government' || !/ administration$/.test(one.canonical)) continue
    const surname = one.canonical.slice(0, one.canonical.lastIndexOf(' '))
    const head = persons.find((person) => lastWord(person.canonical) === surname)
    const isOther = persons.some(({ id, title }) => id === head?.id && OTHER_HEAD.test(title))
    // "The Cyberspace Administration": a name of its own, of nobody who heads it.
    const isBody = !head && board.draft.tokens.form[one.last - 1] === 'Administration'
    one.of ||= head?.of || (isOther || isBody ? '' : 'US')
    if (head && head.of === '') leaders.set(head.id, one.of)
  }
  // Beside one who is told to be theirs, another president is not; of several the one told of most.
  if (atHome && !others && !presidents.some(({ of }) => of === 'US')) {
    const unknown = new Set<string>()
    for (const { id, of, title } of presidents) {
      if (of === '' && /^vice/i.test(title)) leaders.set(id, 'US')
      else if (of === '') unknown.add(id)
    }
    const often = [...unknown].map((id) => ({ id, n: persons.filter((one) => one.id === id).length }))
    const [first, second] = often.sort((a, b) => b.n - a.n)
    if (first && first.n > (second?.n ?? 0)) leaders.set(first.id, 'US')
  }
  for (const one of persons) if (one.of === '') one.of = leaders.get(one.id) ?? ''
}

/** "The Chilean president", "Chile's president" without his name. */
function hasPresident(board: Board, { type, last }: Found): boolean {
  const { lower } = board.draft.tokens
  if (type !== 'place' && type !== 'government') return false
  const at = /^['’]s?$/.test(lower[last] ?? '') ? last + 1 : last
  return lower[at] === 'president' && nameAt(board, at + 1)?.type !== 'person'
}

/** Whoever heads a government by these titles is not the president of the United States. */
const OTHER_HEAD = /\b(?:prime minister|premier|chancellor|governor|mayor|taoiseach)\b/i

function spread(names: readonly Found[], key: (one: Found) => string): void {
  const sides = new Map<string, string>()
  for (const one of names) if (one.of !== '' && !sides.has(key(one))) sides.set(key(one), one.of)
  for (const one of names) if (one.of === '') one.of = sides.get(key(one)) ?? ''
}

function personSide(board: Board, one: Found, words: NameWords): string {
  const { draft } = board
  const { lower, sent } = draft.tokens
  const sentence = draft.sents[sent[one.first]!]!
  const titleFirst = one.title === '' ? one.first : one.first - tokensOfTitle(board.draft, one)
  if (one.title !== '' && isFormer(board, titleFirst)) return ''
  // "Union president Ann Lee": the one body of the text that ends on the word; a commerce minister is of no chamber of commerce.
  const [kind = '', ...rest] = one.title.split(' ')
  const called = rest.length > 0 && !words.departments.has(kind) ? bodyCalled(board, kind.toLowerCase()) : ''
  if (called !== '') return called
  const before = titleFirst > sentence.first && one.title !== '' ? beforeTitle(board, titleFirst) : ''
  if (before !== '') return isPrivate(one.title, words) && words.states.has(before) ? '' : before
  // "Kenya's Ada Lund", "the Reef Council's Ada Lund".
  if (one.title === '' && /^['’]s?$/.test(lower[one.first - 1] ?? '')) {
    const owner = sideBefore(board, one.first)
    if (owner !== '') return owner
  }
  const across = besideCounterpart(board, one)
  if (across !== '') return across
  const office = one.title === '' ? undefined : words.offices.get(one.title.toLowerCase())
  if (office && office.of !== '') return office.of
  const joined = joinedSide(board, one, words)
  if (joined !== '') return joined
  // "Mori, will meet China's minister", "“crazy Mori,” China's minister": the sentence goes on, and no office is told.
  if (lower[one.last] === ',' && !/^(?:MD|VB[DZP]|CC|''|``)$/.test(draft.tokens.tag[one.last + 1] ?? '')) {
    const side = inApposition(board, one.last + 1, Math.min(sentence.last, one.last + 16), words)
    if (side !== '') return side
  }
  if (lower[one.last] === 'of' || lower[one.last] === 'from') {
    const name = nameAt(board, behindKind(board, one.last + 1))
    const based = name && isBased(board, name)
    const of = based ? nameAt(board, name.last + 2) : name
    if (of && isOwnedBody(board, of, words)) return ''
    // "Ann Lee of the Asia Trade Forum": a body, as no meeting has people.
    if (of?.type === 'event' && /\bForum$/.test(of.canonical))
      Object.assign(of, { type: 'organisation', id: `org:${slugOf(of.canonical)}` })
    if (of) return sideOf(of)
    if (based) return ''
  }
  // "the foreign minister of Japan, General X": an office before the comma.
  const comma = titleFirst - 1
  if (comma > sentence.first && lower[comma] === ',') {
    let i = comma - 1
    const person = () => (nameAt(board, i)?.type === 'person' ? nameAt(board, i) : undefined)
    while (i > sentence.first && lower[i] !== ',' && comma - i < 13 && !person()) i--
    // "Lund met Peru's president, X": what stands before the other is his.
    i = person()?.last ?? i
    const side = inApposition(board, ownOffice(board, i, comma, words), comma, words)
    if (side !== '') return side
  }
  return ''
}

/** "Minister Lund of Chile and the head of the Reef Council, X": the last of several offices, which alone is his. */
function ownOffice(board: Board, from: number, to: number, words: NameWords): number {
  const { lower } = board.draft.tokens
  const opens = (at: number) => lower[at] === 'and' && /^(?:the|its|an?)$/.test(lower[at + 1] ?? '')
  for (let at = to - 2; at > from; at--)
    if (opens(at))
      for (let behind = at + 2; behind < to; behind++) if (officeAt(board.draft, behind, words)) return at + 1
  return from
}

/** "Chinese Vice Premier X and Commerce Minister Y": one side for both. */
function joinedSide(board: Board, one: Found, words: NameWords): string {
  const { lower, sent } = board.draft.tokens
  const and = one.title === '' ? 0 : one.first - tokensOfTitle(board.draft, one) - 1
  if (and <= board.draft.sents[sent[one.first]!]!.first || lower[and] !== 'and') return ''
  const joined = nameAt(board, and - 1)
  // Neither the United States nor the European Union has one of these.
  const isOther =
    /^(?:US|EU)$/.test(joined?.of ?? '') &&
    /\b(?:minister|premier|chancellor)$/i.test(one.title.split(/ (?:of|for) /)[0]!)
  return joined?.type === 'person' && words.states.has(joined.of) && !isOther ? joined.of : ''
}

const OF_GOVERNMENT: ReadonlySet<string> = new Set(['head', 'minister', 'diplomat'])
/** Whether somebody is told here to hold an office of a government: before the name, or behind a comma. */
function isOfGovernment(board: Board, one: Found, words: NameWords): boolean {
  const { lower, form } = board.draft.tokens
  const { title, last } = one
  if (title !== '' && isFormer(board, one.first - tokensOfTitle(board.draft, one))) return false
  if (title !== '')
    return OF_GOVERNMENT.has(words.offices.get(title.toLowerCase())?.kind ?? '') || MINISTER.test(title)
  const from = /^(?:the|its|an?)$/.test(lower[last + 1] ?? '') ? last + 2 : last + 1
  const held = form[last] === ',' ? officeAt(board.draft, from, words) : undefined
  return held !== undefined && form[held.last] === ',' && OF_GOVERNMENT.has(held.office.kind)
}

const MINISTER = /\bminister\b/i
const WILL = /^(?:would|will|could|can)$/
const IS = /^(?:was|is|had|has)$/
/** Tokens behind a speaker within which what he says of a government begins. */
const SAYS_WITHIN = 12

/**
 * "In Warsaw, Foreign Minister Ada Lund said", "Trade Minister Bo Berg said Norway would not": the government that one who holds
 * office speaks for, by where he speaks or by whose will he tells.
 */
function stateSpokenFor(board: Board, { first, last }: Found, words: NameWords): string {
  const { lower, sent, tag } = board.draft.tokens
  const { first: begin, last: end } = board.draft.sents[sent[first]!]!
  const town = lower[begin] === 'in' ? nameAt(board, begin + 1) : undefined
  if (town?.form === 'capital' && lower[town.last] === ',' && first - town.last < 8) return town.of
  for (let at = last, said = false; at < Math.min(end, last + SAYS_WITHIN); at++) {
    said ||= /^VB[DZ]$/.test(tag[at]!)
    const name = said && at > last ? nameAt(board, at) : undefined
    if (name?.type !== 'government' || !words.states.has(name.of || name.id)) continue
    const does = name.last + 1
    // Who denies what a government does speaks for it.
    const isOwn =
      (lower[at - 2] === 'denied' && IS.test(lower[name.last] ?? '')) ||
      (WILL.test(lower[name.last] ?? '') &&
        (lower[does] === 'not' || words.stances.has(lower[does] ?? ''))) ||
      (IS.test(lower[name.last] ?? '') &&
        words.stances.has(lower[lower[does] === 'not' ? does + 1 : does] ?? ''))
    if (isOwn) return name.of || name.id
  }
  return ''
}

/** "Of the consultancy Harbour Partners": the token behind an article and what kind of body it is. */
function behindKind({ draft: { tokens } }: Board, at: number): number {
  const { lower, tag, form } = tokens
  let behind = /^(?:the|an?)$/.test(lower[at] ?? '') ? at + 1 : at
  for (let steps = 0; steps < 3 && behind > at && /^\p{Ll}/u.test(form[behind] ?? ''); steps++)
    if (!/^(?:NN|JJ)$/.test(tag[behind]!)) break
    else behind++
  return behind
}

/** "Former Foreign Secretary X", "ex-Chilean minister X", "shadow trade minister X": speaks for no state any more, or not yet. */
function isFormer(board: Board, title: number): boolean {
  const { lower, sent } = board.draft.tokens
  for (let at = title; at >= title - 3 && sent[at] === sent[title]; at--)
    if (PAST.test(lower[at]!)) return true
  return false
}

/**
 * "Her Japanese counterpart, Kenji Mori", "Mori, her Japanese colleague", "her Japanese opposite number, Mori": whose office
 * it is stands before the word; of "Lund, met her Japanese counterpart" Lund is not he.
 */
function besideCounterpart(board: Board, one: Found): string {
  const { lower, tag } = board.draft.tokens
  const before = lower[one.first - 1] === ',' ? one.first - 2 : one.first - 1
  const next =
    lower[one.last] === ',' ? lower.slice(one.last, one.last + 5).findIndex((word) => EQUALS.has(word)) : -1
  const behind = tag.slice(one.last, one.last + Math.max(0, next)).some((word) => /^(?:VB|MD|CC)/.test(word))
    ? -1
    : next
  // "Lund, his Peruvian counterpart Ana Soto and …": a list, and she is the counterpart.
  const isListed = behind >= 0 && nameAt(board, one.last + behind + 1)?.type === 'person'
  const at = EQUALS.has(lower[before] ?? '') ? before : behind < 0 || isListed ? -1 : one.last + behind
  if (at < 0 || (lower[at] === 'number' && lower[at - 1] !== 'opposite')) return ''
  return sideBefore(board, lower[at] === 'number' ? at - 1 : at)
}

/** Who holds the same office on another side, by the last word of what he is called. */
const EQUALS: ReadonlySet<string> = new Set(['counterpart', 'colleague', 'number'])

function beforeTitle(board: Board, first: number): string {
  const side = sideBefore(board, first)
  if (side !== '') return side
  const { lower, sent } = board.draft.tokens
  // "alliance chief executive Ann Lee": the one body of the text that ends on the word.
  const body = bodyCalled(board, lower[first - 1] ?? '')
  if (body !== '') return body
  // "foreign ministry spokesperson": the ministry may be part of the office's words.
  const { tag } = board.draft.tokens
  const begin = board.draft.sents[sent[first]!]!.first
  for (let i = first - 1; i >= begin && first - i < 6; i--) {
    const name = nameAt(board, i)
    if (name) return sideOf(name)
    if (!/^(?:NN|JJ|POS)/.test(tag[i]!) && lower[i] !== "'s") return ''
  }
  return ''
}

/** The organisation whose name ends on a word in small letters ("alliance"), where there is but one. */
function bodyCalled(board: Board, word: string): string {
  if (!/^\p{Ll}{4,}$/u.test(word)) return ''
  const ids = new Set<string>()
  for (const one of board.found)
    if (
      one.type === 'organisation' &&
      one.last - one.first > 1 &&
      lastWord(one.canonical).toLowerCase() === word
    )
      ids.add(one.id)
  const [only, ...others] = ids
  return others.length === 0 ? (only ?? '') : ''
}

/** One id for "Commerce Ministry", "Ministry of Commerce" and "ministry of commerce" of one state. */
function ministryId(one: Found, words: NameWords): void {
  const text = one.canonical
  const match =
    /^(?:Ministry|Department) (?:of|for) (?:the )?(.+)$/i.exec(text) ??
    /^(.+) (?:Ministry|Department)$/i.exec(text)
  if (!match || one.foundBy === 'pack') return
  let field = match[1]!.toLowerCase()
  for (const [demonym] of words.demonyms)
    if (field.startsWith(`${demonym.toLowerCase()} `)) field = field.slice(demonym.length + 1)
  if (field === 'foreign') field = 'foreign affairs'
  one.id = `org:${one.of === '' ? '' : `${one.of.toLowerCase()}-`}ministry-of-${slugOf(field)}`
}
