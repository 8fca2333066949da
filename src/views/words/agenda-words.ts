// In: a deadline. Out: what it asks, of whom, its moves and what follows on lapse, in words.

import { type Kind, plain, quoted, type Run } from '../lines/line.ts'
import { dayWords, isUnknown, type SomeDay } from './day-words.ts'
import { namesOf } from './party-words.ts'
import { oneLine, withoutArticle } from './safe-text.ts'
import { ordinalWords } from './value-words.ts'

/** What a deadline asks, of whom, its moves and what follows on lapse. */
export function deadlineRuns({ body, evidence }: Kind<'deadline'>): Run[] {
  const what = oneLine(body.what)
  const suspended = suspendedIn(evidence, what)
  // What is told to expire is no duty of anybody's: "contract" alone would not say what happens.
  const runsOut = endsByItself(evidence) && !/\b(?:run|runs|ran) out\b/.test(what)
  const obligor = namesOf(body.obligor)
  const saysWho = body.obligor.some((ref) => what.includes(ref.name))
  const facts = [
    movesWords(body),
    isUnknown(body.originalDue) || sameDays(body.originalDue, body.due)
      ? ''
      : `first due ${dayWords(body.originalDue)}`,
    body.setBy.length > 0 ? `set by ${namesOf(body.setBy)}` : '',
    body.authority ? `under ${oneLine(body.authority)}` : '',
  ].filter((fact) => fact !== '')
  return [
    plain(obligor === '' || saysWho ? '' : `${obligor}: `),
    plain(
      suspended === undefined
        ? `${runsOut ? 'end of ' : ''}${withoutArticle(what === '' ? oneLine(body.name) : what)}`
        : `suspension of ${suspended} ends`,
    ),
    plain(facts.length > 0 ? ` · ${facts.join(' · ')}` : ''),
    ...(body.onLapse
      ? [plain(' · if it lapses: '), quoted(oneLine(body.onLapse).replace(/^(?:or|and)\s+/i, ''))]
      : []),
  ]
}

/** What is suspended until a day: it is the suspension that ends then. */
function suspendedIn(evidence: Kind<'deadline'>['evidence'], what: string): string | undefined {
  const [, verb, thing] =
    /^((?:suspend|lift|pause|freez)\w* )?(?:(?:the|its|their|a|an) (?:own )?)?(.+)$/i.exec(what) ?? []
  const isLifted =
    verb !== undefined || evidence.every(({ foundBy }) => foundBy.startsWith('deadline/lifted-until@'))
  const runs = evidence.every(({ foundBy }) => /^deadline\/(?:runs|lifted)-until@/.test(foundBy))
  return isLifted && runs && !/\b(?:suspen|paus|freez|waive)/i.test(thing ?? '') ? thing : undefined
}

/** Told as what expires, not as what somebody must do. */
const endsByItself = (evidence: Kind<'deadline'>['evidence']): boolean =>
  evidence.length > 0 &&
  evidence.every(
    ({ foundBy, quote }) => /^deadline\/(?:expiry|ends-on)@/.test(foundBy) && !FALLS_DUE.test(quote),
  )

/** What is to be paid then does not end. */
const FALLS_DUE = /\b(?:falls?|fell|falling|comes?|came|coming) due\b|\bmatur(?:es?|ed|ing)\b/

const sameDays = (a: SomeDay | undefined, b: SomeDay | undefined) =>
  a?.earliest === b?.earliest && a?.latest === b?.latest

/** "moved 3 or 4 times (told differently)", "a 4th move expected". */
export function movesWords(body: Kind<'deadline'>['body']): string {
  const told = [...new Set(body.movesTold)].sort((a, b) => a - b)
  const times =
    told.length === 0
      ? ''
      : told.length === 1 && told[0] === 1
        ? 'moved once'
        : `moved ${told.join(' or ')} times`
  // "Would be extended to February", due in February: that move has given the day told.
  const ahead = body.moves.find(
    (move) =>
      move.modality !== 'held' &&
      move.modality !== 'background' &&
      move.modality !== 'ongoing' &&
      (move.to?.earliest === undefined || move.to.earliest > (body.due.latest ?? '')),
  )
  const more =
    ahead === undefined
      ? ''
      : `${ahead.n === undefined ? 'another move' : `a ${ordinalWords(ahead.n)} move`} ${ahead.modality}`
  return [times, more].filter(Boolean).join(', ')
}
