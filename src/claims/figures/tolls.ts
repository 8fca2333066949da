// In: a scene. Out: people killed, hurt or held, by what is said of them: "340 had died", "killed nine soldiers and three guards", "left 40 people dead", "six of her aides were among the wounded".
import { type Quantity, UPOS } from '../../language/doc.ts'
import { numberOfWord } from '../../language/quantities/numerals.ts'
import { claimDay } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { asOf } from './as-of.ts'
import { listed } from './counted.ts'
import { HARMS, NO_LIVES } from './harms.ts'
import { predicateAt } from './labels.ts'

const ADJ = UPOS.indexOf('ADJ')
const VERB = UPOS.indexOf('VERB')
const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')

/** Those that who suffers them is the subject of. */
const SUFFERED = /^(?:die|drown)$/
/** What is said of people right behind their number, or with "among the". */
const STATES = /^(?:dead|killed|wounded|injured|hurt|missing|displaced|detained|arrested)$/
/** Nouns of such a deed, with "of". */
const DEATHS = /^(?:death|killing|massacre|murder|slaughter|execution|arrest|detention|abduction|kidnapping)$/
/** How many of whom, with the word that tells what happened to them. */
interface Toll {
  readonly at: number
  readonly value: number
  /** The last word of those counted: the number itself where no noun says who. */
  readonly who: number
  readonly said: number
}

/** Figures of people by what happened to them, in order of the text. */
export function findTolls(scene: Scene): Found[] {
  const { tag, lower } = scene.doc.tokens
  return lower.flatMap((word, at): Found[] => {
    if (tag[at] !== 'CD' || scene.fillers.timeAt(at)) return []
    const value = numberOfWord(word)
    if (value === undefined || value < 1) return []
    const who = whoAt(scene, at)
    const said = who === undefined ? undefined : saidOf(scene, at, who, value)
    return said === undefined ? [] : [figureOf(scene, { at, value, who: who!, said })]
  })
}

/** Whom a number counts: its noun, itself where it stands alone; undefined where it counts no people. */
function whoAt({ doc, fillers }: Scene, at: number): number | undefined {
  const { lemma, lower, pos, head } = doc.tokens
  const own = fillers.quantityAt(at)
  if (/^(?:%|percent|of)$/.test(lower[at + 1] ?? '') && !(own && isOfGroup(doc.tokens.lower, at)))
    return undefined
  if (/^(?:more|others)$/.test(lower[at + 1] ?? '')) return at + 1
  if (!own || own.unit === '' || STATES.test(own.unit)) return at
  const noun = own.last - 1
  if (lemma[noun] !== own.unit) return isOfGroup(lower, at) ? at : undefined
  // "Four Danes": a name in the plural is of people; it may hang on its number.
  if (pos[noun] === PROPN && head[noun] === at) return at
  return (pos[noun] === NOUN || pos[noun] === PROPN) && !NO_LIVES.test(own.unit) ? noun : undefined
}

/** "Five of her aides": of those named right behind. */
const isOfGroup = (lower: readonly string[], at: number): boolean =>
  lower[at + 1] === 'of' && /^(?:his|her|its|their|the)$/.test(lower[at + 2] ?? '')

/** The word that tells what happened to them; undefined where none does. */
function saidOf(scene: Scene, at: number, who: number, value: number): number | undefined {
  const { doc, grammar } = scene
  const { lower, lemma, head, dep, tag } = doc.tokens
  let top = listed(scene, who)
  // "Arrested 140 smugglers and seized nine boats": of another deed.
  if (tag.slice(top, who).some((one) => one.startsWith('VB'))) return undefined
  // "300 people, including 41 children, have been killed".
  if (grammar.caseOf(top) === 'including' && head[top]! >= 0) top = listed(scene, head[top]!)
  // "Two men over 55": how old they are.
  else if (/^(?:nmod|obl)$/.test(dep[who]!) && who === at) return undefined
  const own = stateBehind(scene, who)
  if (own !== undefined) return own
  const over = head[top]!
  if (over < 0) return undefined
  if (HARMS.has(lemma[over]!) && grammar.isVerb(over)) {
    const isSuffered = SUFFERED.test(lemma[over]!) && grammar.subjects(over).includes(top)
    const isDone =
      grammar.objects(over).includes(top) ||
      (top > over && (dep[top] === 'obl:unmarked' || grammar.caseOf(top) === 'between'))
    return isSuffered || isDone ? over : undefined
  }
  if (value < 2) return undefined
  const reported = reportedOf(scene, top, over)
  if (reported !== undefined) return reported
  const participle = grammar
    .dependents(who, 'acl')
    .find((token) => tag[token] === 'VBN' && HARMS.has(lemma[token]!))
  if (participle !== undefined) return participle
  if (DEATHS.test(lemma[over]!) && grammar.caseOf(top) === 'of') return over
  if (STATES.test(lower[over]!) && lower[over - 1] === 'the' && lower[over - 2] === 'among') return over
  // "Left 12 guards and seven prisoners dead": behind the last of them.
  const last = Math.max(who, ...grammar.conjuncts(top))
  return stateBehind(scene, last) ?? amongBehind(scene, last)
}

