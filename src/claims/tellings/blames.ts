// In: a scene. Out: who is to blame for a thing by whose account: "blamed Peru for the collapse", "blamed each other".
import type { Telling } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellerAt } from '../statements/teller.ts'
import { partiesAt } from '../statements/who-words.ts'
import { isNoun, keysOf } from './clause-words.ts'

const LAYS = /^(?:place|put|lay|pin|heap)$/
/** Of what somebody is "responsible" because it went wrong. */
const HARM =
  /^(?:failure|collapse|breakdown|shutdown|strike|crisis|attack|violence|delay|impasse|deadlock|stalemate|shortage|death|killing|crash|explosion|outage|fire|spill|leak|sinking)$/
/** Most words of what somebody is blamed for that are kept. */
const MOST_WORDS = 12

/** One account: who blames whom for what. */
interface Blame {
  readonly verb: number
  readonly by: string
  readonly holder: string
  readonly holders: readonly string[]
  /** Head of what it is for. */
  readonly matter: number
}

/** All blame for something that is named, affirmed, in order; of two who blame each other one each. */
export function findBlames(scene: Scene): Telling[] {
  const { lemma, sent } = scene.doc.tokens
  let last: Blame | undefined
  return lemma.flatMap((_, at) => {
    const before = last && sent[last.verb] === sent[at] ? last : undefined
    const found = blamesAt(scene, at, before)
    last = found.at(-1) ?? last
    return found.flatMap((one) => tellingOf(scene, one) ?? [])
  })
}

/** `before`: blame told in the same sentence, for what the next who blames somebody does too. */
function blamesAt(scene: Scene, at: number, before: Blame | undefined): Blame[] {
  const { grammar, doc } = scene
  const { lemma } = doc.tokens
  if (lemma[at] === 'responsible') return judged(scene, at, matterOf(scene, [at]))
  if (lemma[at] !== 'blame' && lemma[at] !== 'accuse') return []
  if (lemma[at] === 'blame' && grammar.dependents(at, 'cop').length > 0)
    return judged(scene, at, matterOf(scene, [at]))
  const verb = grammar.isVerb(at) ? at : doc.tokens.head[at]!
  if (verb < 0 || !grammar.isVerb(verb)) return []
  const matter = matterOf(scene, verb === at ? [at] : [at, verb])
  if (verb !== at) {
    if (doc.tokens.dep[at] !== 'obj') return []
    if (/^(?:trade|exchange|swap)$/.test(lemma[verb]!)) return mutual(scene, verb, matter)
    const [on] = [...grammar.obliques(verb, 'on'), ...grammar.obliques(at, 'on')]
    return LAYS.test(lemma[verb]!) ? laid(scene, verb, on, matter) : []
  }
  if (isEachOther(scene, verb)) return mutual(scene, verb, matter)
  const [object] = grammar.objects(verb)
  const [on] = grammar.obliques(verb, 'on')
  // "Blamed the collapse on Peru".
  if (matter === undefined && on !== undefined && lemma[at] === 'blame') return laid(scene, verb, on, object)
  return lemma[at] === 'blame' ? laid(scene, verb, object, matter ?? before?.matter) : []
}

/** What it is for: behind "for", "over" or "of", a thing or a deed. */
function matterOf({ doc: { tokens }, grammar }: Scene, heads: readonly number[]): number | undefined {
  for (const head of heads) {
    const [behind] = ['for', 'over'].flatMap((word) => grammar.obliques(head, word))
    if (behind !== undefined) return behind
    const deed = grammar
      .children(head)
      .find(
        (child) =>
          tokens.tag[child] === 'VBG' &&
          grammar.dependents(child, 'mark', 'case').some((at) => /^(?:for|of)$/.test(tokens.lower[at]!)),
      )
    if (deed !== undefined) return deed
  }
  return undefined
}

