// In: what reports tell of measures. Out: one entry a measure: by whom on whom, its goods, and its steps in order of days.
import {
  isActual,
  type MeasureBody,
  type MeasurePart,
  type MeasureStatus,
  type Phrase,
  type Ref,
} from '../../model/index.ts'
import { type EntryDraft, firstOf, mostTold } from '../draft.ts'
import { byBlock } from '../group.ts'
import { dayOfRole, type ToldPart } from '../placing/placed.ts'
import { stem } from '../words.ts'
import { isLeft, type Step, sameDays, sameRate, statusOf, stepsOf } from './measure-steps.ts'

type Told = ToldPart<MeasurePart>

/** Goods words that only say that goods are hit, not which. */
const ANY_GOODS: ReadonlySet<string> = new Set([
  'supply',
  'delivery',
  'good',
  'product',
  'import',
  'export',
  'article',
  'item',
  'merchandise',
  'shipment',
  'trade',
  'company',
  'firm',
  'country',
])

/** What is hit, as keys: ids of goods and products named, else head words that say which. */
function goodsOf(told: Told): string[] {
  const keys = told.part.goods.flatMap((phrase) => {
    const named = phrase.ids.filter((id) => /^(good|product|org):/.test(id))
    if (named.length > 0) return named
    const head = stem(phrase.head)
    return ANY_GOODS.has(head) ? kindOf(phrase) : [head]
  })
  return [...new Set(keys)].sort()
}

/** "Automobile imports": the word before the one that says no more than goods, unless it is a name or says how many. */
function kindOf({ text, head }: Phrase): string[] {
  const words = text.split(/\s+/)
  const at = words.findIndex((word) => stem(word.toLowerCase()) === stem(head))
  const before = at > 0 ? words[at - 1]! : ''
  return /^[a-z]{3,}$/.test(before) && !ANY_KIND.has(before) ? [stem(before)] : []
}

const ANY_KIND: ReadonlySet<string> = new Set(
  'all any certain foreign imported many more most new other key domestic several some such the their these those various worth different eligible'.split(
    ' ',
  ),
)

const idsOf = (refs: readonly Ref[]) => refs.map((ref) => ref.id).sort()
const meets = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 || a.some((one) => b.includes(one))

/** A ban told without what of is the same type as one on imports or exports, which are two. */
const BANS: ReadonlySet<string> = new Set(['ban', 'import ban', 'export control'])
/** "Exempted gloves from the duty", "the exemption for gloves": one thing, and not the duty. */
const isExempting = ({ head }: Phrase): boolean => /^(?:exemption|waiver)$/.test(head)
const isExemption = ({ effect, name }: MeasurePart): boolean => effect === 'exempt' || isExempting(name)
/** Measures of one family alone can be one. */
export const measureFamily = (part: MeasurePart): string =>
  isExemption(part) ? 'exemption' : BANS.has(part.type) ? 'ban' : part.type
const fitsType = (told: readonly Told[], { part }: Told): boolean =>
  told.every(
    ({ part: { type } }) => !BANS.has(type) || type === part.type || type === 'ban' || part.type === 'ban',
  )

/** "The tariff", "its ban", "extended exemptions": a measure told of before, without whom or what it hits. */
const isBare = (one: Told, on: readonly string[], goods: readonly string[]): boolean =>
  on.length === 0 &&
  goods.length === 0 &&
  one.part.goods.length === 0 &&
  (/^(?:the|its|their|these|those|this|that)\b/i.test(one.part.name.text) ||
    (!/^(?:set|stand|threaten)$/.test(one.part.effect) && !one.part.name.text.includes(' ')))

/** "Norway banned exports", "Norway opened an inquiry", of which goods is not said: the ban of a side on what it sells. */
const isShort = ({ part }: Told, by: readonly string[], goods: readonly string[]): boolean =>
  by.length > 0 &&
  goods.length === 0 &&
  (BANS.has(part.type) ? part.goods.length > 0 : part.type === 'probe' && part.on.length === 0)

