// In: a scene. Out: people killed, hurt or held who are counted without a noun: "340 had died", "killed 9 and injured 34", "11 dead", "120 wounded".
import { UPOS } from '../../language/doc.ts'
import { numberOfWord } from '../../language/quantities/numerals.ts'
import { claimDay } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { asOf } from './as-of.ts'
import { predicateAt } from './labels.ts'

const ADJ = UPOS.indexOf('ADJ')
const VERB = UPOS.indexOf('VERB')

/** Deeds on people of whom even a few are a number that reports give. */
export const HARMS: ReadonlySet<string> = new Set(
  'kill wound injure hurt die drown arrest detain kidnap abduct execute displace'.split(' '),
)
/** What is said of them right behind the number. */
const STATES = /^(?:dead|killed|wounded|injured|hurt|missing|displaced|detained|arrested)$/

/** Figures of people from numbers that count no noun, in order of the text. */
export function findTolls(scene: Scene): Found[] {
  const { doc } = scene
  const { tag, lower, sent } = doc.tokens
  return lower.flatMap((word, at): Found[] => {
    if (tag[at] !== 'CD' || doc.parsed[sent[at]!] === 0 || scene.fillers.timeAt(at)) return []
    const value = numberOfWord(word)
    const said = value === undefined || value < 1 ? undefined : saidOf(scene, at)
    return said === undefined ? [] : [figureOf(scene, at, value!, said)]
  })
}

/** The verb or the adjective that tells what happened to them; undefined where the number counts a noun or something else. */
function saidOf({ doc, grammar, fillers }: Scene, at: number): number | undefined {
  const { lower, pos, lemma, dep, head } = doc.tokens
  const own = fillers.quantityAt(at)
  if (own && own.unit !== '' && !STATES.test(own.unit)) return undefined
  const next = at + 1
  if (STATES.test(lower[next] ?? '') && (pos[next] === ADJ || pos[next] === VERB)) {
    // "120 wounded soldiers": of them the number is.
    const isOfNoun = dep[next] === 'amod' && head[next]! > next
    return isOfNoun ? undefined : next
  }
  const verb = grammar.governor(at)
  if (
    verb < 0 ||
    head[at] !== verb ||
    !HARMS.has(lemma[verb]!) ||
    /^(?:%|percent|of)$/.test(lower[next] ?? '')
  )
    return undefined
  const isObject = grammar.objects(verb).includes(at)
  const isSubject = lemma[verb] === 'die' || lemma[verb] === 'drown'
  return isObject || (isSubject && grammar.subjects(verb).includes(at)) ? verb : undefined
}

function figureOf(scene: Scene, at: number, value: number, said: number): Found {
  const { doc, fillers, grammar } = scene
  const { tokens } = doc
  const isVerb = grammar.isVerb(said) && said !== at + 1
  const deed = isVerb && said > at ? predicateAt(scene, said) : fillers.phraseOf(said, said, said)
  const own = fillers.quantityAt(at)
  const over = isVerb ? said : Math.max(grammar.governor(at), 0)
  const quantity = own ?? { first: at, last: at + 1, start: tokens.start[at]!, end: tokens.end[at]! }
  const days = own ? asOf(scene, own, over, at).map((time) => claimDay(doc, time, 'asOf')) : []
  return {
    kind: 'figure',
    trigger: at,
    foundBy: 'figure/toll@1',
    epistemics: scene.epistemics(over),
    body: {
      measures: { ...deed, text: `people · ${deed.text}` },
      value: { value, unit: 'people', bound: own?.bound ?? '=' },
      scope: [deed],
      of: [],
    },
    days,
    roles: { value: { start: quantity.start, end: quantity.end } },
  }
}
