// In: a scene. Out: measures told by a verb alone: "Norway banned imports of fish from Peru", "Canada will cap visas".

import { UPOS } from '../../language/doc.ts'
import type { Row } from '../../language/lexicon.ts'
import { isActual, isStateId, type MeasureType, type Ref } from '../../model/index.ts'
import { withoutTimes } from '../sentence/asides.ts'
import { toValue } from '../sentence/fillers.ts'
import { INSTRUMENTS, signersOf } from '../sentence/instruments.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { ofPlan } from './days.ts'
import { originOf } from './hit.ts'
import { isSupposed, measureClaim } from './measure-claim.ts'
import { asInside, keptDeed } from './permissions.ts'
import { goodsOfDeed, hitByDeed } from './stopped.ts'

const PRON = UPOS.indexOf('PRON')

/** What a deed is, by what it is done to: of `stopped-things`, else of the verb's own row. */
interface Deed {
  readonly type: MeasureType
  /** "ban on", "closure of": the words before what is hit. */
  readonly called: string
  readonly effect: 'set' | 'end'
  /** Root of the act by PLOVER, where what is stopped says it. */
  readonly plover?: string | undefined
}

/**
 * A verb of `measure-deeds` (lemma, type, noun, needs, effect) with what it hits as its object or passive subject. The
 * measure is named by the verb's noun, or by the noun that `stopped-things` gives for what is stopped: "ban on imports of
 * fish", "closure of its ports". Persons and pronouns as object make no measure.
 */
export function deeds(scene: Scene): Found[] {
  const { doc, grammar, fillers } = scene
  const rows = scene.rows('measure-deeds')
  const found: Found[] = []
  for (let verb = 0; verb < doc.tokens.count; verb++) {
    if (!grammar.isVerb(verb) || doc.tokens.dep[verb] === 'amod') continue
    const row = verbRow(scene, verb, rows)
    if (!row || isAsked(scene, verb) || isSupposed(scene, verb)) continue
    const halted = stopsOnly(row) ? tradingIn(scene, verb) : undefined
    const [own] = grammar.objects(halted ?? verb)
    // "Shipments to Peru resumed": what goes on by itself.
    const isMiddle = own === undefined && row.effect === 'end' && /^(?:resume|reopen)$/.test(row.lemma ?? '')
    const object = isMiddle ? grammar.dependents(verb, 'nsubj')[0] : own
    if (object === undefined || doc.tokens.pos[object] === PRON || fillers.persons(object).length > 0)
      continue
    if (isDoingSo(scene, object)) continue
    const deed: Deed | undefined = halted
      ? { type: 'ban', called: 'halt to', effect: row.effect as Deed['effect'] }
      : deedOn(scene, row, verb, object)
    const told = grammar.conjuncts(object)
    if (!deed || isKeptFrom(scene, verb, told)) continue
    const isBan = isNamedBan(row, deed)
    const by = doersOf(scene, verb, { closed: isBan ? [] : told, told, isMiddle })
    if (isMiddle && by.length === 0) continue
    const from =
      deed.called === 'exclusion of' || row.lemma === 'bar' ? shutOutFrom(scene, verb, object) : undefined
    const on = hitByDeed(scene, halted ?? verb, told, by, from)
    if (isWay(scene, object) && !isClosedTo(scene, verb, object)) continue
    // "Quispe closed nine crossings in 1985": of a person who speaks for nobody known nothing stands.
    const isNobodys = by.length > 0 && by.every((ref) => isLone(scene, ref))
    if (!isBan && isNobodys) continue
    // "None of the ministers blocked the sale".
    if (grammar.subjects(verb).some((one) => /^(?:none|nobody|neither)$/.test(doc.tokens.lower[one]!)))
      continue
    // Who did not close a border, or is only wanted to, has done nothing to tell of.
    const { polarity, modality } = scene.epistemics(verb)
    if ((!isBan && polarity === 'denied') || (stopsOnly(row) && modality === 'hypothetical')) continue
    if (row.lemma === 'cap' && !told.some((token) => isCapped(scene, token))) continue
    const rate = grammar
      .obliques(verb, 'at')
      .map((token) => fillers.quantityAt(token))
      .find((one) => one !== undefined)
    const isSaid =
      on.length > 0 && (isBan || from !== undefined || halted !== undefined || isWay(scene, object))
    // A firm that sells no more of something lays down nothing.
    const isOfState = [...by, ...on].some(({ id }) => isStateId(id))
    if (halted !== undefined && !isOfState) continue
    // "Halted trade in its shares": with nobody told.
    if (doc.tokens.lemma[object] === 'trade' && on.length === 0) continue
    if (by.length === 0 && !isSaid && !(deed.type === 'tax' && rate)) continue
    const said = withoutTimes(scene, object)
    const days = scene.days([verb, ...(halted === undefined ? [] : [halted]), ...told])
    const isEnd = deed.effect === 'end'
    found.push(
      measureClaim(scene, {
        trigger: verb,
        foundBy: 'measure/deed@1',
        type: (row.lemma === 'cap' && cappedAs(scene, told)) || deed.type,
        row: {
          lemma: row.lemma ?? '',
          effect: deed.effect,
          status: isEnd ? 'ended' : 'in force',
          direction: isEnd ? 'eases' : 'tightens',
        },
        ...(isEnd ? {} : { plover: deed.plover }),
        by,
        on,
        goods: goodsOfDeed(scene, told),
        rate: rate && (row.lemma === 'cap' || rate.unit === '%') ? toValue(rate) : undefined,
        name: {
          ...said,
          text: `${stopsOnly(row) ? 'halt to' : deed.called} ${halted === undefined ? '' : `${doc.tokens.lower[halted]} `}${from === undefined ? asInside(scene, said) : exclusionOf(scene, object, from)}`,
        },
        days: isActual(modality) ? days : days.map(ofPlan),
      }),
    )
  }
  return found
}