/** A ban of the same side told with its goods, in the same report or from the same day: the one that was told shorter. */
function isSameShort(
  group: { by: string[]; goods: string[]; told: Told[] },
  one: Told,
  by: readonly string[],
): boolean {
  if (!same(group.by, by) || group.goods.length === 0) return false
  const from = dayOfRole(one, 'from', 'on')
  return group.told.some((other) => {
    const theirs = dayOfRole(other, 'from', 'on')
    const isThen = from?.earliest !== undefined && from.earliest === from.latest && sameDays(from, theirs)
    return isThen || other.claim.evidence.report === one.claim.evidence.report
  })
}

/** "The car tariff" of a side, told on nothing else: the one that it has on cars. */
const isNamedFor = (group: { by: string[]; goods: string[] }, { part }: Told): boolean =>
  part.goods.length === 0 &&
  group.by.length > 0 &&
  wordsOf(part.name).some((word) => group.goods.some((good) => stem(good.replace(/^\w+:/, '')) === word))

/** "The wine duties", told on nobody: the one measure on wine that somebody has, unless their rates are two. */
function isOneOn(group: { goods: string[]; told: Told[] }, one: Told, goods: readonly string[]): boolean {
  if (!fitsType(group.told, one) || isAnother(group.told, one) || !fitsRate(group.told, one)) return false
  if (!standsAt(group.told, one) || isOfSome(group, goods, one)) return false
  if (goods.length > 0) return fitsGoods(group.goods, goods)
  return wordsOf(one.part.name).length > 0 && one.part.goods.length === 0 && isToldAs(group.told, one)
}

/** "The countervailing duty" is none of the duties told of without that word; "the 12 % duty", "the new duty" may be. */
function isToldAs(told: readonly Told[], { part }: Told): boolean {
  const known = new Set(told.flatMap((one) => wordsOf(one.part.name)))
  return wordsOf(part.name).every((word) => known.has(word))
}

