// In: a board. Out: states and capitals read as a government where they act, as a place where something happens there.
import type { Draft } from '../draft.ts'
import { slugOf } from '../lexicon.ts'
import { type Board, type Found, nameAt, wordsOf } from './found.ts'

const THERE = new Set(
  'in at near across outside inside into throughout around toward towards over off via within through onto beyond along leave leaves left leaving visit visits visited visiting enter entering entered reach reaching reached reside'.split(
    ' ',
  ),
)
/** Before a state these may be either; what follows decides. */
const EITHER = new Set(['from', 'to'])
const GOODS_MOVE = new Set(
  'imports exports import export shipments shipment goods sales flows flow flight flights trip trips travel travels travelled traveled travelling traveling trade moved move moving return returned returning arrive arrived arriving fly flew flying go went going came come coming fled flee refugees migrants workers people citizens products purchases investment investments'.split(
    ' ',
  ),
)
const GATHERINGS = new Set(
  'talks talk meeting meetings round summit session sessions conference accord accords discussions negotiations consensus agreement framework declaration airport office bureau suburb street hotel time visit trip stop venue'.split(
    ' ',
  ),
)
const OFFICIAL = new Set(
  'officials official government governments administration delegation delegations negotiators negotiator side team authorities regulators diplomats leaders leader ministers minister lawmakers envoys envoy embassy tariffs tariff duties sanctions ban demands demand proposal proposals offer position policy policymakers law laws troops forces army military police'.split(
    ' ',
  ),
)
const MODALS = new Set([
  'will',
  'would',
  'may',
  'might',
  'can',
  'could',
  'must',
  'should',
  'shall',
  'has',
  'have',
  'had',
  'is',
  'was',
  'are',
  'were',
  'does',
  'did',
  "'s",
])

/** Sets type, id and canonical of every state, demonym and capital. */
export function readStates(board: Board, stateNames: ReadonlyMap<string, string>): void {
  for (const one of board.found) {
    if (one.last <= one.first || one.foundBy !== 'pack' || one.type !== 'place') continue
    if (one.form === 'name' && stateNames.has(one.id)) {
      one.type = isPlace(board, one, false) ? 'place' : 'government'
    } else if (one.form === 'capital') {
      if (isPlace(board, one, true)) continue
      one.type = 'government'
      one.id = one.of
      one.canonical = stateNames.get(one.of) ?? one.canonical
    } else if (one.form === 'adjective') {
      one.type = OFFICIAL.has(wordOf(board, one)) || isOfficeNext(board, one) ? 'government' : 'place'
    } else if (one.form === 'people') {
      one.type = board.draft.tokens.lower[one.first - 1] === 'the' ? 'government' : 'place'
    }
  }
  readVenues(board)
}

const nextWord = (draft: Draft, one: Found) =>
  one.last < draft.tokens.count ? draft.tokens.lower[one.last]! : ''

/** The word an adjective goes with; of "Chilean and Peruvian envoys" one for both. */
function wordOf(board: Board, one: Found): string {
  const next = nextWord(board.draft, one)
  const other = next === 'and' ? nameAt(board, one.last + 1) : undefined
  return other?.foundBy === 'pack' && other.last > other.first && other.type !== 'person'
    ? nextWord(board.draft, other)
    : next
}

function isOfficeNext(board: Board, one: Found): boolean {
  const next = nameAt(board, one.last)
  return next?.type === 'government'
}

