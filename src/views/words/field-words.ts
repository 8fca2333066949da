// In: where the body of an entry says something. Out: words a reader knows for it; none for what only keeps the record.

/** Fields whose own names would not be understood, or that are shown by another name. */
const WORDS: Readonly<Record<string, string>> = {
  about: 'what it is about',
  asOf: 'as of',
  between: 'sides',
  chain: 'due days told',
  goal: 'to what end',
  inResponseTo: 'in answer to',
  inSession: 'in session',
  leftOpen: 'left open',
  measures: 'of what',
  movedFrom: 'moved from',
  obligor: 'who must act',
  of: 'whose',
  onLapse: 'if it lapses',
  originalDue: 'first due',
  setBy: 'set by',
  steps: 'step',
  toldBy: 'told by',
  toIsBound: 'end is a bound',
  user: 'used by',
}

// Counts and ids by which the record is kept, each shown in its own field besides.
const KEPT: ReadonlySet<string> = new Set([
  'endToldBy',
  'fromEntry',
  'movesTold',
  'named',
  'namedBy',
  'ordinals',
  'plover',
  'terms',
])

// What names itself in a list of things: a person, a party, an office.
const BARE: ReadonlySet<string> = new Set(['members', 'office', 'party', 'person', 'stage', 'who'])

const TELLER: Readonly<Record<string, string>> = {
  self: 'itself',
  opponent: 'the other side',
  outlet: 'the report',
  third: 'a third party',
}

/** "told by" for "toldBy", "effective from" for "effectiveFrom"; undefined for what is no reader's business. */
export function fieldWords(path: string): string | undefined {
  const names = path.split(' ')
  if (names.some((name) => KEPT.has(name))) return undefined
  return names
    .map((name) => WORDS[name] ?? name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`))
    .join(', ')
}

/** A value as its field means it: "itself" for a teller "self". */
export const fieldValue = (path: string, value: string): string =>
  path === 'toldBy' ? (TELLER[value] ?? value) : value

/** One thing of a list in words: "Brazil, Ana Reis, Foreign Minister". */
export const thingWords = (leaves: Iterable<readonly [path: string, value: string]>): string =>
  [...leaves]
    .flatMap(([path, value]) => {
      const words = fieldWords(path)
      if (words === undefined) return []
      return BARE.has(path.slice(path.lastIndexOf(' ') + 1))
        ? [value]
        : [`${words} ${fieldValue(path, value)}`]
    })
    .join(', ')