const wordsOf = ({ text, head }: Phrase): string[] =>
  text
    .split(/[^\p{L}'’-]+/u)
    .filter((word) => /^\p{Ll}{3,}/u.test(word) && !SAYS_NOTHING.has(word) && stem(word) !== stem(head))
    .map(stem)

/** Words of a measure's name that do not say which it is. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  'the its their these those this that own per cent percent current existing extra full high higher latest new old planned punitive same steep'.split(
    ' ',
  ),
)

/**
 * Blocks of one type; within it a measure is one where imposers, those hit and goods do not contradict. Tellings that
 * name most come first, so that vaguer ones join them; a vague telling that fits two measures stands alone. What several
 * did at once ("the two lines withdrew their surcharges") is told of the measure of each.
 */
export function assembleMeasures(told: readonly Told[]): EntryDraft<'measure'>[] {
  return byBlock(told, ({ part }) => measureFamily(part)).flatMap((block) => {
    const groups: { by: string[]; on: string[]; goods: string[]; told: Told[] }[] = []
    const byName = new Map<string, (typeof groups)[number]>()
    const weight = (one: Told) =>
      (one.part.by.length > 0 ? 2 : 0) + (one.part.on.length > 0 ? 2 : 0) + (goodsOf(one).length > 0 ? 1 : 0)
    const several = (one: Told) => Number(one.part.by.length > 1)
    for (const one of [...block].sort((a, b) => weight(b) - weight(a) || several(a) - several(b))) {
      const by = idsOf(one.part.by)
      const on = idsOf(one.part.on)
      const goods = goodsOf(one)
      const exact = groups.filter(
        (group) =>
          same(group.by, by) &&
          same(group.on, on) &&
          same(group.goods, goods) &&
          fitsType(group.told, one) &&
          !isAnother(group.told, one) &&
          (on.length > 0 || goods.length > 0 || standsAt(group.told, one)),
      )
      const open = groups.filter(
        (group) =>
          meets(group.by, by) &&
          meets(group.on, on) &&
          !isOfSome(group, goods, one) &&
          fitsType(group.told, one) &&
          known(group, { by, on }) &&
          !isAnother(group.told, one) &&
          fitsRate(group.told, one) &&
          (group.on.length + on.length + group.goods.length + goods.length > 0 || standsAt(group.told, one)),
      )
      const alike = open.filter((group) => fitsGoods(group.goods, goods))
      const before = isBare(one, on, goods) ? open.filter((group) => isToldAs(group.told, one)) : []
      const named = alike.length > 0 ? [] : open.filter((group) => isNamedFor(group, one))
      const short = isShort(one, by, goods) ? open.filter((group) => isSameShort(group, one, by)) : []
      const any = [...new Set([...alike, ...before, ...named, ...short])]
      // "The 50 % duty", of two the one that was told at 50 %.
      const atRate = any.filter((group) => tellsRate(group.told, one))
      const about = on.length === 0 && goods.length === 0 && !one.part.authority ? ofReport(alike, one) : []
      const fitting =
        [short, about, exact, atRate, alike, before, named].find((those) => those.length > 0) ??
        (by.length + on.length === 0 ? groups.filter((group) => isOneOn(group, one, goods)) : [])
      const words = nameAt(one)
      const sameWords = byName.get(words)
      const apart = () =>
        ofDay(
          groups.filter(({ told }) => fitsType(told, one)),
          one,
        )
      const home =
        sameWords && meets(sameWords.by, by) ? sameWords : fitting.length === 1 ? fitting[0] : apart()
      if (exact.length === 0 && isOfEach(any, by)) for (const group of any) group.told.push(one)
      else if (home) {
        home.told.push(one)
        if (home.by.length === 0) home.by = by
        if (home.on.length === 0) home.on = on
        byName.set(words, home)
      } else {
        const group = { by, on, goods, told: [one] }
        groups.push(group)
        byName.set(words, group)
      }
    }
    return groups.map(({ by, on, goods, told: group }) => entryOf(group, by, on, goods))
  })
}

/** "The tariffs", on nobody named: the ones that their own report is about, told in it three times as often as any others. */
function ofReport<G extends { on: string[]; told: Told[] }>(groups: readonly G[], one: Told): readonly G[] {
  const { claim, part } = one
  const told = groups
    .filter(({ on, told }) => on.length > 0 && (part.rate === undefined || tellsRate(told, one)))
    .map((group) => ({
      group,
      times: group.told.filter((other) => other.claim.evidence.report === claim.evidence.report).length,
    }))
    .sort((a, b) => b.times - a.times)
  const [most, next] = told
  return most && most.times > 0 && most.times >= 3 * (next?.times ?? 0) ? [most.group] : []
}

/** "Set a duty of 6 % and at once suspended it": told by the very same words of one report. */
const nameAt = ({ claim, part }: Told): string => `${claim.evidence.report} ${part.name.start}`

/** "The lower citrus duty took effect on 1 May", on nobody named: the one measure that was to be lowered on that day. */
function ofDay<G extends { told: Told[] }>(groups: readonly G[], one: Told): G | undefined {
  const { by, on, effect } = one.part
  const from = dayOfRole(one, 'from', 'on')
  if (by.length + on.length > 0 || !from || from.earliest !== from.latest) return undefined
  const planned = groups.filter(({ told }) =>
    told.some(
      (other) =>
        other.part.effect === effect &&
        !isActual(other.claim.evidence.modality) &&
        sameDays(from, dayOfRole(other, 'from', 'on')),
    ),
  )
  return planned.length === 1 ? planned[0] : undefined
}

/** Two measures or more, each of one other of those who did something at once. */
const isOfEach = (groups: readonly { by: string[] }[], by: readonly string[]): boolean =>
  groups.length > 1 &&
  groups.every((group) => group.by.length === 1 && by.includes(group.by[0]!)) &&
  new Set(groups.map((group) => group.by[0])).size === groups.length

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, at) => one === b[at])
/** At least one end is named by both. */
const known = (group: { by: string[]; on: string[] }, one: { by: string[]; on: string[] }) =>
  (group.by.length > 0 && one.by.length > 0) || (group.on.length > 0 && one.on.length > 0)
