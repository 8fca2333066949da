// In: figures. Out: whether two measure one thing, by the words and names that say what they measure.
import { comparedUnit, type EntryOf, type Evidence, isMoney, type Value } from '../../model/index.ts'
import { contentWords } from '../words.ts'

type Figure = EntryOf<'figure'>

/** Words that tell one measure: each group counts as its first word. General English; no trade or place. */
const KIN: readonly string[] = [
  'import imported importing',
  'export exported exporting shipped shipping sell sold',
  'deficit shortfall gap',
  'arrest arrested apprehended apprehend apprehension detained detention stopped caught',
  'deploy deployed deployment send sent station stationed sending',
  'soldier troop guard guardsmen guardsman',
  'job position',
  'worker employee staff',
  'killed death dead died toll casualty fatality',
  'injured wounded hurt',
  'car auto automobile vehicle',
  'trade commerce',
  'spend spent spending expenditure',
  'invest invested investment',
  'fire fired launch launched shoot shot',
  'fly flew flown carry carried',
]
/** Words that are a measure by themselves; of others ("boats") one alone says too little. */
const MEASURES: ReadonlySet<string> = new Set(
  'import export deficit surplus arrest killed injured trade spend invest budget debt revenue aid'.split(' '),
)
/** Words that say nothing of what is measured. */
const EMPTY: ReadonlySet<string> = new Set(
  'people person individual man woman total annual annually yearly year month number figure amount level worth value good thing additional another new recent last some billion million member'.split(
    ' ',
  ),
)
/** Words that say whose wish a value is: two such are of one thing where one party has both. */
const WISHES: ReadonlySet<string> = new Set(
  'offer offered demand demanded propose proposed proposal seek sought ask asked want wanted request requested bid'.split(
    ' ',
  ),
)
const FIRST = new Map(
  KIN.flatMap((group) => {
    const words = group.split(' ')
    return words.map((word): [string, string] => [word, words[0]!])
  }),
)

/** The word that stands for all of its like: "apprehended" gives "arrest". */
export const kinOf = (word: string): string => FIRST.get(word) ?? word

/** The words that say what a figure measures, each group of like words as one. */
export const measuredWords = (figure: Figure): ReadonlySet<string> => measuredIn(figure.body.measures)

const measured = new Map<string, ReadonlySet<string>>()

function measuredIn(text: string): ReadonlySet<string> {
  let words = measured.get(text)
  if (!words) {
    if (measured.size > 50_000) measured.clear()
    words = new Set(
      contentWords(text)
        .map((word) => FIRST.get(word) ?? word)
        .filter((word) => !EMPTY.has(word) && !WISHES.has(word) && !/^\d/.test(word)),
    )
    measured.set(text, words)
  }
  return words
}

/** Words of a sentence by which its number is asked for or offered, not told. */
const BIDS =
  /\b(?:ask(?:s|ed|ing)? for|demand(?:s|ed|ing)?|offer(?:s|ed|ing)?|propos(?:e|es|ed|ing)|(?:could|can) live with|settle for|opening bid|(?:prepared|ready|willing) to (?:accept|admit|take|pay|give|grant|cut|lower|raise|offer|go)|(?:come|comes|came|coming|gone?|going|went) (?:down|up) (?:to|from)|put forward|hold(?:s|ing)? out for|resist(?:s|ed|ing)?)\b/
export const isBid = ({ quote }: Pick<Evidence, 'quote'>): boolean => BIDS.test(quote)

/** Whether a figure is what a party offers or demands, which may change from one day to the next. */
export const isWish = ({ body }: Figure): boolean =>
  contentWords(body.measures).some((word) => WISHES.has(word))

/** "%", a currency, or "count" for all that is counted: the counted noun is among the words. */
export const unitKind = ({ unit }: Value): string =>
  unit === '%' || isMoney(unit) ? comparedUnit(unit) : 'count'

/** Least share of all their words that two figures of one measure share. */
const ALIKE = 1 / 3

/**
 * Whether two figures measure one thing: they share half of the fewer words and a third of all (`exactly`: all), and
 * what they name meets. Where one names nothing, its sentence must hold what the other names.
 */
export function measureOne(a: Figure, b: Figure, exactly = false): boolean {
  return a.body.change === b.body.change && measureLike(a, b, exactly)
}

