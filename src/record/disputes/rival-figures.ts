// In: figures of the record. Out: numbers that two tellers of one report give one thing: "47,000, says the union; the employers put it at 25,000".
import {
  type Dispute,
  type EntryOf,
  type Evidence,
  UNSETTLED,
  type Value,
  voicesIn,
} from '../../model/index.ts'
import { byEachKey } from '../group.ts'
import { contentWords } from '../words.ts'
import { isBid, isWish, measuredWords, measureOne, unitKind } from './measured.ts'
import { mayBeOne } from './same-value.ts'
import { showValue } from './show-value.ts'

type Figure = EntryOf<'figure'>

/** Characters between the sentences of two tellers who answer each other. */
const NEAR = 500
/** Values further apart than this are hardly told of one thing, unless one points back to the other. */
const APART = 5
/** The rule that finds a number whose words point back to an earlier one's. */
const BACK = /^figure\/back@/
/** Words by which a sentence says what its number counts and what not. */
const COUNTS =
  /\b(?:which counts?|counting|excludes?|excluding|leaves? out|leaving out|includes?|including|without)\b[^.;,]*/

/** Rivals of one report, two by two, but for those in dispute `already`; a number offered beside one asked for is no rival. */
export function rivalFigures(
  figures: readonly Figure[],
  already: readonly Omit<Dispute, 'id'>[] = [],
): Omit<Dispute, 'id'>[] {
  const disputed = new Set(already.flatMap(({ readings }) => readings.flatMap(({ evidence }) => evidence)))
  const isDisputed = sentencesOf(figures, disputed)
  const told = figures.filter((one) => !one.aside && one.polarity !== 'denied' && !isWish(one))
  const found = new Map<string, Omit<Dispute, 'id'>>()
  for (const block of byEachKey(told, ({ evidence }) => evidence.map(({ report }) => report)).values())
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) {
        const [a, b] = [block[i]!, block[j]!].sort(byValue) as [Figure, Figure]
        const key = `${a.id}|${b.id}`
        const pair =
          found.has(key) || unitKind(a.body.value) !== unitKind(b.body.value) ? undefined : rivals(a, b)
        if (pair && !pair.every(isDisputed)) found.set(key, disputeOf([a, b], pair))
      }
  return [...found.keys()].sort().map((key) => found.get(key)!)
}

/** Whether evidence stands in a sentence of what is in dispute already. */
function sentencesOf(figures: readonly Figure[], ids: ReadonlySet<string>): (one: Evidence) => boolean {
  const key = ({ report, spans }: Evidence) => `${report}|${spans[0]?.start}`
  const keys = new Set(figures.flatMap(({ evidence }) => evidence.filter(({ id }) => ids.has(id)).map(key)))
  return (one) => keys.has(key(one))
}

/** The sentences in which two tell one thing otherwise, one right after the other. */
function rivals(a: Figure, b: Figure): readonly [Evidence, Evidence] | undefined {
  const [low, high] = [a.body.value, b.body.value]
  if (low.value <= 0 || low.value === high.value || a.body.change !== b.body.change || !mayBeThen(a, b))
    return undefined
  const isOne = mayBeOne({ ...low, unit: '' }, { ...high, unit: '' })
  for (const one of a.evidence)
    for (const other of b.evidence) {
      if (one.report !== other.report || isBid(one) || isBid(other)) continue
      // Who puts the figure elsewhere does not take the bound for an answer.
      const isBack = [one, other].some(({ foundBy, according }) => BACK.test(foundBy) && according.length > 0)
      if (isBack && a.body.measures === b.body.measures) return [one, other]
      const areTellers =
        gap(one, other) <= NEAR &&
        one.according.length > 0 &&
        other.according.length > 0 &&
        !one.according.flatMap(voicesIn).some((who) => other.according.flatMap(voicesIn).includes(who))
      const isAlike = measuredWords(a).size > 1 && measureOne(a, b, true)
      if (!isOne && areTellers && isAlike && high.value <= low.value * APART) return [one, other]
    }
  return undefined
}

const gap = (one: Evidence, other: Evidence): number =>
  Math.abs((one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0))

/** Whether the times their words give may be one. */
function mayBeThen(a: Figure, b: Figure): boolean {
  const [left, right] = [a.body.asOf, b.body.asOf]
  if (!left?.earliest || !left.latest || !right?.earliest || !right.latest) return true
  return left.earliest <= right.latest && right.earliest <= left.latest
}

const byValue = (a: Figure, b: Figure) => a.body.value.value - b.body.value.value || (a.id < b.id ? -1 : 1)

function disputeOf(figures: readonly [Figure, Figure], pair: readonly Evidence[]): Omit<Dispute, 'id'> {
  const reason = reasonOf(figures, pair)
  return {
    class: reason ? 'explained' : 'conflict',
    type: reason ? 'definition' : 'value',
    about: figures[0].body.measures,
    entries: figures.map(({ id }) => id).sort(),
    readings: figures.map(({ body }, at) => ({
      value: `${shown(body)}${teller(pair[at]!)}`,
      evidence: [pair[at]!.id],
    })),
    explanation: {
      text: reason ?? `Each number is its teller's own; ${UNSETTLED}`,
      restsOn: [],
    },
  }
}

/** "25,000 dockers"; "28 million tonnes: the counter". */
const shown = ({ value, measures, change }: Figure['body']): string =>
  unitKind(value) === 'count' && contentWords(value.unit).every((word) => measures.includes(word))
    ? showValue({ ...value, unit: measures })
    : `${change ? `${change} ` : ''}${showValue({ ...value, unit: value.unit.replace(/ton$/, 'tons') })}: ${measures}`

/** What a sentence says itself of what it counts, or that one is the other rounded. */
function reasonOf([a, b]: readonly [Figure, Figure], pair: readonly Evidence[]): string | undefined {
  const [said] = pair.flatMap(({ quote }) => COUNTS.exec(quote)?.[0].trim() ?? [])
  if (said !== undefined) return `By its own words one counts otherwise: “${said}”.`
  const plain = ({ body }: Figure): Value => ({ ...body.value, bound: '=', unit: '' })
  return mayBeOne(plain(a), plain(b)) ? 'One may be the other, rounded.' : undefined
}

/** " (told by the employers)", where who tells it has no name of its own. */
function teller({ according: [who] }: Evidence): string {
  return who === undefined || /^[\w-]+:\S/.test(who) || /^[A-Z]{2,3}\b/.test(who) ? '' : ` (told by ${who})`
}