/** Named goods are another measure than goods at large. */
const fitsGoods = (a: readonly string[], b: readonly string[]) =>
  (a.length === 0 && b.length === 0) || a.some((one) => b.includes(one))

/** "The ban on hides was lifted", of one on hides and wool: that on wool stands. */
function isOfSome(
  { goods: all, told }: { goods: readonly string[]; told: readonly Told[] },
  goods: readonly string[],
  { part }: Told,
): boolean {
  if (all.length < 2 || !/^(?:end|exempt|lower|strike down|suspend)$/.test(part.effect)) return false
  if (told.every((one) => one.part.goods.length < 2)) return false
  const named = wordsOf(part.name)
  const those = goods.length > 0 ? goods : all.filter((one) => named.includes(stem(one.replace(/^\w+:/, ''))))
  return those.length > 0 && those.length < all.length && those.every((one) => all.includes(one))
}

/** "The 50 % duty", on nobody named, is none of a measure that is only told at other rates. */
function fitsRate(told: readonly Told[], { part }: Told): boolean {
  const { rate } = part
  if (!rate || part.on.length > 0 || !/\d/.test(part.name.text)) return true
  const rates = told.flatMap((one) => one.part.rate ?? [])
  return rates.length === 0 || rates.some((other) => sameRate(other, rate))
}

/** "A tariff of 34 %" and "one of 10 %", on nobody and nothing named, are two; what raises or ends one is of it. */
const standsAt = (told: readonly Told[], one: Told): boolean =>
  !one.part.rate ||
  !/^(?:set|stand)$/.test(one.part.effect) ||
  told.every(({ part }) => !part.rate) ||
  tellsRate(told, one)

/** "Will not impose new duties", on nothing named: none of the duties that are in force. */
const isAnother = (told: readonly Told[], one: Told): boolean =>
  told.some(
    (other) => isNever(other) !== isNever(one) && [one, other].some(({ part }) => part.status === 'in force'),
  )

const isNever = (told: Told): boolean =>
  told.part.status === 'called off' &&
  told.part.on.length + goodsOf(told).length === 0 &&
  !/^(?:the|its|their|this|these|that|those)\b/i.test(told.part.name.text)

/** Whether it was told at the same rate. */
const tellsRate = (told: readonly Told[], { part }: Told): boolean =>
  part.rate !== undefined && told.some((one) => one.part.rate && sameRate(one.part.rate, part.rate))

/** "Its ban" and "a law requiring its sale" say of what only where they stand. */
function nameOf(told: readonly Told[]): string | undefined {
  const named = told.filter(({ part }) => isExempting(part.name))
  const saying = told.filter(({ part }) => part.name.head !== 'rate')
  const those = [named, saying].find((list) => list.length > 0) ?? told
  const names = those.map((one) => one.part.name.text)
  const whole = names.filter((name) => !/\b(?:its|their|his|her|here|there)\b/i.test(name))
  const full = whole.filter((name) => !BARE.test(name))
  return mostTold([full, whole].find((list) => list.length > 0) ?? names, (one) => one)
}

/** "The present duties": which, only the words around say. */
const BARE = /^(?:the|these|those|this|that|such) (?:\p{Ll}+ )?\p{Ll}+$/iu

