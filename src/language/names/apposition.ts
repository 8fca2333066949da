// In: a board, the tokens of a phrase that says what somebody is. Out: the side it gives him.
import { sideOf } from './beside.ts'
import { KINDS_BEHIND } from './bodies.ts'
import { type Board, type Found, isCapital, nameAt } from './found.ts'
import { officeAt } from './offices.ts'
import { lastWord, type NameWords } from './words.ts'

export const PAST = /^(?:former|ex|shadow)$/

/** "Analyst", "law professor": who speaks for no state, wherever he sits. */
export function isPrivate(office: string, { offices, privates }: NameWords): boolean {
  const called = office.toLowerCase()
  return /^(?:academic|media)$/.test(offices.get(called)?.kind ?? '') || privates.has(lastWord(called))
}

/**
 * The side in an office phrase: a possessive or adjective before the office, or a name after "of", "for", "at"; no state of
 * who speaks for none.
 */
export function inApposition(board: Board, from: number, to: number, words: NameWords): string {
  const { form, lower, tag } = board.draft.tokens
  let office = -1
  let before = ''
  let own = ''
  let called = ''
  const isSide = (side: string) => side !== '' && !(words.states.has(side) && isPrivate(called, words))
  for (let i = from; i < to; i++) {
    const word = lower[i]!
    if (word === '.' || word === ';' || word === 'who' || word === 'which' || (word === ',' && office >= 0))
      break
    // "After he met X, the minister declined": he is another.
    if (office >= 0 && /^(?:MD|VB[DZP])$/.test(tag[i]!)) return ''
    const name = nameAt(board, i)
    // "A director of the Lagos-based institute"
    if (name && isBased(board, name)) {
      i = name.last + 1
      continue
    }
    // "X, Mexican President Y": the office is another's; "a former minister" holds none.
    if (name?.type === 'person' || (office < 0 && PAST.test(word))) return ''
    // "Will host Chilean envoys": what is done is no office.
    const isDone = /^(?:MD|TO)$/.test(tag[i - 1] ?? '')
    const phrase = office < 0 && !isDone ? officeAt(board.draft, i, words) : undefined
    if (phrase) {
      office = phrase.last
      called = lower.slice(i, phrase.last).join(' ')
      // "The union's Leeds representative": in small letters one of any body.
      if (!isSide(before)) before = ''
      own = word === 'representative' && !isCapital(board.draft.tokens.form[i]!) ? '' : phrase.office.of
      i = phrase.last - 1
    }
    // "At Norway's Ifo Institute": the body behind tells its side.
    else if (
      name &&
      office >= 0 &&
      /^['’]s$/.test(lower[name.last] ?? '') &&
      isUnowned(nameAt(board, name.last + 1))
    )
      continue
    // "The director of Norway's Choice", "the head of Peru's growers' association": a body of its own, for which no state speaks.
    else if (name && isOwnedBody(board, name, words)) {
      if (office >= 0) return ''
      before = ''
    }
    // "Will receive Chilean envoys in May for what its minister": another's, and whose the minister is tells "its".
    else if (word === 'its') {
      office = -1
      before = actorOf(board, i)
    } else if (office < 0 && OWNING.test(tag[i]!)) before = ''
    else if (name && office < 0) before ||= sideOf(name)
    // "The minister for U.S. trade": what the office is for.
    else if (name && lower[i - 1] === 'for' && /^NNS?$/.test(tag[name.last] ?? '')) continue
    else if (name && before === '') {
      const link = lower[i - 1] === 'the' ? lower[i - 2] : lower[i - 1]
      const isBeyond = BEYOND.test(link ?? '') || (link === 'with' && words.states.has(sideOf(name)))
      if (isBeyond && isPrivate(called, words)) continue
      if (isBeyond) return own
      // "A shop owner in Oslo": where the shop is.
      if (link === 'in' && words.offices.get(called)?.kind === 'corporate') continue
      // "A sailor from Lund": a town, whatever else may be called so.
      if (link === 'from' && name.type === 'organisation' && name.last - name.first === 1) continue
      // "The Pacific Security Program": part of a longer name.
      if (isCapital(form[name.last] ?? '') && !nameAt(board, name.last)) continue
      // "Beside Mr. Lund, the president of Chile has agreed": he is another.
      if (/^(?:MD|VB[DZP])$/.test(tag[name.last] ?? '')) return ''
      const side = sideOf(name)
      if (isSide(side)) return side
    }
  }
  const side = before || own
  return office >= 0 && isSide(side) ? side : ''
}

/** A body of no state. */
const isUnowned = (one: Found | undefined): boolean => one?.type === 'organisation' && one.of === ''

/** Whether a state has, in words, a body that is none of its offices: "Norway's Choice", "Peru's growers' association", "the Norwegian think tank X". */
export function isOwnedBody(board: Board, { id, last }: Found, words: NameWords): boolean {
  const { draft } = board
  const { form, lower, tag } = draft.tokens
  if (!words.states.has(id)) return false
  const isOwner = /^['’]s?$/.test(lower[last] ?? '')
  const from = isOwner ? last + 1 : last
  if (isOwner && isCapital(form[from] ?? '') && !nameAt(board, from))
    return !officeAt(draft, from, words) && !words.departments.has(form[from]!)
  for (let head = from; head < from + 5 && /^(?:NN|JJ|POS|HYPH|VBG)/.test(tag[head] ?? ''); head++)
    if (KINDS_BEHIND.test(lower[head]!)) return true
  return false
}

/** "The envoy to Chile": with whom one deals, as a state behind "to talks with". */
const BEYOND = /^(?:to|on|against)$/

/** Words over which a state before them is not that of the office behind. */
const OWNING = /^(?:PRP\$|IN|TO|VB[DPZ]|MD|W.*)$/

/** "Chile said its minister": the state that opens the sentence of a word as its subject; "" where none does. */
function actorOf(board: Board, at: number): string {
  const { lower, tag, sent } = board.draft.tokens
  const { first } = board.draft.sents[sent[at]!]!
  const name = nameAt(board, lower[first] === 'the' ? first + 1 : first)
  const acts = name && name.last < at && /^(?:MD|VB[DPZ])$/.test(tag[name.last] ?? '')
  return acts && name.type === 'government' ? sideOf(name) : ''
}

/** "Vienna-based": where a body sits. */
export const isBased = ({ draft: { tokens } }: Board, { last }: Found): boolean =>
  tokens.form[last] === '-' && tokens.lower[last + 1] === 'based'
