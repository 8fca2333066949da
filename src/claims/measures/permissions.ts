// In: a scene. Out: measures told by what somebody may not do, or may do again: "lorries are barred from entering", "may no longer land".

import { isStateId, type Phrase, type Ref } from '../../model/index.ts'
import { withoutTimes } from '../sentence/asides.ts'
import type { Mood } from '../sentence/moods.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { goodsPhrase } from './goods.ts'
import { tellersOf } from './imposers.ts'
import { measureClaim } from './measure-claim.ts'
import { goodsOfDeed, hitByDeed } from './stopped.ts'

/** Who or what may not do a deed, or may again. */
interface Permission {
  /** The verb that gives or takes it. */
  readonly verb: number
  /** The deed; none of "refused entry". */
  readonly deed?: number
  readonly whom: readonly number[]
  readonly effect: 'set' | 'end'
  /** "May no longer", "may again": the word of permission is no guess. */
  readonly isModal?: boolean
}

const KEEPS: ReadonlySet<string> = new Set(['ban', 'bar', 'forbid', 'prohibit'])
const ALLOWS: ReadonlySet<string> = new Set(['allow', 'authorise', 'authorize', 'permit'])
const LETS_IN: ReadonlySet<string> = new Set(['let', 'readmit'])
const REFUSES: ReadonlySet<string> = new Set(['deny', 'refuse'])
const TELLING: ReadonlySet<string> = new Set([...KEEPS, ...ALLOWS, ...LETS_IN, ...REFUSES])
const MAY: ReadonlySet<string> = new Set(['may'])
/** What is refused to who is kept out. */
const WAY_IN: ReadonlySet<string> = new Set(
  'access admission docking entry landing passage transit'.split(' '),
)
/** Deeds whose place or object is the land of whoever allows them. */
const ENTERS: ReadonlySet<string> = new Set(
  'anchor berth call cross dock enter land moor overfly use'.split(' '),
)

/**
 * A claim for goods, carriers, firms and whatever is named after a state: by whoever bars them, the authority that tells
 * it, or the land they are kept out of.
 */
export function permissions(scene: Scene): Found[] {
  return permissionsIn(scene).flatMap((told) => {
    const { verb, deed, effect } = told
    const all = told.whom.map((token) => partOf(scene, token))
    const kept = all.filter((token) => isKept(scene, token))
    if (kept.length === 0) return []
    // "Orbex and its contractors": all who are shut out beside those who can be.
    const whom = all.filter((token) => kept.includes(token) || isNamedFirm(scene, token))
    const own = scene.epistemics(verb)
    if (effect === 'set' && own.polarity === 'denied' && KEEPS.has(scene.doc.tokens.lemma[verb]!)) return []
    const days = scene.days([verb, ...(deed === undefined ? [] : [deed]), ...whom])
    const by = byWhom(scene, told)
    // "Forbade their firms to ship": theirs, who forbid it.
    const isOwn = whom.some((token) =>
      scene.grammar.dependents(token, 'nmod:poss').some((one) => isPronoun(scene, one)),
    )
    const on = hitByDeed(scene, verb, [...(isOwn ? [] : whom), ...carried(scene, whom)], by)
    if (by.length === 0 && on.length === 0 && days.length === 0) return []
    const isEnd = effect === 'end'
    const goods = goodsOfDeed(scene, whom)
    const name = nameOf(scene, whom, told)
    return [
      measureClaim(scene, {
        trigger: verb,
        foundBy: 'measure/permission@1',
        type: 'ban',
        mood: moodOf(
          own,
          told,
          days.some(({ role, relation }) => role === 'from' && relation !== 'since'),
        ),
        row: {
          lemma: 'bar',
          effect,
          status: isEnd ? 'ended' : 'in force',
          direction: isEnd ? 'eases' : 'tightens',
        },
        by,
        on,
        goods: goods.length > 0 ? goods : whom.map((token) => goodsPhrase(scene, token)),
        name,
        days,
      }),
    ]
  })
}

const isNamedFirm = ({ fillers }: Scene, token: number): boolean =>
  /^(?:organisation|place)$/.test(fillers.nameAt(token)?.type ?? '') && fillers.persons(token).length === 0

const isPronoun = ({ doc }: Scene, token: number): boolean => doc.tokens.tag[token] === 'PRP$'

