// In: a scene. Out: what the report says of measures (tariffs, controls, licences, bans, probes …): who, on whom, how much, since when.
import { isStateId, type MeasurePart, type MeasureType, type Phrase, type Ref } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { bareRates } from './bare-rates.ts'
import { withBeginnings } from './begins-behind.ts'
import { calledOff } from './called-off.ts'
import { daysOf } from './days.ts'
import { deedNouns } from './deed-nouns.ts'
import { deeds } from './deeds.ts'
import { asDescribed, isPaused } from './described.ts'
import { designations } from './designations.ts'
import type { Doing } from './doing.ts'
import { doingsOf } from './doings.ts'
import { exempted } from './exempted.ts'
import { givenRates } from './given-rates.ts'
import { hitBy } from './hit.ts'
import { imposers } from './imposers.ts'
import { mandates } from './mandates.ts'
import { measureClaim } from './measure-claim.ts'
import { isMoot } from './moot.ts'
import { isAgreedUpon, isPutForward } from './papers.ts'
import { isForOthers } from './payers.ts'
import { permissions } from './permissions.ts'
import { pointedBack, pointsBack } from './pointed-back.ts'
import { asProgramme, programmesOf } from './programmes.ts'
import { predicateRate, rateOf } from './rates.ts'
import { isReckoned, reckoned } from './reckoned.ts'
import { takenUp } from './taken-up.ts'
import { rateTold, typeOf } from './types.ts'

/**
 * Claims from every noun that names a measure (words table `measure-nouns`: lemma, type, kind). A claim needs a verb of
 * `measure-verbs` (lemma, effect, status, direction, uses) or a rate that stands, and somebody who imposes or is hit.
 */
export function findMeasures(scene: Scene): Found[] {
  const nouns = scene.rows('measure-nouns')
  const programmes = programmesOf(scene)
  const found: Found[] = []
  for (let token = 0; token < scene.doc.tokens.count; token++) {
    const programme = programmes.get(token)
    if (programme !== undefined)
      for (const doing of doingsOf(scene, token)) {
        const one = measureAt(scene, token, 'other', doing)
        if (one) found.push(...asProgramme(scene, programme, one))
      }
    const row = nouns.get(scene.doc.tokens.lemma[token]!)
    if (scene.grammar.isVerb(token) || isTail(scene, token)) continue
    const type = (row && typeOf(scene, token, row)) ?? rateTold(scene, token)
    if (!type) continue
    const off = calledOff(scene, token)
    const doings = off
      ? [
          off,
          ...doingsOf(scene, token).filter(
            ({ token: at }) => at !== off.token && isApart(scene, at, off.token),
          ),
        ]
      : doingsOf(scene, token).map((doing) => asDescribed(scene, token, doing))
    // "Peru hopes to bring down a duty levied on its cod": who wishes a deed imposes nothing.
    const owners: readonly Ref[] =
      doings
        .filter((doing) => !isForOthers(scene, token, doing))
        .map((doing) => imposers(scene, token, doing))
        .find((refs) => refs.length > 0) ?? []
    const one = (isHitTold: boolean) => (doing: Doing | undefined) =>
      measureAt(scene, token, type, doing, { owners, isHitTold }) ?? []
    const first = (doings.length > 0 ? doings : [undefined]).flatMap(one(false))
    // "Sanctions imposed on Peru in May were lifted": whom the one verb says they hit, the other is said of.
    const told = first.some(isAimed) && first.length < doings.length ? doings.flatMap(one(true)) : first
    const planned = told.find((one) => partOf(one).effect === 'set' && partOf(one).status === 'announced')
    const putOff = doings.find(({ row }) => row.effect === 'postpone')?.token
    found.push(
      ...told.map((one) =>
        asPutOff(withoutDaysOf(asAnnounced(withOthers(one, told), told), planned), putOff),
      ),
    )
  }
  const told = deeds(scene)
  // "Will resume import licences": the halt to them ends; "stopped issuing them": it begins.
  const halts = new Map(told.map((one) => [one.trigger, partOf(one).effect]))
  const isHalt = (one: Found): boolean => COUNTER[partOf(one).effect] === halts.get(one.trigger)
  const all = [
    ...found.filter((one) => !halts.has(one.trigger) || !isHalt(one)),
    ...bareRates(scene),
    ...givenRates(scene),
    ...told,
    ...deedNouns(scene),
    ...designations(scene),
    ...mandates(scene),
    ...permissions(scene),
  ]
  const known = withBeginnings(scene, [...all, ...takenUp(scene, all)])
  const measures = reckoned(scene, pointedBack(scene, reckoned(scene, known)))
  return [...measures, ...exempted(scene, measures)]
}

