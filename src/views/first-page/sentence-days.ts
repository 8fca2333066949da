// In: entries. Out: the day a sentence tells in its own clause, whichever of its claims has it.
import { type Days, type Entry, type Evidence, isActual, sentenceKey } from '../../model/index.ts'
import { isInClause } from '../words/in-clause.ts'

/** What gives a day on which something was done or said: a promise and a due day tell what is to come. */
const TELLING: ReadonlySet<Entry['kind']> = new Set([
  'act',
  'statement',
  'measure',
  'agreement',
  'round',
  'position',
])
/** Due days, old plans, ends and the day of a count are not when a thing happens. */
const ELSEWHERE: ReadonlySet<string> = new Set(['due', 'to', 'from', 'asOf', 'until', 'originalDue'])

/**
 * "Paz, who had met the miners on Friday, offered a plan on Saturday": the day in the clause of the sentence itself, of two
 * such days the later; undefined where only other clauses, or no claim, have one.
 */
export function sentenceDays(entries: readonly Entry[]): (sentence: Evidence) => Days | undefined {
  const found = new Map<string, Days>()
  for (const entry of entries)
    if (TELLING.has(entry.kind) && entry.polarity === 'affirmed')
      for (const one of entry.evidence)
        for (const days of ownDays(entry, one)) {
          const before = found.get(sentenceKey(one))
          if (before?.latest === undefined || before.latest < days.latest!) found.set(sentenceKey(one), days)
        }
  return (sentence) => found.get(sentenceKey(sentence))
}

/** The single days of a piece of evidence that no clause beside its sentence's own tells. */
const ownDays = (entry: Entry, { quote, modality, days }: Evidence): Days[] =>
  isActual(modality)
    ? days.flatMap(({ role, words, earliest, latest }) =>
        earliest === undefined || earliest !== latest || ELSEWHERE.has(role)
          ? []
          : isInClause({ quote, day: words, ...deedOf(entry, words) })
            ? []
            : { earliest, latest },
      )
    : []

/** The words of an act where its day stands among them. */
const deedOf = ({ kind, body }: Entry, day: string): { words?: string; verb?: string } =>
  kind === 'act' && 'words' in body && body.words?.includes(day)
    ? { words: body.words, verb: body.type.split(': ').at(-1)! }
    : {}
