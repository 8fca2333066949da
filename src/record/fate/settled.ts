// In: a record and an agreement that is only proposed or planned. Out: whether a later report tells that the same sides made it.
import { type Entry, type EntryOf, isActual, MADE_STAGES } from '../../model/index.ts'
import { tellingWords } from '../assemble/due-matters.ts'
import { byEachKey } from '../group.ts'
import { once } from '../once.ts'
import type { RecordReader } from '../reader.ts'

type Agreement = EntryOf<'agreement'>

/** Words or sides that two agreements must have in common. */
const FEWEST = 2

/**
 * Whether an agreement none of whose stages has come about is told as made by a report that came out after all that tell it: with two
 * words of its name in common ("a contract for forty ferries": "the ferry contract with Orm"), or by the same sides under a name that says no more
 * than "the deal" or shares a word with its own.
 */
export function isMadeSince(reader: RecordReader, agreement: Agreement): boolean {
  const { name, stages, between } = agreement.body
  if (stages.length === 0 || stages.some(({ modality }) => isActual(modality))) return false
  const words = tellingWords(name)
  const told = outOn(reader, agreement).at(-1)
  if (told === undefined) return false
  const { byWord, bySide } = madeIn(reader)
  const mayBe = [
    ...words.flatMap((word) => byWord.get(word) ?? []),
    ...between.flatMap(({ id }) => bySide.get(id) ?? []),
  ]
  return [...new Set(mayBe)].some((made) => {
    const first = outOn(reader, made.agreement)[0]
    if (first === undefined || first <= told) return false
    const shared = new Set(words.filter((word) => made.words.includes(word))).size
    const sides = between.filter(({ id }) => made.agreement.body.between.some((one) => one.id === id)).length
    const isNameless = words.length === 0 || made.words.length === 0
    if (shared >= FEWEST || (sides >= FEWEST && isNameless)) return true
    // "Its contract": all that its name says, of one that is a side of both.
    return shared > 0 && sides >= (shared === made.words.length ? 1 : FEWEST)
  })
}

/** Agreements that were made, by the words of their names and by their sides. */
const madeIn = once((reader: RecordReader) => {
  const made = reader
    .ofKind('agreement')
    .filter(({ body, polarity }) => polarity === 'affirmed' && MADE_STAGES.has(body.stage))
    .map((agreement) => ({ agreement, words: tellingWords(agreement.body.name) }))
  return {
    byWord: byEachKey(made, ({ words }) => words),
    bySide: byEachKey(made, ({ agreement }) => agreement.body.between.map(({ id }) => id)),
  }
})

/** The days on which what tells an entry as so far as it came was out, in order. */
const outOn = (reader: RecordReader, { evidence }: Entry): string[] =>
  evidence
    .filter(({ modality }) => evidence.every((one) => !isActual(one.modality)) || isActual(modality))
    .flatMap(({ report }) => reader.report(report)?.published?.latest ?? [])
    .sort()