const isAimed = (one: Found): boolean => partOf(one).on.length + partOf(one).goods.length > 0

/** A deed of its own clause: what the verb that gives it up governs is only what was planned. */
const isApart = ({ doc }: Scene, token: number, over: number): boolean =>
  /^(?:acl:relcl|conj|advcl)/.test(doc.tokens.dep[token]!) || doc.tokens.head[token] !== over

/** What a halt does where a licence is stopped or goes on. */
const COUNTER: Readonly<Partial<Record<MeasurePart['effect'], MeasurePart['effect']>>> = {
  resume: 'end',
  end: 'set',
  suspend: 'set',
}

const partOf = (found: Found): MeasurePart => (found.body as { about: MeasurePart }).about

/** "Rolled back the duties it imposed on cod from Peru": what one verb says it hits, all do. */
function withOthers(one: Found, told: readonly Found[]): Found {
  const part = (found: Found) => (found.body as { about: MeasurePart }).about
  const own = part(one)
  const other = told.find((each) => part(each).on.length > 0 || part(each).goods.length > 0)
  if (own.on.length > 0 || own.goods.length > 0 || !other) return one
  const { on, goods, name } = part(other)
  const recipient = (other.body as { recipient?: readonly Ref[] }).recipient
  return {
    ...one,
    body: {
      ...one.body,
      ...(recipient && one.kind === 'act' ? { recipient } : {}),
      about: { ...own, on, goods, name },
    },
  } as Found
}

/** "The duties due to begin on Monday are suspended": the day is that of their beginning. */
const withoutDaysOf = (one: Found, planned: Found | undefined): Found =>
  planned && /^(?:suspend|end)$/.test(partOf(one).effect) && one.days?.length
    ? ({
        ...one,
        days: one.days.filter((day) => !planned.days?.some(({ start }) => start === day.start)),
      } as Found)
    : one

/** "The strike, first called for 3 May, was put off": it did not begin on that day. */
function asPutOff(one: Found, putOff: number | undefined): Found {
  const { about } = one.body as { about: MeasurePart }
  if (putOff === undefined || about.effect !== 'set' || one.trigger >= putOff) return one
  return { ...one, days: [], body: { ...one.body, about: { ...about, status: 'announced' } } } as Found
}

/** "Announced duties, which amount to 31 %": how high they are to be; that they stand is not told. */
function asAnnounced(one: Found, told: readonly Found[]): Found {
  const part = (found: Found) => (found.body as { about: MeasurePart }).about
  const own = part(one)
  const announced = told.find((other) => part(other).effect === 'set' && part(other).status === 'announced')
  if (own.effect !== 'stand' || !announced) return one
  const days = one.days?.length ? one.days : announced.days
  return { ...one, days, body: { ...one.body, about: { ...own, status: 'announced' } } } as Found
}

