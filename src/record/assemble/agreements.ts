// In: what reports tell of agreements and of what was promised. Out: one entry an agreement, with its stages; one a commitment.
import {
  type AgreementBody,
  type AgreementPart,
  AgreementStage,
  addDays,
  type CommitmentPart,
  type Days,
  daysBetween,
  isActual,
  isExact,
  type Ref,
} from '../../model/index.ts'
import { type EntryDraft, mostTold } from '../draft.ts'
import { addTo, byBlock, byLikeness } from '../group.ts'
import { dayOfRole, modalityOn, type ToldPart } from '../placing/placed.ts'
import { likeness, overlap, wordsOf } from '../words.ts'

type ToldAgreement = ToldPart<AgreementPart>
type ToldCommitment = ToldPart<CommitmentPart>

const STAGES: readonly string[] = AgreementStage.options
const idsOf = (refs: readonly Ref[]) => refs.map((ref) => ref.id).sort()
const refsOf = (lists: readonly (readonly Ref[])[]): Ref[] => {
  const all = new Map(lists.flat().map((ref) => [ref.id, ref]))
  return [...all.keys()].sort().map((id) => all.get(id)!)
}

/** What an agreement is about, as ids of goods, products and laws named in its name or subject. */
const topicOf = (told: ToldAgreement) => [
  ...new Set(
    [told.part.name, ...told.part.about]
      .flatMap((phrase) => phrase.ids)
      .filter((id) => /^(product|org|good|law|event):/.test(id)),
  ),
]

export function assembleAgreements(told: readonly ToldAgreement[]): EntryDraft<'agreement'>[] {
  return byBlock(told, (one) => one.part.form).flatMap((block) =>
    joinSigned(
      byLikeness(
        block,
        (one) => [
          ...topicOf(one),
          ...wordsOf(one.part.name.text),
          `|${idsOf(one.part.between).join('+')}`,
          `@${one.claim.evidence.report}`,
        ],
        (a, b) => {
          const topics = [topicOf(a), topicOf(b)] as const
          if (topics[0].length > 0 && topics[1].length > 0)
            return topics[0].some((id) => topics[1].includes(id))
          if ((isGeneric(a) || isGeneric(b)) && !near(a, b)) return false
          if (isOnlyName(a, b) || isOnlyName(b, a) || isPointingBack(a, b) || isPointingBack(b, a))
            return true
          if (isSameTruce(a, b) || isSameTruce(b, a)) return true
          const sides = [idsOf(a.part.between), idsOf(b.part.between)] as const
          const together =
            sides[0].length === 0 || sides[1].length === 0 || sides[0].some((id) => sides[1].includes(id))
          const words = [wordsOf(a.part.name.text), wordsOf(b.part.name.text)] as const
          return together && (likeness(words[0], words[1]) >= 0.5 || isShorter(a, b))
        },
      ),
    ).map(agreementOf),
  )
}

const GENERIC: ReadonlySet<string> = new Set([
  'deal',
  'agreement',
  'pact',
  'accord',
  'trade',
  'new',
  'framework',
  'final',
  'truce',
  'treaty',
  'tentative',
  'preliminary',
  'provisional',
  'initial',
  'outline',
])

/** A name that could be any agreement's: "a new trade deal". */
const isGeneric = (told: ToldAgreement) => wordsOf(told.part.name.text).every((word) => GENERIC.has(word))

/** "A deal with Norway" around the day of "outlines of a trade deal" of the same sides, neither on a good or product: it. */
function isOnlyName(a: ToldAgreement, b: ToldAgreement): boolean {
  const sides = idsOf(a.part.between)
  if (isSignedThen(a, b)) return true
  if (sides.length < 2 || sides.join('+') !== idsOf(b.part.between).join('+') || !near(a, b)) return false
  const named = new Set(a.part.between.flatMap(({ name }) => wordsOf(name)))
  const isBare = wordsOf(a.part.name.text).every((word) => GENERIC.has(word) || named.has(word))
  if (isSameKind(a, b)) return true
  return isBare && [...topicOf(a), ...topicOf(b)].length === 0 && a.part.about.length === 0
}

