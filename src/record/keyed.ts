// In: a reading. Out: what is looked at of a report to tell what it is about: its keys, and how often it has each.
import { type Claim, type Reading, toNumber } from '../model/index.ts'
import { wordsOf } from './words.ts'

/**
 * Whether a claim tells of negotiating: of talks, agreements, measures, due days, promises, votes, threats. Who demands,
 * rejects or reproaches something is told as often in a scandal or a campaign.
 */
function negotiates({ kind, body }: Claim): boolean {
  if (kind !== 'act' && kind !== 'state') return false
  if (body.about !== undefined) return true
  return (
    kind === 'act' &&
    (/^(?:AGREE|THREATEN)$/.test(body.plover ?? '') || /^(?:vote|veto|sign)/.test(body.type))
  )
}

const NO_KEY = /^(outlet|office|phrase):/

/** What is looked at of one report. Keys are ids of what it names, and "w:" words of its title and claims. */
export interface Keyed {
  readonly id: string
  /** An official document is no news: whoever put it beside reports meant it. */
  readonly official: boolean
  /** The day it appeared, at the latest, as the number of a day. */
  readonly day?: number
  /** The keys it has, each once, and how often it has each of them. */
  readonly keys: readonly string[]
  readonly times: readonly number[]
  /** Sentences read into claims, and those of them that negotiate. */
  readonly read: number
  readonly negotiating: number
}

const keys = new Map<string, string>()

/** The key of a word; empty where it may tell nothing of what a text is about. */
function keyOfWord(word: string): string {
  let key = keys.get(word)
  if (key === undefined) {
    key = word.length > 2 && !/^\d/.test(word) ? `w:${word}` : ''
    if (keys.size > 200_000) keys.clear()
    keys.set(word, key)
  }
  return key
}

/** The keys of a text's words, each once. */
function keysIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const word of wordsOf(text)) {
    const key = keyOfWord(word)
    if (key !== '') found.add(key)
  }
  return found
}

export function keyedOf(reading: Reading): Keyed {
  const counts = new Map<string, number>()
  const add = (key: string, times: number) => counts.set(key, (counts.get(key) ?? 0) + times)
  const names = reading.mentions.filter(({ id }) => !NO_KEY.test(id))
  for (const { id, count } of names) add(id, count)
  const quotes = new Map<string, boolean>()
  for (const claim of reading.claims) {
    const { quote } = claim.evidence
    quotes.set(quote, quotes.get(quote) === true || negotiates(claim))
  }
  for (const quote of quotes.keys()) for (const key of keysIn(quote)) add(key, 1)
  // What a headline names is what the report is about.
  for (const key of keysIn(reading.report.title ?? '')) add(key, 2)
  const { latest } = reading.report.published
  return {
    id: reading.report.id,
    official: reading.report.genre === 'official',
    ...(latest === undefined ? {} : { day: toNumber(latest) }),
    keys: [...counts.keys()],
    times: [...counts.values()],
    read: quotes.size,
    negotiating: [...quotes.values()].filter((talks) => talks).length,
  }
}

/** The same with a number for each key. */
export interface Numbered extends Omit<Keyed, 'keys'> {
  readonly keys: Int32Array
}

/** Numbers for keys, from 0, and what each stands for. */
export interface KeyNumbers {
  numberOf(key: string): number
  nameOf(number: number): string
}

/** Numbers given in the order in which keys are asked for; `names` has what each stands for. */
export function keyNumbers(): KeyNumbers & { readonly names: readonly string[] } {
  const names: string[] = []
  const numbers = new Map<string, number>()
  return {
    names,
    numberOf: (key) => {
      let number = numbers.get(key)
      if (number === undefined) {
        number = names.push(key) - 1
        numbers.set(key, number)
      }
      return number
    },
    nameOf: (number) => names[number]!,
  }
}

export const numbered = ({ keys, ...rest }: Keyed, { numberOf }: Pick<KeyNumbers, 'numberOf'>): Numbered => ({
  ...rest,
  keys: Int32Array.from(keys, numberOf),
})
