// In: a draft and the tokens of a quantity. Out: whether it tells of a rise or a fall, and whether it is the size of it.
import type { Draft } from '../draft.ts'

export interface Change {
  readonly change: 'up' | 'down'
  /** True where the value is the size of the change, false where it is what was reached. */
  readonly by: boolean
}

const UP: ReadonlySet<string> = new Set(
  (
    'rise rises rose risen rising raise raises raised raising increase increases increased increasing grow grows grew grown ' +
    'growing gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging ' +
    'soar soars soared soaring advance advances advanced advancing add adds added adding expand expands expanded lift lifts ' +
    'lifted up hike hikes hiked hiking boost boosts boosted boosting extend extends extended extending prolong prolongs prolonged higher widen widens widened widening accelerate accelerated growth'
  ).split(' '),
)
const DOWN: ReadonlySet<string> = new Set(
  (
    'fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases ' +
    'decreased decreasing cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering slip slips slipped ' +
    'slipping slide slides slid sliding tumble tumbles tumbled plunge plunges plunged plunging sink sinks sank lose loses ' +
    'lost losing shed sheds ease eases eased shrink shrinks shrank shrunk slash slashes slashed slashing down plummet ' +
    'plummets plummeted dip dips dipped shorten shortens shortened narrow narrows narrowed narrowing reduction'
  ).split(' '),
)
/** Nouns behind the amount: "a 5 % increase". */
const NOUN_UP: ReadonlySet<string> = new Set([
  'increase',
  'rise',
  'gain',
  'jump',
  'surge',
  'growth',
  'hike',
  'advance',
])
const NOUN_DOWN: ReadonlySet<string> = new Set([
  'decrease',
  'fall',
  'drop',
  'decline',
  'cut',
  'reduction',
  'loss',
  'plunge',
])
const STOPS: ReadonlySet<string> = new Set([
  '.',
  ';',
  ':',
  'and',
  'but',
  'that',
  'which',
  'while',
  'said',
  ',',
  '(',
  ')',
])

/** Verbs that mean something else with "up". */
const WITH_UP =
  /^(?:make|makes|made|making|set|sets|end|ends|ended|give|gives|gave|given|take|takes|took|put|puts|wound|winds)$/
/** Verbs that move with "up": with any other it says nothing of a rise ("made up 60 %", "opened up 20 acres"). */
const GOES_UP =
  /^(?:go(?:es|ing|ne)?|went|mov(?:es?|ed|ing)|tick(?:s|ed)|edg(?:es?|ed)|inch(?:es|ed)|push(?:es|ed)|shot|creep|crept|driv(?:es?|en)|drove|trend(?:ing|ed)|finish(?:ed)?|clos(?:es?|ed)|is|are|was|were|be|been|being)$/

/** And with "down" ("shut down 30 mills" is none). */
const GOES_DOWN =
  /^(?:go(?:es|ing|ne)?|went|c[ao]mes?|coming|mov(?:es?|ed|ing)|tick(?:s|ed)|edg(?:es?|ed)|inch(?:es|ed)|push(?:es|ed)|brought|driv(?:es?|en)|drove|trend(?:ing|ed)|trad(?:es?|ed|ing)|finish(?:ed)?|clos(?:es?|ed)|scal(?:es?|ed)|mark(?:s|ed)|knock(?:s|ed)|pared?|is|are|was|were|be|been|being)$/

const OWNED: ReadonlySet<string> = new Set('its their his her our the this these those'.split(' '))

/** The direction a word gives to the amounts beside it, or undefined. */
export function directionOf(word: string): 'up' | 'down' | undefined {
  return UP.has(word) ? 'up' : DOWN.has(word) ? 'down' : undefined
}

/** Tokens before an amount within which its change is told. */
const LEFT = 8

const WITHIN = /^(?:within|outside|upon|apart)$/

/**
 * The change around tokens `[first, last)`: "rose by 5 points", "to 30 % from 25 %", "up 5 %", "a 5 % increase". {@link LEFT}
 * tokens to the left, twice as many before "by"; two to the right.
 */
export function changeOf(draft: Draft, first: number, last: number): Change | undefined {
  const { lower, sent, tag, count } = draft.tokens
  const sentence = sent[first]
  for (let t = last; t < last + 2 && t < count && sent[t] === sentence; t++) {
    const word = lower[t]!
    // "1,200 guards to increase safety": a verb of its own.
    if (lower[t - 1] === 'to') break
    if (NOUN_UP.has(word)) return { change: 'up', by: true }
    if (NOUN_DOWN.has(word)) return { change: 'down', by: true }
    if (STOPS.has(word)) break
  }
  // "cut its 30 % duty": what there was, neither the size of the cut nor what was reached.
  if (OWNED.has(lower[first - 1] ?? '')) return undefined
  let reached = false
  let reach = LEFT
  for (let t = first - 1; t >= 0 && t >= first - reach && sent[t] === sentence; t--) {
    const word = lower[t]!
    // "Cut its gross domestic product by as much as $2 billion": what is changed stands before "by".
    if (word === 'by') reach = 2 * LEFT
    const change = directionOf(word)
    if (change) {
      // "up to 30 %" is a bound.
      if (word === 'up' && lower[t + 1] === 'to') return undefined
      // "Make up 60 %", "shot down 40 drones": with its verb it says nothing of a change.
      const isVerb = /^VB/.test(tag[t - 1] ?? '') && !directionOf(lower[t - 1]!)
      if (word === 'up' && (WITH_UP.test(lower[t - 1] ?? '') || (isVerb && !GOES_UP.test(lower[t - 1]!))))
        return undefined
      if (word === 'down' && (lower[t - 1] === 'shot' || (isVerb && !GOES_DOWN.test(lower[t - 1]!))))
        return undefined
      // "Sales that fall within it": are of it.
      if (/^f[ae]ll/.test(word) && WITHIN.test(lower[t + 1] ?? '')) return undefined
      return { change, by: !reached }
    }
    if (word === 'to' || word === 'from' || word === 'at') reached = true
    else if (word === 'of' || word === 'in') return undefined
    if (STOPS.has(word)) return undefined
  }
  return undefined
}