/** Words of a name that say where it was made or by whose help, not what it is. */
const MADE_BY = /(?:brokered|mediated|backed|led|sponsored|hosted|negotiated)$/

/** Words of a name and its subject that say what it is about: no town or state it is called by, and no "U.S.-brokered". */
const subjectOf = ({ part: { name, about, between, form } }: ToldAgreement): string[] => {
  const sides = new Set(between.flatMap((side) => wordsOf(side.name)))
  const own = [name, ...about]
    .flatMap(({ text }) => text.split(/\s+/))
    .filter((word) => /^\p{Ll}/u.test(word) && !MADE_BY.test(word))
  return wordsOf(own.join(' ')).filter((word) => !GENERIC.has(word) && !sides.has(word) && word !== form)
}

/**
 * "The Washington accord" and "a U.S.-brokered peace agreement", told by one report or as signed on one day, with a side in common
 * and none that the other shuts out: one, unless both say what they are about. "Contract ratified", told of nobody, is that of its report or day.
 */
function isSignedThen(a: ToldAgreement, b: ToldAgreement): boolean {
  const [mine, theirs] = [idsOf(a.part.between), idsOf(b.part.between)]
  const [few, many] = mine.length <= theirs.length ? [mine, theirs] : [theirs, mine]
  if (!few.every((id) => many.includes(id)) || !isSigned(a) || !isSigned(b)) return false
  if (subjectOf(a).length > 0 && subjectOf(b).length > 0) return false
  const [day, other] = [stageDay(a), stageDay(b)]
  const isOneReport = a.claim.evidence.report === b.claim.evidence.report && (!day || !other)
  const isOneDay = isExact(day) && day.earliest === other?.earliest
  if (few.length === 0) return isOneDay || (isOneReport && a.part.stage === b.part.stage)
  return isOneReport || isOneDay
}

const SIGNED: ReadonlySet<string> = new Set(['agreed', 'adopted', 'signed', 'ratified'])
const isSigned = (one: ToldAgreement): boolean =>
  SIGNED.has(one.part.stage) &&
  one.claim.evidence.polarity === 'affirmed' &&
  isActual(modalityOn(one, stageDay(one)))

/** Those of one form told as signed by one report or on one day, in whatever words: each joins the first before it that it may be. */
function joinSigned(groups: readonly ToldAgreement[][]): ToldAgreement[][] {
  const byKey = new Map<string, ToldAgreement[][]>()
  const kept: ToldAgreement[][] = []
  for (const group of groups) {
    const keys = [
      ...new Set(
        group
          .filter(isSigned)
          .flatMap((one) => [stageDay(one)?.earliest ?? [], `@${one.claim.evidence.report}`].flat()),
      ),
    ]
    const home = keys
      .flatMap((key) => byKey.get(key) ?? [])
      .find((other) => other.some((a) => group.some((b) => isSignedThen(a, b))))
    if (home) home.push(...group)
    else {
      kept.push(group)
      for (const key of keys) addTo(byKey, key, group)
    }
  }
  return kept
}

/** "A staff-level agreement on a loan" and "… on a programme" of the same sides: what it is called, before what it is on. */
function isSameKind(a: ToldAgreement, b: ToldAgreement): boolean {
  const [kind, other] = [a, b].map(({ part }) => wordsOf(part.name.text.split(/ (?:on|over|for|about) /)[0]!))
  return kind!.some((word) => !GENERIC.has(word)) && kind!.join(' ') === other!.join(' ')
}

/** "The agreement", "this deal": whichever was told of last. */
const POINTING = /^(?:the|this|that) [a-z]+$/i
/** Characters back within which "the agreement" means the one just told of; "the framework" a framework agreement. */
const BACK = 400
const FAR_BACK = 4000

/** "The agreement is subject to approval", right behind the one that is meant. */
function isPointingBack(a: ToldAgreement, b: ToldAgreement): boolean {
  if (a.claim.evidence.report !== b.claim.evidence.report || a.part.between.length > 0) return false
  if (!POINTING.test(a.part.name.text)) return false
  const back = a.claim.evidence.spans[0]!.start - b.claim.evidence.spans[0]!.start
  const isNamed = wordsOf(b.part.name.text).includes(wordsOf(a.part.name.text)[0] ?? '')
  const isOne = isNamed && b.part.between.length > 1 && !POINTING.test(b.part.name.text)
  return back > 0 && back <= (isOne ? FAR_BACK : BACK) && topicOf(a).length === 0
}

