// In: a scene. Out: measures told by the noun of a deed: "announced a halt to aid", "ordered the closure of the border".

import type { MeasureType } from '../../model/index.ts'
import { withoutTimes } from '../sentence/asides.ts'
import { signersOf } from '../sentence/instruments.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { daysOf } from './days.ts'
import { measureClaim } from './measure-claim.ts'
import { goodsOfDeed, hitByDeed } from './stopped.ts'

/** Nouns of a deed, by the verb of `measure-deeds` that says the same. */
const DEEDS: ReadonlyMap<string, string> = new Map([
  ['halt', 'halt'],
  ['stop', 'stop'],
  ['stoppage', 'stop'],
  ['suspension', 'suspend'],
  ['pause', 'pause'],
  ['cut-off', 'cut off'],
  ['cutoff', 'cut off'],
  ['closure', 'close'],
  ['closing', 'close'],
  ['freeze', 'freeze'],
])

/**
 * A noun of these as the object of a verb that sets or ends a measure, with what is stopped behind "of", "to", "in" or
 * "on": somebody must be told to have done it.
 */
export function deedNouns(scene: Scene): Found[] {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const deeds = scene.rows('measure-deeds')
  const things = scene.rows('stopped-things')
  const found: Found[] = []
  for (const noun of scene.where('lemma', DEEDS)) {
    const verb = tokens.head[noun]!
    if (grammar.isVerb(noun) || verb < 0 || !/^(?:obj|nsubj:pass)$/.test(tokens.dep[noun]!)) continue
    const row = verbRow(scene, verb, scene.rows('measure-verbs'))
    if (!row || !/^(?:set|end|extend|threaten)$/.test(row.effect ?? '')) continue
    const needs = deeds.get(DEEDS.get(tokens.lemma[noun]!)!)?.needs?.split('|') ?? []
    const stopped = ['of', 'to', 'in', 'on']
      .flatMap((word) => [...grammar.obliques(noun, word), ...grammar.obliques(verb, word)])
      .find((token) => token > noun && needs.includes(things.get(tokens.lemma[token]!)?.class ?? ''))
    if (stopped === undefined) continue
    const doers = grammar.isPassive(verb)
      ? grammar.obliques(verb, 'by')
      : grammar.subjects(verb).flatMap((token) => signersOf(scene, token))
    const by = unique(doers.flatMap((token) => fillers.parties(token)))
    if (by.length === 0) continue
    const thing = things.get(tokens.lemma[stopped]!)!
    const said = withoutTimes(scene, stopped)
    found.push(
      measureClaim(scene, {
        trigger: verb,
        foundBy: 'measure/deed-noun@1',
        type: thing.type as MeasureType,
        row,
        ...(row.effect === 'end' ? {} : { plover: thing.plover || undefined }),
        by,
        on: hitByDeed(scene, verb, [noun, stopped], by),
        goods: goodsOfDeed(scene, [stopped]),
        name: { ...said, text: `${thing.measure} ${said.text}` },
        days: daysOf(scene, noun, { token: verb, tokens: [verb], row, asObject: true }, [], by),
      }),
    )
  }
  return found
}
