// In: a scene. Out: measures told by what a law makes somebody do: "a Norwegian law requiring the sale of the port by June".

import { isStateId, type Phrase } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { goodsPhrase } from './goods.ts'
import { partiesHit } from './hit.ts'
import { measureClaim } from './measure-claim.ts'

const MANDATES: ReadonlySet<string> = new Set(['mandate', 'require', 'compel', 'force', 'oblige'])
const LAWS: ReadonlySet<string> = new Set(['law', 'legislation', 'statute', 'decree', 'act'])
/** What is done to what one owns. */
const DEEDS: ReadonlySet<string> = new Set(
  'divestiture divestment sale closure removal withdrawal ban shutdown relocation disclosure registration separation breakup dismantling recall'.split(
    ' ',
  ),
)

/**
 * A law of somebody named ("a Norwegian law") with a clause on it that makes a deed due to a thing ("requiring the sale of
 * the port"): the law is the measure, whose goods are the thing. When it is due, deadlines tell.
 */
export function mandates(scene: Scene): Found[] {
  const { doc, grammar, fillers } = scene
  const { lemma } = doc.tokens
  const found: Found[] = []
  for (const verb of scene.where('lemma', MANDATES)) {
    if (!grammar.isVerb(verb)) continue
    const law = lawOf(scene, verb)
    if (law === undefined) continue
    const by = unique(
      grammar
        .dependents(law, 'amod', 'compound', 'nmod:poss')
        .flatMap((token) => fillers.partyNamed(token))
        .map((ref) => fillers.sideOf(ref) ?? ref),
    )
    const deeds = grammar
      .dependents(verb, 'obj')
      .flatMap((object) => grammar.conjuncts(object))
      .filter((object) => DEEDS.has(lemma[object]!))
    if (by.length === 0 || deeds.length === 0) continue
    const things = deeds.flatMap((deed) => [
      ...grammar.obliques(deed, 'of'),
      ...grammar.dependents(deed, 'nmod:poss'),
    ])
    const { first } = grammar.phrase(law, 'short')
    const last = Math.max(...deeds.map((deed) => grammar.phrase(deed, 'short').last))
    const due = doc.times.find((time) => time.first > verb && time.first <= last)
    const end = due ? due.first - 2 : last
    found.push(
      measureClaim(scene, {
        trigger: verb,
        foundBy: 'measure/mandate@1',
        type: 'other',
        row: { lemma: lemma[verb]!, effect: 'set', status: 'in force', direction: 'tightens' },
        by,
        on: unique(things.flatMap((one) => partiesHit(scene, one))).filter(
          (ref) => !by.some(({ id }) => id === ref.id) && isStateId(ref.id),
        ),
        goods: things.flatMap((one) => thingAt(scene, one) ?? []),
        name: fillers.phraseOf(first, Math.max(end, verb), law),
        days: [],
      }),
    )
  }
  return found
}

/** The thing; "its sale" is of what "its" stands for. */
function thingAt(scene: Scene, token: number): Phrase | undefined {
  const said = goodsPhrase(scene, token)
  if (!scene.doc.tokens.tag[token]!.startsWith('PRP')) return said
  const id = said.ids.find((one) => /^(?:product|good|org):/.test(one))
  return id === undefined ? undefined : { ...said, text: scene.fillers.name(id) }
}

/** The law that a clause is on. */
function lawOf({ doc, grammar }: Scene, verb: number): number | undefined {
  const { dep, head, lemma } = doc.tokens
  const noun = /^acl/.test(dep[verb]!) ? head[verb]! : (grammar.subjects(verb)[0] ?? verb - 1)
  // "Prompting a law mandating its sale", hung on the prompting.
  return [noun, verb - 1].find((one) => one >= 0 && LAWS.has(lemma[one]!))
}