/** "A shaky truce in their gas war", told in passing around the day of "the 30-day gas truce" of two sides: it. */
function isSameTruce(a: ToldAgreement, b: ToldAgreement): boolean {
  if (a.part.form !== 'truce' || a.part.stage !== 'in force' || a.part.between.length > 0) return false
  const words = new Set(wordsOf(a.part.name.text))
  const shared = wordsOf(b.part.name.text).filter((word) => words.has(word))
  return b.part.between.length > 1 && shared.length > 1 && near(a, b)
}

/** "Agreement on the river", told around the day of "an agreement on sharing the river's water" with the same side: its short name. */
function isShorter(a: ToldAgreement, b: ToldAgreement): boolean {
  const telling = ({ part }: ToldAgreement) => wordsOf(part.name.text).filter((word) => !GENERIC.has(word))
  const shared = idsOf(a.part.between).some((id) => idsOf(b.part.between).includes(id))
  return shared && near(a, b) && overlap(telling(a), telling(b)) > 0.5
}

/** Told within ten days of each other, as far as known. */
function near(a: ToldAgreement, b: ToldAgreement): boolean {
  const [first, second] = [a.placed.published.latest, b.placed.published.latest]
  return first === undefined || second === undefined || Math.abs(daysBetween(first, second)) <= 10
}

function agreementOf(group: readonly ToldAgreement[]): EntryDraft<'agreement'> {
  const stages = stagesOf(group)
  const real = group.filter((one) => isActual(modalityOn(one, stageDay(one))))
  const furthest = (real.length > 0 ? real.map((one) => one.part.stage) : ['proposed' as const]).sort(
    (a, b) => STAGES.indexOf(b) - STAGES.indexOf(a),
  )[0]!
  const stage = furthest === 'agreed' && isStillOpen(real) ? 'in principle' : furthest
  const names = group.map((one) => one.part.name.text)
  const full = names.filter((one) => !POINTING.test(one))
  const name = mostTold(full.length > 0 ? full : names, (text) => text) ?? ''
  const approvals = new Map(
    group
      .flatMap((one) => one.part.approvals)
      .map((one) => [one.who.id, { ...one, done: one.done || hasRatified(real, one.who.id) }]),
  )
  const topics = [...new Set(group.flatMap(topicOf))].sort()
  const between = refsOf(group.map((one) => one.part.between))
  return {
    kind: 'agreement',
    told: group,
    body: {
      name,
      form: group[0]!.part.form,
      stage,
      between,
      about: [...new Set(group.flatMap((one) => one.part.about.map((phrase) => phrase.text)))].sort(),
      terms: [],
      leftOpen: [...new Set(group.flatMap((one) => one.part.leftOpen.map((phrase) => phrase.text)))].sort(),
      approvals: [...approvals.keys()].sort().map((id) => approvals.get(id)!),
      accounts: [],
      stages,
    },
    valid: {},
    key: `agreement|${group[0]!.part.form}|${topics.join('+') || [...wordsOf(name)].sort().join('+')}|${idsOf(between).join('+')}`,
    mergedBy:
      topics.length > 0 ? `same form and subject (${topics.join(', ')})` : 'same form, sides and like name',
  }
}

