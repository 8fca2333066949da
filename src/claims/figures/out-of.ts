// In: a scene. Out: figures of how many of how many: "closed 11 of 23 chapters", "hold 31 of the chamber's 50 seats", "two in three nurses voted to strike".

import { UPOS } from '../../language/doc.ts'
import { numberOfWord } from '../../language/quantities/numerals.ts'
import type { Phrase, Value } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { opinionAt } from './amount-beside.ts'
import { asOf } from './as-of.ts'
import { doneBy, predicateAt, thingAt } from './labels.ts'

const NOUN = UPOS.indexOf('NOUN')
const PRON = UPOS.indexOf('PRON')

/** Part and whole of one count, with what they are of. */
interface Share {
  /** The token of the part. */
  readonly at: number
  /** The head of the words that part and whole make up. */
  readonly noun: number
  readonly of: number
  readonly part: number
  readonly whole: number
}

/** Every part told with its whole, in order of the text. */
export function findOutOf(scene: Scene): Found[] {
  const { doc } = scene
  return doc.tokens.form.flatMap((_, at): Found[] => {
    if (doc.tokens.tag[at] !== 'CD') return []
    const share = shareAt(scene, at)
    const found = share && figureOf(scene, share)
    return found ? [found] : []
  })
}

/** "11 of 23 chapters", "of 23 chapters, 11 stay open": both numbers count one noun, the part is the smaller. */
function shareAt(scene: Scene, at: number): Share | undefined {
  const { doc, grammar } = scene
  const { lower, dep } = doc.tokens
  const part = numberOfWord(lower[at]!)
  if (part === undefined || part === 0) return undefined
  const over = grammar.governor(at)
  const inFront = dep[at]!.startsWith('nsubj') && over >= 0 ? grammar.obliques(over, 'of') : []
  // "Cut 9,200 of its 71,000 posts", parsed as cut of its posts.
  const behind =
    lower[at + 1] === 'of' && over >= 0 ? grammar.obliques(over, 'of').filter((one) => one > at) : []
  for (const noun of [...grammar.dependents(at, 'nmod'), ...behind, ...inFront.filter((one) => one < at)]) {
    if (doc.tokens.pos[noun] !== NOUN || (noun > at && noun - at > MOST)) continue
    const mark = grammar.caseOf(noun)
    const isShare = noun < at ? lower[noun + 1] === ',' : /^(?:of|out|in)$/.test(lower[at + 1]!)
    if (!isShare || !/^(?:of|out|in)$/.test(mark)) continue
    const of = grammar.dependents(noun, 'nummod').find((one) => numberOfWord(lower[one]!) !== undefined)
    const whole = of === undefined ? undefined : numberOfWord(lower[of]!)
    if (of === undefined || whole === undefined || whole <= part) continue
    // "One of the four weeks" is which, no number; of weeks some are a time.
    if ((part === 1 && mark !== 'in') || TIMES.test(doc.tokens.lemma[noun]!)) continue
    // "500 in 31 towns": places, no whole; "in" joins small numbers alone.
    if (mark === 'in' && (whole > FEW || noun !== of + 1)) continue
    return { at, noun, of, part, whole }
  }
  return undefined
}

const TIMES = /^(?:time|day|week|month|quarter|year|decade|hour|minute|season|round|case)$/
/** Tokens within which the whole stands behind the part. */
const MOST = 9
/** The most that "two in three" is told of. */
const FEW = 20

function figureOf(scene: Scene, { at, noun, of, part, whole }: Share): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const verb = grammar.governor(at)
  if (verb < 0) return undefined
  const said = saidOf(scene, at, verb)
  if (said.length === 0) return undefined
  const owner = grammar.dependents(noun, 'nmod:poss').find((one) => tokens.tag[one] !== 'PRP$')
  const first = owner === undefined ? of + 1 : Math.min(owner, grammar.phrase(owner, 'short').first)
  const own =
    owner === undefined
      ? fillers.phraseOf(Math.min(of + 1, noun), noun, noun)
      : [fillers.phraseOf(Math.min(of + 1, noun), noun, noun), thingAt(scene, owner)]
  const parts = [own, ...said].flat()
  const value: Value = { value: part, outOf: whole, unit: tokens.lemma[noun]!, bound: boundOf(scene, at) }
  const start = tokens.start[Math.min(at, first)]!
  const end = tokens.end[Math.max(at, noun)]!
  const [subject] = grammar.subjects(verb)
  const quantity = fillers.quantityAt(at)
  const days = quantity ? asOf(scene, quantity, verb, at).map((time) => claimDay(doc, time, 'asOf')) : []
  return {
    kind: 'figure',
    trigger: at,
    foundBy: 'figure/out-of@1',
    epistemics: scene.epistemics(verb),
    body: {
      measures: {
        text: parts.map(({ text }) => text).join(' · '),
        start: Math.min(...parts.map((one) => one.start)),
        end: Math.max(...parts.map((one) => one.end)),
        head: tokens.lemma[noun]!,
        ids: [...new Set(parts.flatMap(({ ids }) => ids))],
      },
      value,
      scope: parts.slice(1),
      of: unique(
        [subject === at ? undefined : subject, owner].flatMap((one) =>
          one === undefined ? [] : fillers.parties(one),
        ),
      ),
    },
    days,
    roles: { value: { start, end }, measures: { start, end } },
  }
}

/** What is done with the part or what it does, in words: "closed", "voted to strike", "have been rehired". */
function saidOf(scene: Scene, at: number, verb: number): Phrase[] {
  const { grammar, doc } = scene
  if (!grammar.isVerb(verb)) return []
  if (/^nsubj/.test(doc.tokens.dep[at]!)) return [opinionAt(scene, verb) ?? predicateAt(scene, verb)]
  const [subject] = grammar.dependents(verb, 'nsubj').filter((one) => doc.tokens.pos[one] !== PRON)
  if (grammar.objects(verb).includes(at)) return doneBy(scene, verb, subject)
  return doc.tokens.dep[at]!.startsWith('obl') && verb < at ? [predicateAt(scene, verb)] : []
}

const boundOf = ({ fillers }: Scene, at: number): Value['bound'] => fillers.quantityAt(at)?.bound ?? '='
