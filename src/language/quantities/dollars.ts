// In: a draft with names and quantities. Out: whose dollars its "$" and "dollars" are, where no word beside them says so.
import type { Name, Quantity } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import { nameWordsOf } from '../names/words.ts'

/** Dollars that could be of several states. */
const DOLLAR = 'dollar'
const US = 'USD'

/**
 * A bare "$" is of the state that the report is about, where that has dollars and no other that has is as much in it;
 * of two, of the one that the report is dated from or whose outlet prints it. American where the report marks the others
 * ("C$"), comes from an agency that does, or is about no other state with dollars. Else it stays open whose they are.
 */
export function settleDollars(draft: Draft, lexicon: Lexicon, outlet = ''): void {
  const bare = draft.quantities.filter((one) => isBare(draft, one))
  if (bare.length === 0) return
  const currency = currencyOf(draft, lexicon, outlet)
  if (currency === US) return
  const open = new Set(bare)
  draft.quantities = draft.quantities.map((one) =>
    open.has(one) ? { ...one, unit: one.unit.replace(US, currency) } : one,
  )
}

/** "$5", "five dollars"; not "US$5", "5 American dollars", "USD 5". */
function isBare({ text }: Draft, { unit, start, end }: Quantity): boolean {
  if (!unit.startsWith(US)) return false
  const words = text.slice(Math.max(0, start - 4), end)
  return /\$|\bdollars?\b|\bbucks?\b/i.test(words) && !/\bU\.?\s?S\b|\bAmerican\b|\bUSD\b/.test(words)
}

function currencyOf(draft: Draft, lexicon: Lexicon, outlet: string): string {
  const dollars = new Map(lexicon.table('dollars').map(({ of = '', currency = '' }) => [of, currency]))
  if (draft.fingerprint.credits.some((one) => one.whole && dollars.has(one.outlet))) return US
  const marked = markedIn(draft)
  if (marked !== undefined) return marked
  const told = statesIn(draft, lexicon)
  const most = Math.max(0, ...told.values())
  const near = [...told].flatMap(([state, times]) => (2 * times >= most ? (dollars.get(state) ?? []) : []))
  const other = near.find((one) => one !== US)
  if (other === undefined) return US
  const printed = dollars.get(stateIn(outlet, lexicon) ?? '')
  if (printed !== undefined && near.includes(printed)) return printed
  const dated = draft.names.find(({ first }) => draft.sents[draft.tokens.sent[first]!]!.role === 'dateline')
  const from = dated && stateOf(dated, lexicon)
  return near.length === 1 && (from === undefined || dollars.get(from) === other) ? other : DOLLAR
}

/** American where a sign marks the others ("C$5"); those that words name ("5 Canadian dollars") where they are of one state. */
function markedIn({ text, quantities }: Draft): string | undefined {
  const own = quantities.filter(
    ({ unit, start, end }) => /\$|\bdollars?\b/.test(text.slice(start, end)) && !unit.startsWith(US),
  )
  if (own.some(({ start, end }) => text.slice(start, end).includes('$'))) return US
  const named = [...new Set(own.map(({ unit }) => unit.slice(0, 3)))]
  return named.length === 1 ? named[0] : undefined
}

/** How often the report speaks of each state: by its name, its people, or a body or place of it. */
function statesIn(draft: Draft, lexicon: Lexicon): Map<string, number> {
  const times = new Map<string, number>()
  for (const name of draft.names) {
    const state = name.type === 'outlet' ? undefined : stateOf(name, lexicon)
    if (state !== undefined) times.set(state, (times.get(state) ?? 0) + 1)
  }
  return times
}

/** The state that a name is, is of or is called after. */
function stateOf({ id, of, canonical }: Name, lexicon: Lexicon): string | undefined {
  const { states } = nameWordsOf(lexicon)
  return [id, of ?? ''].find((one) => states.has(one)) ?? stateIn(canonical, lexicon)
}

/** The state whose name or people is a word of these: "Canadian Press". */
function stateIn(words: string, lexicon: Lexicon): string | undefined {
  const { states, demonyms } = nameWordsOf(lexicon)
  for (const word of words.split(/\s+/)) {
    const people = demonyms.get(word)
    if (people !== undefined) return people
    for (const [state, name] of states) if (name === word) return state
  }
  return undefined
}