/** "57 people are now said to have died", "are feared killed": what is told of them by a verb of telling. */
function reportedOf({ doc, grammar }: Scene, top: number, over: number): number | undefined {
  const { lemma, tag } = doc.tokens
  if (top > over || !REPORTED.test(lemma[over]!) || !grammar.isPassive(over)) return undefined
  return grammar
    .dependents(over, 'xcomp')
    .find((verb) => (SUFFERED.test(lemma[verb]!) ? true : HARMS.has(lemma[verb]!) && tag[verb] === 'VBN'))
}
/** The verb of telling over a deed, else the deed: how sure it is. */
const tellerOver = ({ doc: { tokens } }: Scene, verb: number): number =>
  tokens.dep[verb] === 'xcomp' && REPORTED.test(tokens.lemma[tokens.head[verb]!]!) ? tokens.head[verb]! : verb
const REPORTED = /^(?:believe|estimate|fear|know|presume|report|say|think)$/

/** "Were among the dead". */
function amongBehind({ doc }: Scene, who: number): number | undefined {
  const { lower } = doc.tokens
  const at = lower.indexOf('among', who)
  const isSo = at > who && at - who < NEAR && /^(?:are|is|was|were|be)$/.test(lower[at - 1]!)
  return isSo && lower[at + 1] === 'the' && STATES.test(lower[at + 2] ?? '') ? at + 2 : undefined
}
/** Tokens within which "among the dead" stands behind who they are. */
const NEAR = 9

/** "40 people dead", "120 wounded", and not "120 wounded soldiers", of whom the number is. */
function stateBehind({ doc }: Scene, who: number): number | undefined {
  const { lower, pos, dep, head } = doc.tokens
  const next = who + 1
  if (!STATES.test(lower[next] ?? '') || (pos[next] !== ADJ && pos[next] !== VERB)) return undefined
  return dep[next] === 'amod' && head[next]! > next ? undefined : next
}

function figureOf(scene: Scene, { at, value, who, said }: Toll): Found {
  const { doc, fillers, grammar } = scene
  const { tokens } = doc
  const isBehind = said === who + 1
  const isVerb = grammar.isVerb(said) && !isBehind
  const deed = isVerb && said > at ? predicateAt(scene, said) : fillers.phraseOf(said, said, said)
  const own = fillers.quantityAt(at)
  const over = isVerb ? said : Math.max(grammar.governor(at), 0)
  const quantity: Pick<Quantity, 'start' | 'end'> = own ?? { start: tokens.start[at]!, end: tokens.end[at]! }
  const days = own ? asOf(scene, own, over, at).map((time) => claimDay(doc, time, 'asOf')) : []
  const isNoun = tokens.pos[who] === NOUN && tokens.lower[who] !== 'others'
  const isNamed = isNoun || (who > at && tokens.pos[who] === PROPN)
  const people = isNamed ? fillers.phraseOf(at + 1, who, who).text : 'people'
  return {
    kind: 'figure',
    trigger: at,
    foundBy: 'figure/toll@2',
    epistemics: scene.epistemics(isVerb ? tellerOver(scene, said) : over),
    body: {
      measures: { ...deed, text: `${people} · ${deed.text}` },
      value: {
        value: own?.value ?? value,
        unit: isNoun ? own!.unit : 'people',
        bound: own?.bound ?? '=',
        ...(own?.high === undefined ? {} : { high: own.high }),
      },
      scope: [deed],
      of: [],
    },
    days,
    roles: { value: { start: quantity.start, end: quantity.end } },
  }
}
