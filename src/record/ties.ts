// In: an entry. Out: the keys by which it bears on others when they are tied: what it asks for, what it answers.
import type { Entry } from '../model/index.ts'
import { deadlineKeys } from './day-disputes.ts'
import { saidKeys } from './denial-disputes.ts'
import { figureKeys } from './figure-disputes.ts'
import { olderKey } from './history.ts'
import { namingWords, wordsOfName } from './named.ts'
import { doneKeys, promisedKey } from './terms.ts'
import type { KnownBy } from './told-on.ts'
import { voteKeys } from './vote-disputes.ts'

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
  return [...named, ...ownAnswers(entry, known), ...heldAgainst(entry, known)]
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

/** Two entries can only disagree where they share one of these keys. */
export function heldAgainst(entry: Entry, known: KnownBy): string[] {
  if (entry.aside) return []
  const said = saidKeys(entry, known)
  if (entry.kind === 'figure') return figureKeys(entry, known).filter((key) => !key.startsWith('beside|'))
  if (entry.kind === 'deadline') return [...said, ...deadlineKeys(entry)]
  if (entry.kind === 'act') return [...said, ...voteKeys(entry)]
  return said
}

const reportsOf = ({ evidence }: Entry): string[] => [...new Set(evidence.map(({ report }) => report))]

/** The longest of some words, the first of equals by the alphabet. */
const tellingWord = (words: readonly string[]): string | undefined =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]