/** As `measureOne`, whichever way the values went. */
function measureLike(a: Figure, b: Figure, exactly: boolean): boolean {
  if (unitKind(a.body.value) !== unitKind(b.body.value)) return false
  const wishes = isWish(a)
  if (wishes !== isWish(b) || (wishes && !a.body.of.some(({ id }) => b.body.of.some((ref) => ref.id === id))))
    return false
  const left = measuredWords(a)
  const right = measuredWords(b)
  const fewer = Math.min(left.size, right.size)
  const shared = [...left].filter((word) => right.has(word))
  const all = left.size + right.size - shared.length
  if (shared.length === 0 || shared.length < fewer / 2 || shared.length < (exactly ? all : ALIKE * all))
    return false
  const here = namedIn(a)
  const there = namedIn(b)
  if (here.size > 0 && there.size > 0) return [...here].some((id) => there.has(id))
  if (shared.length < 2 && !shared.some((word) => MEASURES.has(word))) return false
  const [mine, theirs] = [namesBeside(a, b), namesBeside(b, a)]
  // Where neither names anybody, words that are nearly the same stand for it.
  if (mine.size === 0 && theirs.size === 0) return shared.length * 3 >= all * 2
  return nameOneThing(mine, theirs)
}

/** The names of a figure, but for a first word that the other has in small letters: "Turnout in the ballot". */
const namesBeside = (figure: Figure, other: Figure): ReadonlySet<string> =>
  new Set([...properNames(figure)].filter((name) => !measuredWords(other).has(name.toLowerCase())))

/** What two figures that {@link tellOpposites} have in common: the owners, and all words but those of a balance. */
export const oppositeKey = (figure: Figure): string => {
  const rest = [...measuredWords(figure)].filter((word) => !BALANCES.has(word)).sort()
  return `${figure.body.of
    .map(({ id }) => id)
    .sort()
    .join('+')}|${rest.join(' ')}`
}

/**
 * Whether two figures tell one thing's opposite: a rise and a fall of it, or a surplus and a deficit of one owner. What
 * is a surplus for one side is a deficit for the other, so owners must be told and be the same.
 */
export function tellOpposites(a: Figure, b: Figure): boolean {
  const owners = ({ body }: Figure) => body.of.map(({ id }) => id).sort()
  const [mine, theirs] = [owners(a), owners(b)]
  if (mine.length === 0 || mine.join() !== theirs.join()) return false
  if (a.body.change !== undefined && b.body.change !== undefined)
    return a.body.change !== b.body.change && measureLike(a, b, true)
  const balance = (figure: Figure) => [...measuredWords(figure)].filter((word) => BALANCES.has(word))
  const [left, right] = [balance(a), balance(b)]
  if (left.length !== 1 || right.length !== 1 || left[0] === right[0] || a.body.change !== b.body.change)
    return false
  const rest = (figure: Figure) => [...measuredWords(figure)].filter((word) => !BALANCES.has(word)).sort()
  const named = (figure: Figure) =>
    (figure.body.named ?? []).filter((id) => !owners(figure).includes(id)).sort()
  return rest(a).join() === rest(b).join() && named(a).join() === named(b).join()
}

const BALANCES: ReadonlySet<string> = new Set(['deficit', 'surplus'])

/** Whether what one counts ("children") is not among the words of the other, which counts more or something else. */
export function countApart(a: Figure, b: Figure): boolean {
  if (a.body.value.unit === b.body.value.unit) return false
  const strange = (figure: Figure, words: ReadonlySet<string>): boolean => {
    if (unitKind(figure.body.value) !== 'count') return false
    return [...measuredIn(figure.body.value.unit)].some((word) => !words.has(word))
  }
  return strange(a, measuredWords(b)) || strange(b, measuredWords(a))
}

/** Half of the names of the shorter list stand in the other. */
export function nameOneThing(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  const shared = [...mine].filter((name) => theirs.has(name)).length
  return shared > 0 && shared >= Math.min(mine.size, theirs.size) / 2
}

const namedIn = ({ body }: Figure): ReadonlySet<string> =>
  new Set([...body.of.map((ref) => ref.id), ...(body.named ?? [])])

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

/** Capitalised words of what a figure measures, or else of its sentences; dots, weekdays and a small first word left out. */
export function properNames({ body, evidence }: Figure): ReadonlySet<string> {
  const names = (text: string) =>
    [...text.matchAll(/\p{Lu}[\p{L}.]+/gu)]
      .filter((match) => match.index > 2 || contentWords(match[0]).length > 0)
      .map((match) => match[0].replaceAll('.', ''))
      .filter((name) => !WEEKDAY.test(name))
  const own = names(body.measures)
  return new Set(
    own.length > 0 ? own : evidence.flatMap(({ quote }) => [...names(quote), ...initialsIn(quote)]),
  )
}

const TITLE = /\p{Lu}\p{L}+(?: (?:(?:and|of|the|for) )*\p{Lu}\p{L}+){2,5}/gu

/** What long names are shortened to: "Bureau of Fish and Game" to "BFG"; also without a first word that is no part of it. */
function initialsIn(text: string): string[] {
  return [...text.matchAll(TITLE)].flatMap(([title]) => {
    const initials = title.replace(/[^\p{Lu} ]|(?<=\S)\S/gu, '').replaceAll(' ', '')
    return initials.length > 3 ? [initials, initials.slice(1)] : [initials]
  })
}