/** "All nine of the dairies": the dairies. */
const partOf = ({ doc, grammar }: Scene, token: number): number =>
  /^(?:CD|DT)$/.test(doc.tokens.tag[token]!) ||
  /^(?:all|both|each|many|most|some)$/.test(doc.tokens.lower[token]!)
    ? (grammar.obliques(token, 'of')[0] ?? token)
    : token

/** What may no longer be done is affirmed; what may be from a day on is planned. */
function moodOf(own: Mood, { isModal }: Permission, isFrom: boolean): Mood {
  const told: Mood = { ...own, polarity: 'affirmed' }
  return isModal ? { ...told, modality: isFrom ? 'planned' : 'held' } : told
}

function permissionsIn(scene: Scene): Permission[] {
  const { doc, grammar } = scene
  const { lemma, lower, tag } = doc.tokens
  const found: Permission[] = []
  const may = scene.where('lower', MAY)
  for (const verb of [...scene.where('lemma', TELLING), ...may].sort((a, b) => a - b)) {
    const word = lemma[verb]!
    const isKeeping = KEEPS.has(word)
    if (isKeeping || ALLOWS.has(word)) {
      if (!grammar.isVerb(verb)) continue
      const whom = grammar.objects(verb).flatMap((token) => grammar.conjuncts(token))
      const deed = keptDeed(scene, verb, whom)
      if (deed === undefined) continue
      if (isKeeping) found.push({ verb, deed, whom, effect: 'set' })
      else if (isNot(scene, verb)) found.push({ verb, deed, whom, effect: 'set' })
      else if (isAgain(scene, verb) || isAgain(scene, deed)) found.push({ verb, deed, whom, effect: 'end' })
    } else if (REFUSES.has(word)) {
      const way = grammar.dependents(verb, 'obj', 'obl').find((one) => WAY_IN.has(lemma[one]!))
      if (way === undefined || way < verb || !grammar.isVerb(verb)) continue
      const whom = grammar.isPassive(verb)
        ? grammar.dependents(verb, 'nsubj')
        : grammar.dependents(verb, 'iobj')
      found.push({ verb, whom: whom.flatMap((token) => grammar.conjuncts(token)), effect: 'set' })
    } else if (LETS_IN.has(word) && grammar.isVerb(verb) && tag[verb] !== 'VBG') {
      const isReadmitted = word === 'readmit'
      if (!isReadmitted && lower[verb + 1] !== 'in') continue
      const effect = isNot(scene, verb) ? 'set' : isReadmitted || isAgain(scene, verb) ? 'end' : undefined
      const [thing] = [...grammar.objects(verb), ...grammar.obliques(verb, 'in')]
      if (effect && thing !== undefined) found.push({ verb, whom: grammar.conjuncts(thing), effect })
    } else if (lower[verb] === 'may' && tag[verb] === 'MD') {
      const deed = doc.tokens.head[verb]!
      if (deed <= verb) continue
      const noLonger = lower[verb + 1] === 'no' && lower[verb + 2] === 'longer'
      // "May be moving again": a guess.
      if (tag[deed] === 'VBG' || (!noLonger && !isAgain(scene, deed))) continue
      const whom = (
        grammar.isPassive(deed) ? grammar.objects(deed) : grammar.dependents(deed, 'nsubj')
      ).flatMap((token) => grammar.conjuncts(token))
      found.push({ verb: deed, deed, whom, effect: noLonger ? 'set' : 'end', isModal: true })
    }
  }
  return found
}

/** "From entering", "to land": what they are kept from or let do, which may hang on them. */
export const keptDeed = (
  { doc: { tokens }, grammar }: Scene,
  verb: number,
  whom: readonly number[],
): number | undefined =>
  [
    ...grammar.dependents(verb, 'advcl', 'xcomp'),
    ...whom.flatMap((token) => grammar.dependents(token, 'acl')),
  ].find((one) => tokens.lower[one - 1] === (tokens.tag[one] === 'VBG' ? 'from' : 'to') && one > verb)

