// In: an entry. Out: the keys by which it bears on others when they are tied: what it asks for, what it answers.
import type { Entry } from '../model/index.ts'
import { deadlineKeys, isDueApart } from './disputes/day-disputes.ts'
import { denies, saidAgainst, saidKeys } from './disputes/denial-disputes.ts'
import { areApart, figureKeys } from './disputes/figure-disputes.ts'
import { isOneVote, voteKeys } from './disputes/vote-disputes.ts'
import type { KnownBy } from './fate/told-on.ts'
import { olderKey } from './history.ts'
import { namingWords, wordsOfName } from './names/named.ts'
import { doneKeys, promisedKey } from './terms.ts'

/**
 * What is made of an entry rests only on entries that answer what it asks for: agreements for what was promised, acts
 * that keep it, what the ends of a linkage name, older figures of a measure.
 */
export function asksOf(entry: Entry, known: KnownBy): string[] {
  switch (entry.kind) {
    case 'commitment': {
      const [by] = entry.body.by
      const named = entry.body.under === undefined ? [] : [by ? `deal of|${by.id}` : 'deals']
      return [...reportsOf(entry).map((report) => `deal|${report}`), ...named, `done|${promisedKey(entry)}`]
    }
    case 'linkage':
      return [entry.body.from, entry.body.to ?? ''].flatMap((text) => {
        const words = namingWords(text)
        const whole = tellingWord(words)
        return [...words.map((word) => `within|${word}`), ...(whole ? [`holds|${whole}`] : [])]
      })
    case 'figure': {
      const older = olderKey(entry, known)
      return older === undefined ? [] : [`older|${older}`]
    }
    default:
      return []
  }
}

export function answersOf(entry: Entry, known: KnownBy): string[] {
  const words = wordsOfName(entry)
  const whole = words && tellingWord(words)
  const named = whole ? [`within|${whole}`, ...new Set(words.map((word) => `holds|${word}`))] : []
  return [...named, ...ownAnswers(entry, known), ...heldBy(entry, known)]
}

function ownAnswers(entry: Entry, known: KnownBy): string[] {
  switch (entry.kind) {
    case 'agreement':
      return [
        'deals',
        ...reportsOf(entry).map((report) => `deal|${report}`),
        ...entry.body.between.map(({ id }) => `deal of|${id}`),
      ]
    case 'act':
      return entry.polarity === 'affirmed' ? doneKeys(entry).map((key) => `done|${key}`) : []
    case 'figure':
      return asksOf(entry, known)
    default:
      return []
  }
}

/** Keys by which an entry is found where another may disagree with it. */
function heldBy(entry: Entry, known: KnownBy): string[] {
  return entry.aside ? [] : [...saidKeys(entry, known), ...valueKeys(entry, known)]
}

/** An entry can only disagree with those that one of these keys leads to. */
export function heldAgainst(entry: Entry, known: KnownBy): string[] {
  return entry.aside ? [] : [...saidAgainst(entry, known), ...valueKeys(entry, known)]
}

function valueKeys(entry: Entry, known: KnownBy): string[] {
  if (entry.kind === 'figure') return figureKeys(entry, known)
  if (entry.kind === 'deadline') return deadlineKeys(entry)
  return entry.kind === 'act' ? voteKeys(entry) : []
}

/** Whether two entries, one of which a key of the other leads to, disagree, unless something explains it. */
export function mayDisagree(a: Entry, b: Entry, known: KnownBy): boolean {
  if (a.aside || b.aside) return false
  if (a.kind === 'figure' || b.kind === 'figure')
    return a.kind === 'figure' && b.kind === 'figure' && areApart(a, b, known)
  if (a.kind === 'deadline' && b.kind === 'deadline') return isDueApart(a, b, known)
  if (a.kind === 'act' && b.kind === 'act' && isOneVote(a, b)) return true
  return denies(a, b, known) || denies(b, a, known)
}

const reportsOf = ({ evidence }: Entry): string[] => [...new Set(evidence.map(({ report }) => report))]

/** The longest of some words, the first of equals by the alphabet. */
const tellingWord = (words: readonly string[]): string | undefined =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]