function measureAt(
  scene: Scene,
  noun: number,
  type: MeasureType,
  doing: Doing | undefined,
  { owners, isHitTold }: { owners: readonly Ref[]; isHitTold: boolean } = { owners: [], isHitTold: false },
): Found | undefined {
  const trigger = doing?.token ?? noun
  if (isCutVerb(scene, noun) || isHeading(scene, trigger)) return undefined
  if (doing && (isFigurative(scene, type, doing) || isOfAny(scene, noun, doing))) return undefined
  // "What replaces the levy is open": done by nobody yet.
  if (doing && scene.grammar.subjects(doing.token).some((one) => scene.doc.tokens.tag[one] === 'WP'))
    return undefined
  // "The pause in its surtax increase": the increase is none; duties are not opened, reviews of them are.
  if (
    doing &&
    CHANGED.has(doing.row.effect ?? '') &&
    !scene.grammar.isVerb(doing.token) &&
    isPaused(scene, noun)
  )
    return undefined
  if (doing?.row.lemma === 'open' && /^(?:sanction|tariff|tax)$/.test(type)) return undefined
  if (doing && (isMoot(scene, doing) || isWishedToStand(scene, doing) || isWished(scene, noun, doing)))
    return undefined
  if (doing && isForOthers(scene, noun, doing)) return undefined
  const doers = imposers(scene, noun, doing?.byOthers ? undefined : doing)
  // "The tariff, which Peru announced, was suspended": whose it is, where nobody else is told to have done it.
  const by = (doers.length > 0 || hasOtherDoer(scene, doing) ? doers : owners).filter(
    ({ id }) => !id.startsWith('phrase:'),
  )
  const hit = hitBy(scene, noun, doing, by)
  if (hitsUs(scene, hit.tokens, hit.on)) return undefined
  const predicate = predicateRate(scene, noun)
  // "Was 50 % until May": a rate of then is none that stands.
  const isOfNow = scene.grammar
    .dependents(scene.doc.tokens.head[noun]!, 'cop')
    .some((one) => /^VB[PZ]$/.test(scene.doc.tokens.tag[one]!))
  const given = doing ? rateOf(scene, noun, doing) : isOfNow ? predicate : undefined
  const isGiven = hit.goods.length > 0 && given !== undefined
  const taxed = type === 'tax' ? taxedBy(scene, noun, doing, by) : undefined
  const isNobodys = by.length === 0 && hit.on.length === 0 && !isHitTold
  // "The ban on hides stays": told by what it is on; who only suffers one says nothing of it.
  const isKnown =
    doing !== undefined &&
    (pointsBack(scene, noun) ||
      (hit.goods.length > 0 && doing.row.subject !== 'target' && doing.row.lemma !== 'review'))
  if (isNobodys && !taxed && !isGiven && !isKnown) return undefined
  // "Has a quota": on whom, or on which goods how high, is what makes it a measure of his; taxes are somebody's.
  if (doing?.row.lemma === 'have' && hit.on.length === 0 && !(isGiven && by.length > 0 && type !== 'quota'))
    return undefined
  // "Has no ban in place": there is none.
  if (doing?.row.effect === 'stand' && isNone(scene, noun)) return undefined
  if (doing?.hitsObject && hit.on.length === 0 && hit.goods.length === 0) return undefined
  if (
    isOnlyOwn(scene, noun, doing) ||
    (doing?.row.lemma === 'seek' && hit.on.length + hit.goods.length === 0)
  )
    return undefined
  const isSameTax = rateIsNamed(scene, noun) && pointsBack(scene, noun)
  // "Port fees on Peruvian ships were suspended": on whom says whose they are not.
  const isAbroad =
    hit.goods.length > 0 && hit.on.some((ref) => isStateId((scene.fillers.sideOf(ref) ?? ref).id))
  if (type === 'tax' && by.length === 0 && !taxed && !isGiven && !isSameTax && !(doing && isAbroad))
    return undefined
  const rate = (doing ? undefined : predicate) ?? rateOf(scene, noun, doing)
  // "Duties rose to 8 %" changes them; what only "fell on hard times" does not.
  if (
    doing &&
    !doing.asObject &&
    CHANGED.has(toldEffect(scene, doing)) &&
    !rate &&
    !isReckoned(scene, doing.token)
  )
    return undefined
  // "The quota amounts to 2 per cent of what is farmed": a share worked out, no bound that stands.
  if (doing?.row.lemma === 'amount' && !rate) return undefined
  if (!doing && !predicate && !(rate && by.length > 0 && hit.on.length > 0)) return undefined
  if (doing && hit.on.length === 0 && hit.goods.length === 0 && !rate && isVague(scene, doing))
    return undefined
  const name = plannedName(scene, noun, doing) ?? nameOf(scene, noun, hit.goods)
  const days = daysOf(scene, noun, doing, hit.tokens, by)
  return measureClaim(scene, {
    trigger,
    foundBy: `measure/${doing?.row.effect ?? 'stand'}@1`,
    type,
    row: doing?.row,
    ...(doing?.mood ? { mood: doing.mood } : {}),
    ...(taxed === 'bill' || isPutForward(scene, doing) ? { isProposed: true } : {}),
    ...(isAgreedUpon(scene, doing) ? { isAgreed: true } : {}),
    by,
    on: hit.on,
    goods: hit.goods,
    rate,
    name,
    days,
    roles: {
      measure: { start: name.start, end: name.end },
      noun: { start: scene.doc.tokens.start[noun]!, end: scene.doc.tokens.end[noun]! },
    },
  })
}

/** "Put tariffs on us twice", said by somebody who speaks for no state: on whom the words do not say. */
const hitsUs = ({ doc, fillers }: Scene, hit: readonly number[], on: readonly Ref[]): boolean =>
  hit.some((token) => /^(?:us|we)$/.test(doc.tokens.lower[token]!)) &&
  on.every((ref) => !isStateId((fillers.sideOf(ref) ?? ref).id))

/** "Would set its own tariff": a right to it, no measure; nor is a rate that one only seeks for oneself. */
const isOnlyOwn = ({ doc, grammar }: Scene, noun: number, doing: Doing | undefined): boolean =>
  /^(?:set|fix|have)$/.test(doing?.row.lemma ?? '') &&
  grammar.dependents(noun, 'amod').some((at) => doc.tokens.lower[at] === 'own')

