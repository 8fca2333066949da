// In: ids of persons with one last word, what is told of them. Out: which are one person, by the id kept.

/** What is told of persons: how often each name, and whether some report names the one beside any of the others. */
interface Told {
  facts(id: string): readonly { readonly times: number }[]
  together(id: string, others: readonly string[]): boolean
}

/** Short for another given name, by general knowledge. */
const SHORT_FOR: ReadonlyMap<string, string> = new Map(
  (
    'al=albert alex=alexander andy=andrew ben=benjamin bernie=bernard bill=william billy=william bob=robert bobby=robert ' +
    'charlie=charles chris=christopher chuck=charles dan=daniel danny=daniel dave=david debbie=deborah dick=richard ' +
    'don=donald ed=edward eddie=edward frank=francis fred=frederick gabe=gabriel greg=gregory jack=john jake=jacob ' +
    'jeff=jeffrey jerry=gerald jim=james jimmy=james joe=joseph joey=joseph josh=joshua ken=kenneth larry=lawrence ' +
    'liz=elizabeth matt=matthew mike=michael mick=michael mitch=mitchell nate=nathaniel nick=nicholas pat=patrick ' +
    'patty=patricia pete=peter phil=philip ray=raymond rich=richard rick=richard rob=robert ron=ronald russ=russell ' +
    'sam=samuel steve=steven stephen=steven sue=susan ted=edward terry=terence thom=thomas tim=timothy tom=thomas ' +
    'tommy=thomas tony=anthony vin=vincent will=william'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

/** A name with at most so many words between the given name and the last. */
const MOST_MIDDLE = 2

interface FullName {
  readonly id: string
  readonly given: string
  /** First letters of what stands between given name and surname. */
  readonly middle: string
  readonly count: number
}

/**
 * Persons of one surname and one given name, or its short form ("Chuck" for Charles), are one where the initials between
 * do not differ ("Anna B. Lee" and "Anna Lee") and, for a short form, no report names both; the one named most is kept.
 * Where initials differ ("George W. Marsh", "George H. Marsh") the name without them is nobody of them.
 */
export function sameFullName(ids: readonly string[], names: Told): Map<string, string> {
  const aliases = new Map<string, string>()
  const byGiven = new Map<string, FullName[]>()
  for (const id of ids) {
    const [given = '', ...rest] = id.slice(id.indexOf(':') + 1).split('-')
    const middle = rest.slice(0, -1)
    if (middle.length > MOST_MIDDLE || given.length < 2) continue
    const count = names.facts(id).reduce((sum, { times }) => sum + times, 0)
    const root = SHORT_FOR.get(given) ?? given
    const one = { id, given, middle: middle.map((word) => word.charAt(0)).join(''), count }
    byGiven.set(root, [...(byGiven.get(root) ?? []), one])
  }
  for (const group of byGiven.values()) {
    if (group.length < 2) continue
    const known = [...group].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    const longest = known.reduce((most, { middle }) => (middle.length > most.length ? middle : most), '')
    const isOne = known.every(({ middle }) => longest.startsWith(middle))
    const kept = isOne ? known[0]! : undefined
    for (const one of known) {
      const same = kept ?? known.find(({ middle }) => middle === one.middle)!
      if (same.id === one.id) continue
      if (same.given !== one.given && names.together(one.id, [same.id])) continue
      aliases.set(one.id, same.id)
    }
  }
  return aliases
}