/** "A deal was reached", and last told of it that it is one in principle: no more than that. */
function isStillOpen(real: readonly ToldAgreement[]): boolean {
  const told = real.filter(({ part }) => part.stage === 'agreed' || part.stage === 'in principle')
  const key = ({ placed, claim }: ToldAgreement) =>
    `${placed.published.latest ?? ''} ${claim.evidence.report} ${String(claim.evidence.spans[0]!.start).padStart(9, '0')}`
  return [...told].sort((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1)?.part.stage === 'in principle'
}

type Stage = AgreementBody['stages'][number]

/** Days after a stage within which a report that gives no day still means that one. */
const STILL = 14
/** The day of a stage; what is to be done by a day has no first one. */
function stageDay(one: ToldAgreement): Days | undefined {
  const on = dayOfRole(one, 'on', 'from', 'announced')
  const by = on ? undefined : dayOfRole(one, 'due')
  return on ?? (by && { latest: by.latest })
}

/**
 * Tellings of one stage whose days lie together are one; one without a day joins the last of its kind before its
 * report, or stands with the others told without a day around that time.
 */
function stagesOf(group: readonly ToldAgreement[]): Stage[] {
  const found: (Stage & { evidence: string[]; at: string; by: string })[] = []
  const ordered = [...group].sort((a, b) => Number(!stageDay(a)) - Number(!stageDay(b)))
  for (const one of ordered) {
    const on = stageDay(one)
    const modality = modalityOn(one, on)
    const out = one.placed.published.latest ?? ''
    const by = idsOf(one.part.between).join('+')
    const home = found.find((stage) => {
      if (stage.stage !== one.part.stage || isOthers(stage.by, by, one.part.stage)) return false
      if (on && stage.on) return touch(on, stage.on) && isActual(stage.modality) === isActual(modality)
      if (on) return false
      if (stage.modality !== modality && !(isActual(stage.modality) && isActual(modality))) return false
      if (stage.at === '' || out === '') return stage.at === out
      const apart = daysBetween(stage.at, out)
      return stage.on ? apart >= 0 && apart <= STILL : Math.abs(apart) <= STILL
    })
    if (home) home.evidence.push(one.evidence)
    else
      found.push({
        stage: one.part.stage,
        ...(on ? { on } : {}),
        modality,
        evidence: [one.evidence],
        at: on?.earliest ?? out,
        by,
      })
  }
  return found
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.stage < b.stage ? -1 : 1))
    .map(({ at: _at, by: _by, ...stage }) => stage)
}

/** Each party ratifies for itself: what two do on neighbouring days are two steps. */
const isOthers = (a: string, b: string, stage: string): boolean =>
  stage === 'ratified' && a !== b && a !== '' && b !== ''

/** Days that overlap or lie beside each other. */
const touch = (a: Days, b: Days): boolean =>
  a.earliest !== undefined &&
  b.earliest !== undefined &&
  addDays(a.earliest, -1) <= b.latest! &&
  addDays(b.earliest, -1) <= a.latest!

/** Whether a party's own ratification is told as done; that of several together may be one another's. */
const hasRatified = (real: readonly ToldAgreement[], id: string): boolean =>
  real.some(
    ({ part, claim }) =>
      part.stage === 'ratified' &&
      claim.evidence.polarity === 'affirmed' &&
      part.between.length === 1 &&
      part.between[0]!.id === id,
  )

export function assembleCommitments(told: readonly ToldCommitment[]): EntryDraft<'commitment'>[] {
  return byBlock(told, (one) => idsOf(one.part.by).join('+')).flatMap((block) =>
    byLikeness(
      block,
      (one) => wordsOf(one.part.what.text),
      (a, b) => overlap(wordsOf(a.part.what.text), wordsOf(b.part.what.text)) >= 0.6,
    ).map((group) => {
      const first = group[0]!
      const due = group.map((one) => dayOfRole(one, 'due', 'to')).find((one) => one)
      const on = group.map((one) => dayOfRole(one, 'on')).find((one) => one)
      const status = group.find((one) => one.part.status !== 'open')?.part.status ?? 'open'
      const under = group.find((one) => one.part.under)?.part.under?.text
      return {
        kind: 'commitment' as const,
        told: group,
        body: {
          by: first.part.by,
          to: refsOf(group.map((one) => one.part.to)),
          what: first.part.what.text,
          ...(due ? { due } : {}),
          status,
          ...(under ? { under } : {}),
        },
        valid: { ...(on ? { from: on } : {}), ...(due ? { to: due } : {}) },
        key: `commitment|${idsOf(first.part.by).join('+')}|${wordsOf(first.part.what.text).join(' ')}`,
        mergedBy: 'same party, like words',
      }
    }),
  )
}