const isNot = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar
    .children(verb)
    .some((child) => /^(?:not|n't|longer|never)$/.test(doc.tokens.lower[child]!) && child < verb)

const isAgain = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.children(verb).some((child) => doc.tokens.lower[child] === 'again')

/** Goods, carriers and firms, or what bears a state's name ("Peruvian nationals"); no single person. */
function isKept(scene: Scene, token: number): boolean {
  const { doc, grammar, fillers } = scene
  if (/^(?:PRP|W)/.test(doc.tokens.tag[token]!) || fillers.persons(token).length > 0) return false
  const type = fillers.nameAt(token)?.type
  if (type !== undefined && /^(?:good|product|organisation)$/.test(type)) return true
  const thing = scene.rows('stopped-things').get(doc.tokens.lemma[token]!)?.class
  const isPlural = /^NNP?S$/.test(doc.tokens.tag[token]!)
  const isOfState = () =>
    [...grammar.dependents(token, 'amod', 'compound'), ...grammar.obliques(token, 'from')].some(
      (one) => fillers.partyNamed(one).length > 0,
    )
  return thing === 'carrier' || thing === 'trade' || (isPlural && isOfState())
}

/** "Lorries carrying Chilean wine", "ships with grain from Peru": what they carry. */
const carried = ({ grammar }: Scene, whom: readonly number[]): number[] =>
  whom.flatMap((token) => [
    ...grammar.dependents(token, 'acl').flatMap((clause) => grammar.objects(clause)),
    ...grammar.obliques(token, 'with'),
  ])

function byWhom(scene: Scene, { verb, deed, isModal }: Permission): Ref[] {
  const { grammar, fillers } = scene
  const doers = isModal || grammar.isPassive(verb) ? grammar.obliques(verb, 'by') : grammar.subjects(verb)
  const by = unique(doers.flatMap((token) => fillers.parties(token)))
  if (by.length > 0 || (doers.length > 0 && !isModal)) return by
  const told = tellersOf(scene, verb)
  return told.length > 0 ? told : landOf(scene, verb, deed)
}

/** "Barred from entering Peru", "from docking at Peruvian ports": whose land it is. */
function landOf({ doc, grammar, fillers }: Scene, verb: number, deed: number | undefined): Ref[] {
  const entered = deed === undefined ? verb : deed
  if (deed !== undefined && !ENTERS.has(doc.tokens.lemma[deed]!)) return []
  const lands = [
    ...(deed === undefined ? [] : grammar.objects(entered)),
    ...['at', 'in', 'into', 'to', 'on'].flatMap((word) => grammar.obliques(entered, word)),
    ...(deed === undefined
      ? grammar
          .dependents(verb, 'obj')
          .flatMap((way) => ['at', 'to', 'into'].flatMap((word) => grammar.obliques(way, word)))
      : []),
  ]
  return unique(
    lands
      .flatMap((token) => [token, ...grammar.dependents(token, 'amod', 'compound', 'nmod:poss')])
      .flatMap((token) => fillers.partyNamed(token))
      .filter(({ id }) => isStateId(id)),
  )
}

/** "Ban on Turkish ships docking at Cypriot ports". */
function nameOf(scene: Scene, whom: readonly number[], { deed }: Permission): Phrase {
  const { doc } = scene
  const { start, end, lower } = doc.tokens
  const all = whom.map((token) => withoutTimes(scene, token))
  const said = all.map((phrase) => asInside(scene, phrase).replace(/^the /i, '')).join(' and ')
  const last = deed === undefined ? undefined : Math.max(withoutTimes(scene, deed).end, end[deed]!)
  const done =
    deed === undefined
      ? 'entering'
      : `${gerund(lower[deed]!)}${doc.text
          .slice(end[deed]!, last)
          .replace(/\s+/g, ' ')
          .replace(/ again$/, '')}`
  return {
    ...all[0]!,
    start: Math.min(...all.map((one) => one.start)),
    text: `ban on ${said} ${done}`.slice(0, LONGEST),
    end: Math.max(...all.map((one) => one.end), start[whom[0]!]!),
  }
}

const LONGEST = 160

/** A phrase as it stands inside a sentence: "Rice" that opens one is rice. */
export function asInside(scene: Scene, { text, start }: Phrase): string {
  const at = tokenAt(scene, start)
  const isFirst = at === 0 || scene.doc.tokens.sent[at - 1] !== scene.doc.tokens.sent[at]
  const isCommon = scene.fillers.nameAt(at)?.type === 'good' || !/^NNP/.test(scene.doc.tokens.tag[at]!)
  return isFirst && isCommon ? `${text[0]!.toLowerCase()}${text.slice(1)}` : text
}

/** "Enter" → "entering", "ship" → "shipping", "use" → "using". */
function gerund(verb: string): string {
  if (verb.endsWith('ing')) return verb
  if (verb.length < 5 && /[^aeiou][aeiou][bdgmnpt]$/.test(verb)) return `${verb}${verb.at(-1)}ing`
  return `${verb.replace(/([^e])e$/, '$1')}ing`
}
