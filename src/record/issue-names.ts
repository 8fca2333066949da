// In: the issues of a record. Out: the one that is called so, and the one whose name some words hold; found by look-up.
import type { Issue } from '../model/index.ts'
import { eachWord } from './words.ts'

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

/** Every run of words in a text, as it stands and without a last "s". */
export function runsIn(text: string): string[] {
  const words = wordsIn(text)
  const runs = new Set<string>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) {
      const run = words.slice(from, to).join(' ')
      runs.add(run)
      if (run.endsWith('s')) runs.add(run.slice(0, -1))
    }
  return [...runs]
}

/** Indexes issues, which stand in the order in which they are to be found. */
export function issueFinder(issues: readonly Issue[]): IssueFinder {
  const called = new Map<string, Issue>()
  const wider = new Map<string, number>()
  for (const issue of issues) called.set(issue.id, issue)
  for (const [at, issue] of issues.entries()) {
    for (const name of issue.names) if (!called.has(name)) called.set(name, issue)
    for (const name of widerNames(issue)) if (!wider.has(name)) wider.set(name, at)
  }
  return {
    issueCalled: (idOrName) => called.get(idOrName),
    issueIn: (words) => {
      const found = runsIn(words).flatMap((run) => wider.get(run) ?? [])
      return found.length === 0 ? undefined : issues[Math.min(...found)]
    },
  }
}