/** "Blamed each other", "accused one another". */
const isEachOther = ({ doc: { tokens } }: Scene, verb: number): boolean =>
  /^(?:each other|one another)$/.test(`${tokens.lower[verb + 1]} ${tokens.lower[verb + 2]}`)

/** Two by name who blame each other: both accounts. */
function mutual(scene: Scene, verb: number, matter: number | undefined): Blame[] {
  const { grammar, fillers } = scene
  const sides = grammar
    .subjects(verb)
    .flatMap((subject) => grammar.conjuncts(subject))
    .map((token) => ({ name: partiesOf(scene, token), keys: fillers.parties(token).map(({ id }) => id) }))
  const [one, other] = [...new Map(sides.map((side) => [side.name, side])).values()]
  if (matter === undefined || !one || !other || sides.length !== 2) return []
  return [
    { verb, by: one.name, holder: other.name, holders: [`blamed ${other.name}`], matter },
    { verb, by: other.name, holder: one.name, holders: [`blamed ${one.name}`], matter },
  ]
}

/** The name at a token alone, without what is joined to it. */
const partiesOf = (scene: Scene, token: number): string =>
  scene.fillers.nameAt(token)?.canonical ?? scene.fillers.phrase(token, 'short').text

/** "Norway blamed Peru for the collapse"; by whom an outlet tells that it blames is that outlet's account. */
function laid(scene: Scene, verb: number, whom: number | undefined, matter: number | undefined): Blame[] {
  const { grammar } = scene
  if (whom === undefined || matter === undefined || !isNoun(scene, whom)) return []
  const [subject] = grammar.subjects(verb)
  const [agent] = grammar.obliques(verb, 'by')
  const blamer = subject !== undefined && subject !== whom ? subject : agent
  if (blamer === undefined || blamer === whom || !isNoun(scene, blamer)) return []
  return [blameOf(scene, verb, partiesAt(scene, blamer), whom, matter)]
}

/** "Peru said Norway was to blame for the collapse". */
function judged(scene: Scene, at: number, matter: number | undefined): Blame[] {
  const { doc, grammar } = scene
  const [whom] = grammar.dependents(at, 'nsubj')
  const by = tellerAt(scene, at)
  if (whom === undefined || matter === undefined || by === '' || !isNoun(scene, whom)) return []
  if (doc.tokens.lemma[at] === 'responsible' && !HARM.test(doc.tokens.lemma[matter]!)) return []
  return [blameOf(scene, at, by, whom, matter)]
}

function blameOf(scene: Scene, verb: number, by: string, whom: number, matter: number): Blame {
  const holder = partiesAt(scene, whom)
  return { verb, by, holder, holders: [`blamed ${holder}`], matter }
}

function tellingOf(scene: Scene, { verb, by, holder, holders, matter }: Blame): Telling | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma } = doc.tokens
  const { polarity, modality } = scene.epistemics(verb)
  if (by === '' || holder === '' || by === holder || polarity === 'denied') return undefined
  const { first, last } = grammar.phrase(matter, grammar.isVerb(matter) ? 'clause' : 'short')
  const inside = Array.from({ length: last - first + 1 }, (_, n) => first + n).filter(
    (at) =>
      /^(?:NN|VB|JJ)/.test(doc.tokens.tag[at]!) &&
      !/^(?:latest|looming|recent|new)$/.test(doc.tokens.lower[at]!),
  )
  if (inside.length === 0 || inside.length > MOST_WORDS) return undefined
  const { start, end } = doc.sents[doc.tokens.sent[verb]!]!
  return {
    start,
    end,
    by,
    slot: 'who',
    deed: 'blame',
    holders: [...holders],
    holder,
    label: `is to blame for ${fillers.phraseOf(first, last, matter).text.replace(/^(?:for|of|over) /, '')}`,
    counted: keysOf(scene, inside),
    words: [],
    polarity,
    // "Is to blame" is an infinitive, and no wish.
    modality: modality === 'ongoing' || lemma[verb] === 'blame' ? 'held' : modality,
    days: [],
  }
}
