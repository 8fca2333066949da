// In: a board. Out: states and capitals read as a government where they act, as a place where something happens there.
import type { Draft } from '../draft.ts'
import { type Board, type Found, nameAt } from './found.ts'

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
      one.type = OFFICIAL.has(nextWord(board.draft, one)) || isOfficeNext(board, one) ? 'government' : 'place'
    } else if (one.form === 'people') {
      one.type = board.draft.tokens.lower[one.first - 1] === 'the' ? 'government' : 'place'
    }
  }
}

const nextWord = (draft: Draft, one: Found) =>
  one.last < draft.tokens.count ? draft.tokens.lower[one.last]! : ''

function isOfficeNext(board: Board, one: Found): boolean {
  const next = nameAt(board, one.last)
  return next?.type === 'government'
}

/** A state is a government unless it is said where something is; a capital is a place unless it acts. */
function isPlace(board: Board, one: Found, capital: boolean): boolean {
  const { draft } = board
  const { lower, tag, sent } = draft.tokens
  const begin = draft.sents[sent[one.first]!]!.first
  const end = draft.sents[sent[one.first]!]!.last
  let before = one.first - 1
  while (
    before >= begin &&
    /^(?:the|both|either|central|northern|southern|eastern|western|mainland|downtown|nearby)$/.test(
      lower[before]!,
    )
  )
    before--
  // "in London, Geneva and Stockholm": the preposition holds for the list.
  for (let i = before; i > begin && (lower[i] === ',' || lower[i] === 'and' || lower[i] === 'or'); ) {
    let k = i
    while (k > begin && (lower[k] === ',' || lower[k] === 'and' || lower[k] === 'or')) k--
    const other = nameAt(board, k)
    if (!other || (other.type !== 'place' && other.type !== 'government')) break
    before = other.first - 1
    while (before >= begin && lower[before] === 'the') before--
    i = before
  }
  const word = before >= begin ? lower[before]! : ''
  if (THERE.has(word)) return !(word === 'in' && lower[one.last] === "'s")
  if (EITHER.has(word)) {
    if (capital) return true
    for (let i = before - 1; i >= begin && i > before - 4; i--) if (GOODS_MOVE.has(lower[i]!)) return true
    return false
  }
  if (
    one.first === begin &&
    (lower[one.last] === '--' || lower[one.last] === ':' || (lower[one.last] === ',' && capital))
  )
    return capital
  if (lower[one.last] === '-' && /^(?:based|born|wide|backed)$/.test(lower[one.last + 1] ?? ''))
    return lower[one.last + 1] !== 'backed'
  if (!capital) return false
  const after = one.last < end ? lower[one.last]! : ''
  if (after === "'s" || MODALS.has(after)) return false
  if (GATHERINGS.has(after)) return true
  if (OFFICIAL.has(after)) return false
  if (after === '-') return lower[one.last + 1] === 'based'
  const afterTag = one.last < end ? tag[one.last]! : ''
  if (afterTag.startsWith('VB') && afterTag !== 'VBG' && afterTag !== 'VBN') return false
  if (
    /^(?:with|by|between|against|on|for|that|as|and|than|urge|urges|urged|urging|ask|asked|press|pressed|told|if|while|whether|says|said|give|given|gave|pressure|pressuring|accuse|accused|accusing|force|forcing|let|want|wants|make|made|because|when)$/.test(
      word,
    )
  )
    return word === 'on' || word === 'for' || word === 'and' ? !isParty(board, one, before) : false
  if (one.first === begin && board.casing[sent[one.first]!] !== 'mixed' && after !== ',') return false
  return true
}

/** "pressure on Beijing", "a loss for London", "Washington and Beijing": the capital stands for its government. */
function isParty(board: Board, one: Found, before: number): boolean {
  const { lower } = board.draft.tokens
  if (lower[before] === 'and') {
    const other = nameAt(board, before - 1)
    return other?.type === 'government'
  }
  return lower[before] === 'on'
    ? /^(?:pressure|sanctions|tariffs|tariff|duties|levies|curbs|restrictions|depends|imposed|impose|effect|reliance|leverage)$/.test(
        lower[before - 1] ?? '',
      )
    : one.of !== ''
}
