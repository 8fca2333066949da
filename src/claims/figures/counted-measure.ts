// In: what stands around an amount that counts a noun. Out: what it measures: the noun and what is done to it, or what changes by so much.

import type { Phrase } from '../../model/index.ts'
import { isMoney } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { type Around, deedOn, isObject, isPeople, LIGHT, LINKS, type Measured } from './around-amount.ts'
import {
  CHANGES,
  countedBefore,
  directionOf,
  heldBy,
  isAnyones,
  isEach,
  isHeadCount,
  isKnown,
  isLoose,
  isRestrictedOn,
  MEASURING,
  ownerOf,
  restrictedBy,
  wholeOf,
} from './counted.ts'
import { bare, clean, deedAt, isSubject, joined, predicateAt } from './labels.ts'

/** Verbs of what somebody would have. */
const WISHING = /^(?:ask|want|seek|demand|offer|propose|request)$/

/** "A 37 % cut in the debt", "demands a 9 percent rise in wages": what changes by so much. */
export function byChange(around: Around, counted: number): Measured | undefined {
  const { scene, quantity, verb, subject, of } = around
  const { grammar, fillers } = scene
  const { tokens } = scene.doc
  const what = of.filter((token) => !/^(?:from|to)$/.test(grammar.caseOf(token)))
  const before = what.length > 0 ? undefined : countedBefore(scene, quantity)
  const thing = before ?? (what.length > 0 ? undefined : subject)
  // "The union demands a 9 percent rise": who asks for it is not what rises.
  const isWho = thing !== undefined && (fillers.partyNamed(thing).length > 0 || isPeople(scene, thing))
  if (isWho && before === undefined) return undefined
  const done = before === undefined ? -1 : grammar.governor(before)
  const deed = before !== undefined && done >= 0 && isDoneTo(scene, before, done) ? deedAt(scene, done) : []
  const parts = clean(
    scene,
    quantity,
    thing === undefined ? what.map((token) => joined(scene, token)) : [bare(scene, thing), ...deed],
  )
  const idle = parts.length === 1 && before !== undefined && isHeadCount(scene, before, parts[0]!)
  if (parts.length === 0 || idle) return undefined
  const owners = thing === undefined ? what : [thing]
  // "Asked for a 37 % cut in the debt": a wish is whose it is.
  const wisher = WISHING.test(tokens.lemma[verb] ?? '') ? grammar.subjects(verb) : []
  const wish = wisher.length > 0 ? deedAt(scene, verb) : []
  return {
    parts: [...parts, ...wish],
    how: 'counted',
    verb,
    owners: [...wisher, ...owners],
    ...directionOf(scene, counted),
  }
}

/** "Bought 500 tonnes of rice", "99,000 people arrested in April": the counted noun, whose it is and what is said of it. */
export function byCount(around: Around, counted: number): Measured | undefined {
  const { scene, quantity, verb, subject, owners } = around
  const { grammar, fillers } = scene
  const { tokens } = scene.doc
  const holder = heldBy(scene, counted)
  const holds = holder !== undefined && isObject(scene, holder, verb) && !LIGHT.has(tokens.lemma[verb]!)
  // "99,000 people arrested in April": what is said of them right there, not what they are compared with.
  const [own] = grammar
    .dependents(counted, 'acl')
    .filter((token) => /^VB[NG]$/.test(tokens.tag[token]!) && token === counted + 1)
  const does = own === undefined ? saidOf(scene, counted, verb) : [predicateAt(scene, own)]
  const owned = ownerOf(scene, counted)
  const restricted = restrictedBy(scene, counted)
  if (restricted === undefined || does.some((phrase) => isRestrictedOn(scene, phrase))) return undefined
  const over = holder === undefined ? wholeOf(scene, counted) : []
  const each = owners.filter((token) => isEach(scene, token)).map((token) => joined(scene, token))
  const parts = clean(scene, quantity, [
    bare(scene, counted),
    ...over,
    ...each,
    ...owned,
    ...restricted,
    ...does,
    ...(owned.length > 0 || (does.length > 0 && !isDoing(scene, own))
      ? []
      : holds
        ? deedAt(scene, verb)
        : deedOn(around)),
  ])
  if (isMoney(quantity.unit) && parts.length === 1 && isAnyones(scene, counted, parts[0]!, owners))
    return undefined
  // "Bars of 100 ounces": how much one is.
  if (parts.length === 1 && MEASURING.test(parts[0]?.text ?? '')) return undefined
  // "26 people", "350 migrants": a bare head count that nothing is said of.
  if (parts.length === 0 || (parts.length === 1 && isHeadCount(scene, counted, parts[0]!))) return undefined
  if (parts.length === 1 && isLoose(scene, quantity, counted, parts[0]!)) return undefined
  const turned = holder !== undefined && CHANGES.has(tokens.lemma[holder]!) ? directionOf(scene, holder) : {}
  const doer = holds && subject !== undefined ? [subject] : owners
  return {
    parts,
    how: 'counted',
    verb: own ?? verb,
    ...(isKnown(scene, counted) || (over.length > 0 && isKnown(scene, tokens.head[counted]!))
      ? { given: true }
      : {}),
    owners: doer.some((token) => fillers.parties(token).length > 0) ? doer : [counted, ...doer],
    ...turned,
  }
}

/** The counted noun or what measures it is the object: "imported 500 tonnes of rice". */
const isDoneTo = (scene: Scene, noun: number, verb: number): boolean =>
  isObject(scene, noun, verb) ||
  (/^nmod/.test(scene.doc.tokens.dep[noun]!) && isObject(scene, scene.doc.tokens.head[noun]!, verb))

/** "People crossing the border": a participle that says which, beside which the deed still says what of them. */
const isDoing = ({ doc }: Scene, own: number | undefined): boolean =>
  own !== undefined && doc.tokens.tag[own] === 'VBG'

/** What a counted noun does, or a relative clause says of it: "six million jobs depend on trade", "families that depend on dairy". */
function saidOf(scene: Scene, counted: number, verb: number): Phrase[] {
  const { doc, grammar } = scene
  const plain = (token: number) =>
    grammar.isVerb(token) && !LINKS.has(doc.tokens.lemma[token]!) && !LIGHT.has(doc.tokens.lemma[token]!)
  const active = isSubject(scene, counted, verb) && !grammar.isPassive(verb) && plain(verb)
  const clause = grammar
    .dependents(counted, 'acl')
    .find(
      (token) =>
        doc.tokens.dep[token] === 'acl:relcl' && plain(token) && grammar.subjects(token).includes(counted),
    )
  const said = active ? verb : clause
  return said === undefined ? [] : [predicateAt(scene, said)]
}