const isNone = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar.dependents(noun, 'det').some((token) => doc.tokens.lower[token] === 'no')

/** "Where the duties stand", "What the levy covers": a heading asks, and tells nothing. */
function isHeading({ doc }: Scene, trigger: number): boolean {
  const { dep, sent, tag } = doc.tokens
  const { first } = doc.sents[sent[trigger]!]!
  return dep[trigger] === 'root' && /^W/.test(tag[first]!) && doc.tokens.head[first] === trigger
}

/** "Is, in essence, imposing a tax on his own people": a way of speaking. */
function isFigurative({ doc, grammar }: Scene, type: MeasureType, { token, row }: Doing): boolean {
  if (!/^(?:tax|tariff)$/.test(type) || !/^(?:set|raise|stand)$/.test(row.effect ?? '')) return false
  const { lower } = doc.tokens
  return (
    grammar.dependents(token, 'advmod').some((one) => FIGURATIVE.test(lower[one]!)) ||
    grammar.obliques(token, 'in').some((one) => /^(?:essence|effect|reality)$/.test(lower[one]!))
  )
}

const FIGURATIVE = /^(?:effectively|essentially|basically|virtually|practically|literally)$/

/** "Norway imposed duties", "repeal the act, cut taxes": a verb taken for an adjective of the measure. */
function isCutVerb({ doc, grammar, fillers }: Scene, noun: number): boolean {
  const { lower, tag } = doc.tokens
  return grammar.dependents(noun, 'amod').some((at) => {
    if (at + 1 !== noun) return false
    const isParty = fillers.partyNamed(at - 1).length > 0 && fillers.nameAt(at - 1) !== undefined
    return /^(?:imposed|levied|introduced|announced)$/.test(lower[at]!)
      ? isParty
      : lower[at] === 'cut' && !/^(?:DT|PRP\$|POS|JJ)$/.test(tag[at - 1] ?? '')
  })
}

/** "Any sanctions imposed by the committee can be challenged": whichever there may be. */
const isOfAny = ({ doc, grammar }: Scene, noun: number, { token }: Doing): boolean =>
  /^acl/.test(doc.tokens.dep[token]!) &&
  grammar.dependents(noun, 'det').some((one) => /^(?:any|every|no)$/.test(doc.tokens.lower[one]!))

/** "The rate", said of the tax told before. */
const rateIsNamed = ({ doc }: Scene, noun: number): boolean => doc.tokens.lemma[noun] === 'rate'

const hasOtherDoer = ({ grammar }: Scene, doing: Doing | undefined): boolean =>
  doing?.asObject === true && grammar.isVerb(doing.token) && grammar.subjects(doing.token).length > 0

const BILLS: ReadonlySet<string> = new Set(
  'amendment bill blueprint budget draft framework it legislation measure overhaul package plan proposal'.split(
    ' ',
  ),
)

/** "The bill cuts the payroll tax to 12 percent": a rate that a bill or a law sets is told without whose it is. */
function taxedBy(
  scene: Scene,
  noun: number,
  doing: Doing | undefined,
  by: readonly Ref[],
): 'bill' | 'law' | undefined {
  if (!doing?.asObject || by.length > 0 || !rateOf(scene, noun, doing)) return undefined
  const { lemma, lower } = scene.doc.tokens
  const [subject] = scene.grammar.subjects(doing.token)
  if (subject === undefined) return undefined
  if (BILLS.has(lemma[subject]!) || lower[subject] === 'it') return 'bill'
  return lemma[subject] === 'law' || lemma[subject] === 'act' ? 'law' : undefined
}

const VAGUE: ReadonlySet<string> = new Set(['hypothetical', 'possible'])

/** What is only thought of, by nobody who weighs or proposes it, and on nobody: "if only it would loosen restrictions". */
const isVague = (scene: Scene, { token, row }: Doing): boolean =>
  row.status !== 'proposed' && VAGUE.has(scene.epistemics(token).modality)

/** "Wants to keep exemptions": a stand, which positions tell; nothing is announced. */
function isWishedToStand({ doc }: Scene, { token, row }: Doing): boolean {
  const over = doc.tokens.head[token]!
  return (
    row.effect === 'stand' &&
    doc.tokens.dep[token] === 'xcomp' &&
    over >= 0 &&
    /^(?:want|seek|wish|hope|like|try|ask)$/.test(doc.tokens.lemma[over]!)
  )
}