/** A state is a government unless it is said where something is; a capital is a place unless it acts. */
function isPlace(board: Board, one: Found, capital: boolean): boolean {
  const { draft } = board
  const { lower, tag, sent } = draft.tokens
  const { first: begin, last: end } = draft.sents[sent[one.first]!]!
  let behind = capital ? behindJoined(board, one) : one.last
  // "Washington also threatened": an adverb between who acts and the verb.
  while (behind < end && tag[behind] === 'RB' && /^(VB[DPZ]|MD|RB)$/.test(tag[behind + 1] ?? '')) behind++
  const after = behind < end ? lower[behind]! : ''
  const afterTag = behind < end ? tag[behind]! : ''
  if (after === '-' && /^(?:based|born|wide|educated)$/.test(lower[one.last + 1] ?? '')) return true
  if (after === '-' && nameAt(board, one.last + 1)) return false
  if (after === "'s" || after === "'") return false
  if (THERE.has(lower[one.first - 1] ?? '') && one.first > begin && capital) return true
  if (capital && after === ',' && actsBehind(draft, behind + 1, end)) return false
  if (MODALS.has(after) || /^VB[DPZ]$/.test(afterTag)) return isSaidIn(board, one, begin)
  // "Brussels proposed sanctions": what opens a sentence before a past form with its object acts.
  if (one.first === begin && afterTag === 'VBN' && /^(?:DT|CD|PRP\$|JJ|NNS?)$/.test(tag[one.last + 1] ?? ''))
    return false
  // "in U.S. markets": the state is named as whose they are.
  if (!capital && /^(?:NN|JJ)/.test(afterTag) && !isDay(after)) return false
  if (capital && isVenueOf(draft, one.last, end)) return true
  // "Ottawa police" are the town's.
  if (capital && after === 'police') return true
  if (capital && OFFICIAL.has(after)) return false
  const before = wordBefore(board, one, begin)
  const word = before >= begin ? lower[before]! : ''
  if (THERE.has(word)) return true
  if (EITHER.has(word)) {
    if (capital) return true
    for (let i = before - 1; i >= begin && i > before - 4; i--) if (GOODS_MOVE.has(lower[i]!)) return true
    return false
  }
  if (one.first === begin && /^(?:--|-|:|,|\()$/.test(after)) return capital
  if (!capital) return false
  if (SPOKEN_TO.has(word)) return false
  if (/^(?:on|for|and|or)$/.test(word)) return !isParty(board, before)
  return true
}

/** "Negotiators in Linna and Suria said", but not "In Linna, Suria said". */
function isSaidIn(board: Board, one: Found, begin: number): boolean {
  const { lower } = board.draft.tokens
  const before = wordBefore(board, one, begin)
  return one.first > begin && lower[before] === 'in' && (before > begin || before === one.first - 1)
}

/** The token behind a capital, and behind those joined to it: "Linna and Suria agreed", "Linna, Suria and Port Vella"; what two do each does. */
function behindJoined(board: Board, one: Found): number {
  const { lower } = board.draft.tokens
  let last = one.last
  for (let steps = 0; steps < 5; steps++) {
    let at = lower[last] === ',' ? last + 1 : last
    if (/^(?:and|or|nor|&)$/.test(lower[at] ?? '')) at++
    const other = at > last ? nameAt(board, at) : undefined
    if (other?.foundBy !== 'pack' || other.first !== at || !/^(?:capital|name)$/.test(other.form)) break
    last = other.last
  }
  return last
}

/** ", which a day earlier had stopped": what a capital had done, which is no place's to do; "which had hosted" is. */
function actsBehind({ tokens: { lower, tag } }: Draft, first: number, end: number): boolean {
  if (lower[first] !== 'which') return false
  for (let at = first + 1; at < Math.min(end, first + 7); at++) {
    if (/^(?:had|has|will|would)$/.test(lower[at]!))
      return /^VBN?$/.test(tag[at + 1] ?? '') && !/^(?:be|been|host|hosted)$/.test(lower[at + 1]!)
    // "Oslo, which opened a probe", "which in May banned cod": what no town does.
    if (/^VB[DZ]$/.test(tag[at]!)) return OF_STATES.has(lower[at]!)
    if (/^(?:VB|MD|,)/.test(tag[at]!)) return false
  }
  return false
}

/** Past deeds of governments. */
const OF_STATES = new Set(
  'accused agreed announced answered approved backed banned barred blocked condemned cut denied doubled dropped eased expelled extended froze halted imposed insisted introduced launched levied lifted lowered opened opposed pledged proposed raised ratified recalled recognised recognized refused rejected responded restored resumed retaliated sanctioned scrapped signed slapped suspended threatened urged vetoed vowed warned withdrew'.split(
    ' ',
  ),
)

/** "Lima talks", "Muscat prisoner talks": up to three words behind it something is held there. */
function isVenueOf({ tokens: { lower, tag } }: Draft, first: number, end: number): boolean {
  for (let at = first; at < Math.min(end, first + 3); at++) {
    if (GATHERINGS.has(lower[at]!)) return true
    if (!/^(?:NN|JJ)/.test(tag[at]!) || OFFICIAL.has(lower[at]!)) return false
  }
  return false
}

const isDay = (word: string) =>
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tomorrow)$/.test(word)

/** Words before a capital that is spoken to, pressed or believed. */
const SPOKEN_TO = new Set(
  'with by between against that as than urge urges urged urging ask asked asks press pressed presses pressing told tell if while whether says said give given gives gave pressure pressuring accuse accused accuses accusing force forcing forced let want wants make made because when but so'.split(
    ' ',
  ),
)

/** The word before, over articles and directions; in a list of places the word before the list. */
function wordBefore(board: Board, one: Found, begin: number): number {
  const { lower } = board.draft.tokens
  const skipped = (token: number) => {
    let i = token
    while (
      i >= begin &&
      /^(?:the|both|either|central|northern|southern|eastern|western|mainland|downtown|nearby)$/.test(
        lower[i]!,
      )
    )
      i--
    return i
  }
  let before = skipped(one.first - 1)
  for (let steps = 0; steps < 8; steps++) {
    let i = before
    while (i > begin && /^(?:,|and|or)$/.test(lower[i]!)) i--
    const other = i < before ? nameAt(board, i) : undefined
    if (other?.type !== 'place' || other.form === 'adjective') break
    before = skipped(other.first - 1)
  }
  return before
}

/** "pressure on Beijing", "a loss for London", "Washington and Beijing": the capital stands for its government. */
function isParty(board: Board, before: number): boolean {
  const { lower } = board.draft.tokens
  if (lower[before] === 'for') return true
  if (lower[before] !== 'on') return nameAt(board, before - 1)?.type === 'government'
  return /^(?:pressure|sanctions|tariffs|tariff|duties|levies|curbs|restrictions|depends|imposed|impose|effect|reliance|leverage)$/.test(
    lower[before - 1] ?? '',
  )
}

/** A venue that "acts" once is a figure of speech for what happens there. */
function readVenues(board: Board): void {
  const venues = new Map<string, { places: number; acting: Found[] }>()
  const acting = new Set<string>()
  for (const one of board.found) {
    if (one.last <= one.first || one.foundBy !== 'pack') continue
    if (one.form === 'capital') {
      const venue = venues.get(one.of) ?? { places: 0, acting: [] }
      venues.set(one.of, venue)
      if (one.type === 'place') venue.places++
      else venue.acting.push(one)
    } else if (one.type === 'government' && one.form !== 'adjective') acting.add(one.of)
  }
  for (const [state, { places, acting: acts }] of venues) {
    if (acting.has(state) || places < 2 || acts.length >= places) continue
    for (const one of acts) {
      one.type = 'place'
      one.canonical = wordsOf(board.draft, one.first, one.last)
      one.id = `place:${slugOf(one.canonical)}`
    }
  }
}