function entryOf(told: readonly Told[], by: string[], on: string[], goods: string[]): EntryDraft<'measure'> {
  const steps = asNeverBegun(stepsOf(told))
  const actual = steps.filter((step) => isActual(step.modality))
  // What is announced ends nothing that is in force.
  const standing = actual.filter((step) => !isToCome(step))
  const last = standing.at(-1) ?? actual.at(-1) ?? steps.at(-1)!
  const saying =
    told.find(({ part }) => isExempting(part.name)) ?? told.find(({ part }) => part.type !== 'ban')
  const { type } = (saying ?? told[0]!).part
  const refs = (ids: readonly string[], pick: (part: MeasurePart) => readonly Ref[]) =>
    ids.flatMap((id) => told.flatMap((one) => pick(one.part)).find((ref) => ref.id === id) ?? [])
  const named = [...new Set(told.flatMap((one) => one.part.goods.map((phrase) => phrase.text)))]
    .sort()
    .filter((text, at, all) => !all.slice(at + 1).some((other) => other.toLowerCase() === text.toLowerCase()))
  const authority = mostTold(
    told.flatMap((one) => one.part.authority?.text ?? []),
    (one) => one,
  )
  // A measure goes the way of what is done to it; what is only spoken of counts where nothing done says.
  const directionOf = (all: readonly Told[]) => {
    const those = all.filter((one) => !isLeft(one))
    const eases = those.filter(({ part }) => part.direction === 'eases').length
    const tightens = those.filter(({ part }) => part.direction === 'tightens').length
    return eases === tightens ? undefined : eases > tightens ? 'eases' : 'tightens'
  }
  const done = told.filter(({ claim }) => isActual(claim.evidence.modality))
  const direction = directionOf(done.some(({ part }) => part.direction) ? done : told)
  const body: MeasureBody = {
    type,
    name: nameOf(told) ?? type,
    by: refs(by, (part) => part.by),
    // Nobody charges himself a duty: whom it hits was not understood.
    on: refs(on, (part) => part.on).filter(({ id }) => type !== 'tariff' || !by.includes(id)),
    goods: named,
    steps,
    status: isDoubtful(told, steps) ? planned(steps) : statusOf(last.effect, last.status, last.modality),
    ...(authority ? { authority } : {}),
    ...(direction ? { direction } : {}),
  }
  const from = firstOf(actual.map((step) => step.from))
  const to = actual.at(-1)?.to
  return {
    kind: 'measure',
    body,
    told,
    valid: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
    key: `measure|${type}|${by.join('+')}>${on.join('+')}|${goods.join('+')}`,
    mergedBy: 'same type, imposer, target and goods',
  }
}

/** What was called off before it began was never in force, whoever told it as if it were. */
function asNeverBegun(steps: readonly Step[]): Step[] {
  const last = steps.findLastIndex((step) => isActual(step.modality) && !isToCome(step))
  if (last < 0 || steps[last]!.status !== 'called off') return [...steps]
  return steps.map((step, at) =>
    at < last && step.status === 'in force' && !step.from ? { ...step, status: 'announced' } : step,
  )
}

const isToCome = ({ status }: Step): boolean => status === 'announced' || status === 'proposed'

/**
 * Fewer than one report in four tells it as done, the others as planned or threatened, or as many tell a day on which it is to begin
 * that was still ahead of all who tell it as done without a day: it is not taken for done.
 */
function isDoubtful(told: readonly Told[], steps: readonly Step[]): boolean {
  const done = new Set<string>()
  const ahead = new Set<string>()
  const begins = new Map<string, string>()
  let lastDone = ''
  for (const one of told) {
    const step = steps.find((each) => each.evidence.includes(one.evidence))!
    if (isActual(step.modality) && /^(?:suspend|end|strike down)$/.test(step.effect)) return false
    const isDone = isActual(step.modality) && step.effect !== 'threaten' && !isToCome(step)
    const report = one.placed.reading.report.id
    const list = isDone ? done : ahead
    list.add(report)
    const out = isDone && step.from ? LAST_DAY : (one.placed.published.latest ?? LAST_DAY)
    if (isDone && out > lastDone) lastDone = out
    if (!isDone && step.effect === 'set' && step.from?.earliest) begins.set(report, step.from.earliest)
  }
  const later = [...begins.values()].filter((day) => day > lastDone).length
  return done.size > 0 && (done.size * 3 < ahead.size || (later > 1 && later >= done.size))
}

/** After every day that is told. */
const LAST_DAY = '9999'

/** The status of what is only planned or threatened. */
const planned = (steps: readonly Step[]): MeasureStatus =>
  steps.some(
    (step) => step.modality === 'planned' || step.modality === 'expected' || step.status === 'announced',
  )
    ? 'announced'
    : 'proposed'