/** "Want all the tariffs abolished", "wants sanctions placed on": wished for, whoever would have to do it. */
function isWished({ doc }: Scene, noun: number, { token }: Doing): boolean {
  const { dep, head, lemma, tag } = doc.tokens
  if (!/^VB[DN]$/.test(tag[token]!) || token < noun || !/^(?:acl|xcomp|ccomp)$/.test(dep[token]!))
    return false
  const over = dep[token] === 'acl' ? head[noun]! : head[token]!
  return over >= 0 && over < noun && /^(?:want|like|need|wish)$/.test(lemma[over]!)
}

/** "Export licences and restrictions": the bare second noun shares the words of the first and is no measure of its own. */
function isTail({ doc, grammar, rows }: Scene, noun: number): boolean {
  const { dep, head, lemma } = doc.tokens
  const first = head[noun]!
  if (dep[noun] !== 'conj' || first < 0 || !rows('measure-nouns').has(lemma[first]!)) return false
  const own = grammar.children(noun).some((child) => !/^(?:cc|punct)/.test(dep[child]!))
  return !own && grammar.dependents(first, 'compound').length > 0
}

const CHANGED: ReadonlySet<string> = new Set(['raise', 'lower'])
/** What the verb itself does, whatever the words on the measure add. */
const toldEffect = ({ rows }: Scene, { row }: Doing): string =>
  rows('measure-verbs').get(row.lemma ?? '')?.effect ?? ''

/** "Peru's tariff plan": the plan, not a tariff. */
function plannedName(
  { doc, grammar, fillers }: Scene,
  noun: number,
  doing: Doing | undefined,
): Phrase | undefined {
  const { dep, head } = doc.tokens
  if (!doing || dep[noun] !== 'compound' || head[noun] !== doing.token || grammar.isVerb(doing.token))
    return undefined
  const name = fillers.phraseOf(grammar.phrase(noun, 'short').first, doing.token, noun)
  return name
}

/** The measure with the words before it and what it is on. */
function nameOf({ doc, grammar, fillers }: Scene, noun: number, goods: readonly Phrase[]): Phrase {
  const whole = grammar.phrase(noun, 'short')
  const { last } = whole
  const { tokens } = doc
  let first = noun
  // "At issue are the duties": the verb and what it opens with are none of the name.
  while (
    first > whole.first &&
    !/^(?:VB[DZP]|MD)$/.test(tokens.tag[first - 1]!) &&
    tokens.form[first - 1] !== ';'
  )
    first--
  // "Half of its duties": not all of them.
  if (tokens.lower[first - 1] === 'of' && /^(?:half|part|most|some)$/.test(tokens.lower[first - 2] ?? ''))
    first -= 2
  let end = noun
  let open = true
  for (let at = noun + 1; at <= last; at++) {
    if (/^(?:VB[DZP]|MD|W.*)$/.test(tokens.tag[at]!) || tokens.lower[at] === 'that') break
    if (/^(?:pending|following|amid|despite|after|before|until)$/.test(tokens.lower[at]!)) break
    // "Sanctions on two firms on Wednesday": a day is none of the name, nor is what stands behind it.
    if (fillers.timeAt(at)) break
    if (/^(?:subject|liable)$/.test(tokens.lower[at]!) && tokens.lower[at + 1] === 'to') break
    if (
      at > noun + 1 &&
      fillers.quantityAt(at)?.unit === '%' &&
      goods.some((one) => one.start > tokens.start[noun]! && one.end < tokens.start[at]!)
    )
      break
    if (tokens.form[at] === ',' && !/^NN/.test(tokens.tag[at + 1]!)) break
    if (tokens.tag[at] === 'IN') open = NAMING.has(tokens.lower[at]!)
    if (!open && !goods.some((one) => one.start <= tokens.start[at]! && tokens.end[at]! <= one.end)) break
    end = at
  }
  while (end > noun && (tokens.tag[end] === 'IN' || tokens.tag[end] === 'CC')) end--
  // "Duties on $3 billion worth of goods from Peru": the amount with what it is of.
  let at = end + 1
  while (at < tokens.count && (fillers.quantityAt(at) || /^(?:another|worth|of|in)$/.test(tokens.lower[at]!)))
    at++
  const thing = at > end + 1 ? goods.find((one) => one.start === tokens.start[at]) : undefined
  while (thing && tokens.end[at]! < thing.end) at++
  return fillers.phraseOf(first, thing ? at : end, noun)
}

/** Prepositions that say what a measure is or hits; others belong to the deed ("announced the ban from Lima"). */
const NAMING: ReadonlySet<string> = new Set(['of', 'on', 'against', 'for', 'into', 'upon'])
