// In: a scene. Out: measures by which somebody is put in a class that rules are for: "Norway classifies the seed as a strategic good".

import { isStateId, type MeasureType } from '../../model/index.ts'
import { withoutTimes } from '../sentence/asides.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { goodsPhrase } from './goods.ts'
import { originOf, partiesHit } from './hit.ts'
import { measureClaim } from './measure-claim.ts'

/** Verbs that put in a class, and the noun for what they do. */
const DESIGNATING: ReadonlyMap<string, string> = new Map([
  ['designate', 'designation'],
  ['classify', 'classification'],
  ['categorize', 'classification'],
  ['categorise', 'classification'],
  ['list', 'listing'],
  ['label', 'designation'],
  ['declare', 'designation'],
])

/** Verbs that put on a list or take off it, and the word for which it is. */
const LISTING: ReadonlyMap<string, string> = new Map([
  ['add', 'to'],
  ['put', 'on'],
  ['place', 'on'],
  ['remove', 'from'],
  ['strike', 'from'],
  ['drop', 'from'],
])
const TELLING: ReadonlySet<string> = new Set([...DESIGNATING.keys(), ...LISTING.keys()])
/** Words before "list" that make it one of those who are shut out. */
const SHUTTING = /^(?:sanctions?|entity|black|denied|debarment|watch|terror|terrorist)$/

/** "Added 14 ships to its sanctions list", "removed the airline from its blacklist". */
function listBehind(
  { doc, grammar }: Scene,
  verb: number,
): { readonly token: number; readonly type: MeasureType } | undefined {
  const { lemma, lower } = doc.tokens
  const word = LISTING.get(lemma[verb]!)!
  const token = [verb, ...grammar.objects(verb)]
    .flatMap((head) => grammar.obliques(head, word))
    .find(
      (one) =>
        one > verb &&
        (lemma[one] === 'blacklist' || (lemma[one] === 'list' && SHUTTING.test(lower[one - 1]!))),
    )
  return token === undefined ? undefined : { token, type: 'sanction' }
}

/**
 * A verb of designating with whom or what as its object and a class of `designations` (lemma, needs: one of these words
 * before it, type) behind "as" or right behind the object. Only states and bodies designate; what a person calls
 * somebody is said.
 */
export function designations(scene: Scene): Found[] {
  const { doc, grammar, fillers } = scene
  const found: Found[] = []
  for (const verb of scene.where('lemma', TELLING)) {
    const lemma = doc.tokens.lemma[verb]!
    const noun = DESIGNATING.get(lemma) ?? 'listing'
    if (!grammar.isVerb(verb)) continue
    const status = LISTING.has(lemma) ? listBehind(scene, verb) : classBehind(scene, verb)
    if (!status) continue
    const object = [...grammar.objects(verb), ...grammar.dependents(verb, 'iobj')].find(
      (one) => one !== status.token && fillers.persons(one).length === 0,
    )
    if (object === undefined) continue
    const agents = grammar.isPassive(verb)
      ? [verb, status.token].flatMap((at) => grammar.obliques(at, 'by'))
      : grammar.subjects(verb)
    const by = unique(agents.flatMap((one) => fillers.parties(one)))
    if (by.length === 0 || by.some(({ id }) => id.startsWith('person:'))) continue
    const own = new Set(by.flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id ?? ref.id]))
    const told = grammar.conjuncts(object)
    const on = unique(told.flatMap((one) => [...partiesHit(scene, one), ...originOf(scene, one)])).filter(
      (ref) => !own.has(ref.id) && !own.has(fillers.sideOf(ref)?.id ?? ref.id),
    )
    // Who is designated is what it is of, as goods are, so that a designation is apart from what else hits his state.
    const goods = told
      .filter((one) => fillers.partyNamed(one).every(({ id }) => !isStateId(id)))
      .map((one) => goodsPhrase(scene, one))
    const said = withoutTimes(scene, object)
    const isOff = LISTING.get(lemma) === 'from'
    const named = fillers.phraseOf(grammar.phrase(status.token, 'short').first, status.token, status.token)
    found.push(
      measureClaim(scene, {
        trigger: verb,
        foundBy: 'measure/designation@1',
        type: status.type,
        row: {
          lemma: doc.tokens.lemma[verb]!,
          effect: isOff ? 'end' : 'set',
          status: isOff ? 'ended' : 'in force',
          ...(status.type === 'other' ? {} : { direction: isOff ? 'eases' : 'tightens' }),
        },
        by,
        on,
        goods,
        name: {
          ...said,
          text: `${noun} of ${said.text} ${noun === 'listing' && LISTING.has(lemma) ? 'on' : 'as'} ${named.text.replace(/[“”"]/g, '')}`,
        },
        days: scene.days([verb]),
      }),
    )
  }
  return found
}

/** The class: "as a strategic good", "a protected species", with its type. */
function classBehind(
  { doc, grammar, rows }: Scene,
  verb: number,
): { readonly token: number; readonly type: MeasureType } | undefined {
  const classes = rows('designations')
  const candidates = [
    ...grammar.obliques(verb, 'as'),
    ...grammar.objects(verb).flatMap((object) => grammar.obliques(object, 'as')),
    ...grammar.dependents(verb, 'xcomp', 'obj', 'ccomp'),
  ]
  for (const token of candidates) {
    const row = token > verb ? classes.get(doc.tokens.lemma[token]!) : undefined
    if (!row) continue
    const needs = (row.needs ?? '').split(' ').filter(Boolean)
    const { first } = grammar.phrase(token, 'short')
    const before = doc.tokens.lower.slice(first, token).join(' ').replace(/ - /g, '-').split(' ')
    if (needs.length === 0 || needs.some((word) => before.includes(word)))
      return { token, type: row.type as MeasureType }
  }
  return undefined
}
