// In: atoms around a time expression. Out: what the words before it make of it, and the event a duration counts from.
import type { TimeRelation } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { type Atoms, wordAt } from './atoms.ts'

const PLAIN: ReadonlyMap<string, TimeRelation> = new Map([
  ['on', 'on'],
  ['in', 'on'],
  ['at', 'on'],
  ['by', 'by'],
  ['until', 'until'],
  ['till', 'until'],
  ['til', 'until'],
  ['through', 'through'],
  ['throughout', 'during'],
  ['from', 'from'],
  ['starting', 'from'],
  ['beginning', 'from'],
  ['effective', 'from'],
  ['after', 'after'],
  ['following', 'after'],
  ['before', 'before'],
  ['within', 'within'],
  ['for', 'for'],
  ['since', 'since'],
  ['during', 'during'],
  ['over', 'during'],
  ['between', 'from'],
] as const)

/** The relation said by the words just before atom `first` ("until", "at least until", "no later than", "as of"). */
export function relationOf(a: Atoms, first: number): TimeRelation | undefined {
  const word = wordAt(a, first - 1)
  const before = wordAt(a, first - 2)
  if (word === 'until' || word === 'till') {
    return before === 'least' && wordAt(a, first - 3) === 'at' ? 'at least until' : 'until'
  }
  if (word === 'through' && before === 'least') return 'at least until'
  if (word === 'least' && before === 'at') {
    const cue = wordAt(a, first - 3)
    return cue === 'until' || cue === 'till' || cue === 'through' ? 'at least until' : PLAIN.get(cue)
  }
  if (word === 'on' || word === 'in') {
    if (before === 'starting' || before === 'beginning' || before === 'effective' || before === 'from')
      return 'from'
    if (before === 'expire' || before === 'expires' || before === 'expiring') return 'until'
  }
  if (word === 'than' && before === 'later' && /^(no|not)$/.test(wordAt(a, first - 3))) return 'by'
  if (word === 'of' && before === 'as') return 'from'
  if (word === 'to' || word === '-' || word === 'and') return secondEnd(a, first, word)
  if (word === 'from' && isMoved(a, first - 1)) return undefined
  return PLAIN.get(word)
}

const MOVES: ReadonlySet<string> = new Set(
  'push pushed move moved postpone postponed delay delayed extend extended shift shifted defer deferred brought changed'.split(
    ' ',
  ),
)

/** True where a verb of moving stands before "from": "pushed from May 1 to June 1" gives no extent. */
function isMoved(a: Atoms, from: number): boolean {
  for (let i = from - 1; i >= from - 5; i--) if (MOVES.has(wordAt(a, i))) return true
  return false
}

/** Months whose stop ends no sentence: "from Jan. 23-28". */
const SHORTENED: ReadonlySet<string> = new Set('jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '))

/** The second end of "from … to …", "between … and …", "May 3-5". */
function secondEnd(a: Atoms, first: number, link: string): TimeRelation | undefined {
  for (let i = first - 2; i >= first - 9; i--) {
    const cue = wordAt(a, i)
    if (cue === 'from' && link !== 'and') return isMoved(a, i) ? undefined : 'through'
    if (cue === 'between' && link === 'and') return 'through'
    if (cue === '.' && SHORTENED.has(wordAt(a, i - 1))) continue
    if (cue === '.' || cue === ';' || cue === 'then') return undefined
  }
  return undefined
}

const COUNTS_FROM: ReadonlySet<string> = new Set(['of', 'from', 'after', 'following', 'before', 'since'])
const STOPS: ReadonlySet<string> = new Set([
  '.',
  ',',
  ';',
  ':',
  ')',
  '(',
  '"',
  "''",
  '--',
  '!',
  '?',
  'and',
  'but',
  'that',
  'which',
  'who',
  'to',
  'if',
  'when',
  'while',
  'unless',
  'said',
])
/** Nouns a period is made of, not counted from: "three weeks of talks". */
const AFTER_OF: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'its',
  'their',
  'his',
  'her',
  'any',
  'such',
  'each',
])

/** The event a duration counts from ("within 90 days of the signing"): its tokens, eight at most. */
export function eventOf(draft: Draft, a: Atoms, next: number): { first: number; last: number } | undefined {
  const word = wordAt(a, next)
  if (!COUNTS_FROM.has(word)) return undefined
  const { tokens } = draft
  const link = a.token[next]!
  const first = link + 1
  if (first >= tokens.count || tokens.sent[first] !== tokens.sent[link]) return undefined
  if (word === 'of' && !AFTER_OF.has(tokens.lower[first]!)) return undefined
  if (
    (word === 'from' || word === 'before' || word === 'after') &&
    /^(now|today|yesterday)$/.test(tokens.lower[first]!)
  )
    return undefined
  let last = first
  while (
    last < tokens.count &&
    last < first + 8 &&
    tokens.sent[last] === tokens.sent[link] &&
    !STOPS.has(tokens.lower[last]!)
  )
    last++
  return last > first ? { first, last } : undefined
}
