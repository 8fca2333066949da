// In: the issues of a record. Out: the one that is called so, and the one whose name some words hold; found by look-up.
import type { Issue } from '../../model/index.ts'
import { eachWord } from '../words.ts'

/** Finds issues by words of an entry. */
export interface IssueFinder {
  /** The issue of this id, else the first of this name. */
  issueCalled(idOrName: string): Issue | undefined
  /** The first of the user's issues and of the recurring matters whose name the words hold whole, one or many of it. */
  issueIn(words: string): Issue | undefined
}

/** Issues that a longer text may be filed under, a product among them; a good or a kind of measure it only mentions. */
const WIDER = /^(?:issue|matter|product):/

function wordsIn(text: string): string[] {
  const words: string[] = []
  eachWord(text.toLowerCase(), (word) => void words.push(word))
  return words
}

/** The names under which {@link IssueFinder.issueIn} finds an issue: lower-cased words with single spaces. */
export const widerNames = ({ id, names }: Issue): string[] =>
  WIDER.test(id)
    ? [...new Set(names.map((name) => wordsIn(name).join(' ')))].filter((name) => name !== '')
    : []

/**
 * Finds the first of some names, given in their order, that a text holds as whole words, as it stands or without a
 * last "s". Runs of words longer than the longest name are not looked at, so it takes the words of the text times those.
 */
export function nameIn(names: readonly string[]): (text: string) => number | undefined {
  const placeOf = new Map<string, number>()
  let longest = 0
  for (const [place, name] of names.entries()) {
    if (!placeOf.has(name)) placeOf.set(name, place)
    longest = Math.max(longest, name.split(' ').length)
  }
  return (text) => {
    const words = longest === 0 ? [] : wordsIn(text)
    let first: number | undefined
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + longest); to++) {
        const run = words.slice(from, to).join(' ')
        for (const place of [placeOf.get(run), run.endsWith('s') ? placeOf.get(run.slice(0, -1)) : undefined])
          if (place !== undefined && (first === undefined || place < first)) first = place
      }
    return first
  }
}

/** Indexes issues, which stand in the order in which they are to be found. */
export function issueFinder(issues: readonly Issue[]): IssueFinder {
  const called = new Map<string, Issue>()
  for (const issue of issues) called.set(issue.id, issue)
  for (const issue of issues) for (const name of issue.names) if (!called.has(name)) called.set(name, issue)
  const wider = issues.flatMap((issue) => widerNames(issue).map((name) => ({ name, issue })))
  const widerIn = nameIn(wider.map(({ name }) => name))
  return {
    issueCalled: (idOrName) => called.get(idOrName),
    issueIn: (words) => {
      const place = widerIn(words)
      return place === undefined ? undefined : wider[place]!.issue
    },
  }
}