/** "The charter forbids its doing so": what, only other words say. */
const isDoingSo = ({ doc }: Scene, object: number): boolean =>
  doc.tokens.lower[object] === 'doing' && /^(?:so|that|this|it)$/.test(doc.tokens.lower[object + 1] ?? '')

/** "What do we gain by taxing their butter?": nothing done, nor planned. */
function isAsked({ doc }: Scene, verb: number): boolean {
  const { lower, sent } = doc.tokens
  for (let at = verb + 1; sent[at] === sent[verb] && !/^["”]$/.test(lower[at]!); at++)
    if (lower[at] === '?') return true
  return false
}

/** Verbs by which something stops or goes on again: who halts purchases forbids nobody to buy. */
const stopsOnly = ({ lemma, needs }: Row): boolean =>
  needs?.includes('trade') === true && /^(?:cease|halt|stop|suspend|resume|restore)$/.test(lemma ?? '')

const isLone = ({ fillers }: Scene, ref: Ref): boolean =>
  ref.id.startsWith('person:') && fillers.sideOf(ref) === undefined

/** The verbs whose every object makes a measure ("banned", "capped"); of the others who does it must be told. */
const isNamedBan = ({ needs, lemma }: Row, { called }: Deed): boolean =>
  !needs || /^(?:ban|restrictions|curbs) on$/.test(called) || lemma === 'tax'

/** What somebody can be shut out of. */
const CLOSED_TO: ReadonlySet<string> = new Set(
  'auction bidding contract exchange fund grid market network platform procurement programme program scheme system tender'.split(
    ' ',
  ),
)

/** "Cut off from the payments system", "shut out for contracts": the system. */
function shutOutFrom({ doc, grammar }: Scene, verb: number, object: number): number | undefined {
  const { lemma } = doc.tokens
  return ['from', 'for']
    .flatMap((word) => [...grammar.obliques(verb, word), ...grammar.obliques(object, word)])
    .find((token) => token > object && CLOSED_TO.has(lemma[token]!))
}

/** "Exclusion of Peruvian firms from the market": up to the system. */
function exclusionOf(scene: Scene, object: number, from: number): string {
  const who = scene.fillers.phraseOf(scene.grammar.phrase(object, 'short').first, object, object)
  return `${who.text} from ${withoutTimes(scene, from).text}`
}

/** Who does it; of "signed an order banning travel" who signed; of "Peru's ports were closed" whose they are. */
function doersOf(
  scene: Scene,
  verb: number,
  { closed, told, isMiddle }: { closed: readonly number[]; told: readonly number[]; isMiddle: boolean },
): Ref[] {
  const { doc, grammar, fillers } = scene
  const { dep, head } = doc.tokens
  const act = head[verb]!
  const signers = dep[verb] === 'acl' && act >= 0 ? signersOf(scene, act) : [act]
  // "Breaking a law barring aid": the law is of whoever gave it.
  if (dep[verb] === 'acl' && act >= 0 && INSTRUMENTS.has(doc.tokens.lemma[act]!) && signers.includes(act))
    return unique(grammar.dependents(act, 'nmod:poss', 'amod').flatMap((token) => fillers.partyNamed(token)))
  const doers = isMiddle
    ? []
    : grammar.isPassive(verb)
      ? grammar.obliques(verb, 'by')
      : dep[verb] === 'acl' && !signers.includes(act)
        ? signers
        : grammar.subjects(verb).flatMap((token) => signersOf(scene, token))
  const by = unique(doers.flatMap((token) => fillers.parties(antecedent(scene, token))))
  if (by.length === 0 && grammar.isPassive(verb)) by.push(...orderedBy(scene, verb))
  // "Flights, suspended by Peru in June, were resumed": by whoever had suspended them.
  if (by.length === 0 && doers.length === 0)
    by.push(
      ...unique(
        told
          .flatMap((token) => grammar.dependents(token, 'acl'))
          .filter((one) => grammar.isPassive(one) && scene.rows('measure-deeds').has(doc.tokens.lemma[one]!))
          .flatMap((one) => grammar.obliques(one, 'by'))
          .flatMap((token) => fillers.parties(token)),
      ),
    )
  const barring = by.length === 0 ? barredFrom(scene, verb) : []
  if (barring.length > 0) return barring
  if (by.length > 0 || !grammar.isPassive(verb) || doers.length > 0) return by
  return unique(closed.flatMap((token) => grammar.dependents(token, 'nmod:poss')).flatMap(fillers.partyNamed))
}

/** "Under a Norwegian order, ships are banned": whose order it is. */
const orderedBy = ({ doc, grammar, fillers }: Scene, verb: number): Ref[] =>
  grammar
    .obliques(verb, 'under')
    .filter((token) => INSTRUMENTS.has(doc.tokens.lemma[token]!))
    .flatMap((token) => grammar.dependents(token, 'amod', 'nmod:poss', 'compound'))
    .flatMap((token) => fillers.partyNamed(token))

/** "A reply from Oslo, which had stopped imports": who it is, where the clause hangs beside it. */
const antecedent = ({ doc: { tokens }, fillers }: Scene, token: number): number =>
  tokens.lower[token] === 'which' && tokens.form[token - 1] === ',' && fillers.nameAt(token - 2)
    ? token - 2
    : token

/** What is a state's own to go on or into. */
const GROUNDS: ReadonlySet<string> = new Set(
  'airport airspace border harbour harbor land market motorway port railway road shore skies soil territory water'.split(
    ' ',
  ),
)

/** "Cod has been barred from Peru", "from Peruvian ports": whose land it is kept out of. */
const barredFrom = (scene: Scene, verb: number): Ref[] => {
  const { doc, grammar, fillers } = scene
  return /^(?:ban|bar|block|exclude)$/.test(doc.tokens.lemma[verb]!) && grammar.isPassive(verb)
    ? grammar
        .obliques(verb, 'from')
        .flatMap((token) => [
          ...fillers.partyNamed(token),
          ...(GROUNDS.has(doc.tokens.lemma[token]!) ? originOf(scene, token) : []),
        ])
        .filter((ref) => !ref.id.includes(':'))
    : []
}

/** "Barred Peru from closing its ports", "forbids crews to land": somebody is kept from a deed, which permissions tell. */
const isKeptFrom = (scene: Scene, verb: number, told: readonly number[]): boolean => {
  const { lower, lemma } = scene.doc.tokens
  const deed = keptDeed(scene, verb, told)
  return (
    deed !== undefined && (lower[deed - 1] === 'from' || /^(?:ban|bar|forbid|prohibit)$/.test(lemma[verb]!))
  )
}

/** "Stopped issuing permits", "halted buying cod": the trade that stops. */
const tradingIn = ({ doc, grammar }: Scene, verb: number): number | undefined =>
  grammar
    .dependents(verb, 'xcomp')
    .find((token) => doc.tokens.tag[token] === 'VBG' && TRADES.has(doc.tokens.lemma[token]!))

const TRADES: ReadonlySet<string> = new Set(
  'accept buy deliver export grant handle import issue load process purchase sell ship supply take'.split(
    ' ',
  ),
)

/** Roads and the like are closed every day; only closed to somebody is a measure. */
const isWay = ({ doc, rows }: Scene, object: number): boolean =>
  rows('stopped-things').get(doc.tokens.lemma[object]!)?.class === 'way'

const isClosedTo = ({ grammar, rows, doc, fillers }: Scene, verb: number, object: number): boolean =>
  [...grammar.obliques(verb, 'to'), ...grammar.obliques(object, 'to')].some(
    (token) =>
      rows('stopped-things').get(doc.tokens.lemma[token]!)?.class === 'carrier' ||
      fillers.partyNamed(token).length > 0 ||
      doc.tokens.lemma[token] === 'good',
  )

/**
 * What the verb does to its object. Column `needs` of `measure-deeds` says what that must be: of a class of
 * `stopped-things`, what is traded, people, members of what they are shut out of, or one of these nouns.
 */
function deedOn(scene: Scene, row: Row, verb: number, object: number): Deed | undefined {
  const { doc, grammar, fillers } = scene
  const { needs } = row
  const lemma = doc.tokens.lemma[object]!
  const thing = scene.rows('stopped-things').get(lemma)
  const called = row.noun ?? ''
  const own = { type: row.type as MeasureType, called, effect: row.effect as Deed['effect'] }
  if (!needs) return thing?.class === 'trade' ? { ...own, type: thing.type as MeasureType } : own
  // "Gains will be taxed at 10 per cent": whatever is taxed at a rate.
  const isRated = grammar.obliques(verb, 'at').some((one) => fillers.quantityAt(one)?.unit === '%')
  if (needs === 'traded' && isRated && thing?.class !== 'trade') return { ...own, type: 'tax' }
  if (needs === 'traded')
    return thing?.class === 'trade' || /^goods?$/.test(lemma) || fillers.nameAt(object)?.type === 'good'
      ? own
      : undefined
  if (needs === 'people')
    return /^NNP?S$/.test(doc.tokens.tag[object]!) && !fillers.nameAt(object) ? own : undefined
  if (thing && needs.split('|').includes(thing.class!))
    return {
      ...own,
      type: thing.type as MeasureType,
      called: called || thing.measure!,
      plover: thing.plover || undefined,
    }
  const isOut = needs.includes('members') && shutOutFrom(scene, verb, object) !== undefined
  return isOut ? { ...own, type: 'sanction', called: 'exclusion of' } : undefined
}

/** The type of a cap by what it is on: that of prices is no quota. */
function cappedAs({ doc, rows }: Scene, told: readonly number[]): MeasureType | undefined {
  const of = (rows('measure-nouns').get('cap')?.needs ?? '').split('|').map((one) => one.split('='))
  const said = of.find(([word]) => told.some((token) => doc.tokens.lemma[token] === word))
  return said?.[1] as MeasureType | undefined
}

/** What can be capped: what is traded, priced, lent, caught or let in; "capped a year of talks" sets no cap. */
function isCapped({ doc, grammar, rows, fillers }: Scene, object: number): boolean {
  const capped = new Set(
    (rows('measure-nouns').get('cap')?.needs ?? '').split('|').map((one) => one.split('=')[0]!),
  )
  const things = [object, ...grammar.dependents(object, 'compound', 'amod', 'nmod')]
  return things.some((token) => {
    const lemma = doc.tokens.lemma[token]!
    return (
      capped.has(lemma) ||
      rows('stopped-things').get(lemma)?.class === 'trade' ||
      fillers.nameAt(token)?.type === 'good'
    )
  })
}
