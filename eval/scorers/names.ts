// In: GUM-open news and MEANTIME. Out: exact F1 of persons, organisations and places.
import type { NameType } from '#parley/language/doc.ts'
import type { Range } from '#parley/model/range.ts'
import { type Counts, f1, noCounts, precision, recall } from '../counts.ts'
import { gumNames } from '../gold/gum-names.ts'
import { meantimeNames } from '../gold/meantime.ts'
import type { GoldName, NamedDocument } from '../gold/named-document.ts'
import { coreOf, isTitle } from '../name-core.ts'
import { scorerOf } from '../task.ts'

type Type = GoldName['type']
/** "state": a government, which the sets mark as a place or an organisation as the annotator read it; both are right. */
type FoundType = Type | 'state'

interface FoundName extends Range {
  readonly type: FoundType
}

const KINDS: Partial<Readonly<Record<NameType, FoundType>>> = {
  person: 'person',
  organisation: 'organisation',
  outlet: 'organisation',
  place: 'place',
  government: 'state',
}

const fits = (gold: Type, found: FoundType): boolean =>
  found === gold || (found === 'state' && gold !== 'person')

const within = (outer: readonly Range[], inner: Range): boolean =>
  outer.some(({ start, end }) => start <= inner.start && inner.end <= end)

/** Cores of the gold names, each once, outermost only, mere titles left out. */
function goldOf({ text, names }: NamedDocument): GoldName[] {
  const cores = new Map<string, GoldName>()
  for (const { start, end, type } of names) {
    const core = coreOf(text, { start, end }, type === 'person')
    const words = text.slice(core.start, core.end).split(/\s+/)
    if (type !== 'person' || !words.every(isTitle)) cores.set(`${core.start}-${core.end}`, { ...core, type })
  }
  const all = [...cores.values()]
  return all.filter((name) => !all.some((other) => other !== name && within([other], name)))
}

/** Cores of the found names; what stands on ignored words and is no gold name is left out. */
function foundOf(
  { text, ignored }: NamedDocument,
  gold: readonly GoldName[],
  found: readonly FoundName[],
): FoundName[] {
  const exact = new Set(gold.map(({ start, end }) => `${start}-${end}`))
  return found
    .map((name) => ({ ...coreOf(text, name, name.type === 'person'), type: name.type }))
    .filter((name) => exact.has(`${name.start}-${name.end}`) || !within(ignored, name))
}

const ALL = 'names (person, organisation, place), GUM-open news + MEANTIME, exact span and type F1'
const SPAN = '— span alone F1'
const typeRow = (type: Type) => `— ${type} F1`
const setRow = (set: string) => `— ${set} F1`
const TYPES: readonly Type[] = ['person', 'organisation', 'place']
const SETS = ['GUM-open news', 'MEANTIME']

export const names = scorerOf<NamedDocument, readonly FoundName[]>({
  name: 'names',
  data: 'meantime',
  definition:
    'CoNLL-2003 exact span and type, micro. GUM-open news: Entity marks with a proper-noun head (work = train, check = dev); MEANTIME: named mentions of the first six sentences, which alone are marked throughout (sha1). Articles, possessives and titles are cut on both sides (eval/name-core.ts), only the outermost name counts, nationality adjectives, peoples and named events are ignored, a government may be marked place or organisation. Offices, products, laws, events and goods are not scored.',
  rows: [
    { name: ALL, floor: 0.78, target: 0.86 },
    ...SETS.map((set) => ({ name: setRow(set) })),
    ...TYPES.map((type) => ({ name: typeRow(type) })),
    { name: SPAN },
    { name: '— precision' },
    { name: '— recall' },
  ],
  items: (side) => [...gumNames(side), ...meantimeNames(side)],
  perfect: goldOf,
  nothing: () => [],
  missing: (layers) => layers.lacks('startDraft', 'tag', 'findNames'),
  answer: (item, layers) =>
    layers.read(item.text, 'findNames').names.flatMap(({ start, end, type }) => {
      const kind = KINDS[type]
      return kind === undefined ? [] : [{ start, end, type: kind }]
    }),
  measure: (items, answers) => {
    const all = noCounts()
    const span = noCounts()
    const byType: Record<Type, Counts> = { person: noCounts(), organisation: noCounts(), place: noCounts() }
    const bySet = new Map(SETS.map((set) => [set, noCounts()]))
    items.forEach((item, i) => {
      const gold = goldOf(item)
      const found = foundOf(item, gold, answers[i]!)
      const set = bySet.get(item.set)!
      const at = new Map(found.map((name) => [`${name.start}-${name.end}`, name]))
      for (const counts of [all, span, set]) {
        counts.gold += gold.length
        counts.found += found.length
      }
      for (const name of gold) {
        const match = at.get(`${name.start}-${name.end}`)
        byType[name.type].gold++
        if (match === undefined) continue
        span.right++
        if (!fits(name.type, match.type)) continue
        all.right++
        set.right++
        byType[name.type].right++
      }
      const goldAt = new Map(gold.map((name) => [`${name.start}-${name.end}`, name]))
      for (const { start, end, type } of found) {
        byType[type === 'state' ? (goldAt.get(`${start}-${end}`)?.type ?? 'place') : type].found++
      }
    })
    return {
      [ALL]: f1(all),
      [SPAN]: f1(span),
      ...Object.fromEntries(TYPES.map((type) => [typeRow(type), f1(byType[type])])),
      ...Object.fromEntries(SETS.map((set) => [setRow(set), f1(bySet.get(set)!)])),
      '— precision': precision(all),
      '— recall': recall(all),
    }
  },
  errors: (item, answer) =>
    differences(item, answer).map(({ kind, start, end, found }) => {
      const { text } = item
      const near = `${text.slice(Math.max(0, start - 50), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 40)}`
      const other = found === undefined ? '' : ` found ${JSON.stringify(text.slice(found.start, found.end))}`
      return `${item.name} ${kind}${other} ${JSON.stringify(near)}`
    }),
  details: (items, answers) => {
    const counts = new Map<string, number>()
    items.forEach((item, i) => {
      for (const { kind } of differences(item, answers[i]!)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    })
    return [
      'ten commonest confusions of names:',
      ...[...counts]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 10)
        .map(([kind, n]) => `${String(n).padStart(5)}  ${kind}`),
    ]
  },
})

interface Difference extends Range {
  readonly kind: string
  readonly found?: Range
}

/** What differs: a missed name, one too many, another type, other ends. */
function differences(item: NamedDocument, answer: readonly FoundName[]): Difference[] {
  const gold = goldOf(item)
  const found = foundOf(item, gold, answer)
  const crosses = (a: Range, b: Range) => a.start < b.end && b.start < a.end
  const result: Difference[] = []
  for (const name of gold) {
    const same = found.find(({ start, end }) => start === name.start && end === name.end)
    const near = found.find((each) => crosses(each, name))
    if (same !== undefined) {
      if (!fits(name.type, same.type)) result.push({ ...name, kind: `${name.type} → ${same.type}` })
    } else if (near === undefined) result.push({ ...name, kind: `${name.type} → nothing` })
    else result.push({ start: name.start, end: name.end, kind: `${name.type} with other ends`, found: near })
  }
  for (const each of found) {
    if (!gold.some((name) => crosses(each, name))) result.push({ ...each, kind: `nothing → ${each.type}` })
  }
  return result
}
