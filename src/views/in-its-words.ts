// In: an entry and the words that name it. Out: the sentence that tells it, for a line whose own words say too little.
import type { Entry } from '../model/index.ts'
import { tellingWords } from '../record/assemble/due-matters.ts'
import { isHeadline } from '../record/substance.ts'
import type { SomeDay } from './day-words.ts'
import { excerpt } from './excerpt.ts'
import { plain, quoted, type Run } from './line.ts'

/** Nouns that say nothing without what they are of. */
export const OF_SOMETHING: ReadonlySet<string> = new Set(
  (
    'submission memorandum document paper letter list report text plan proposal decision start end beginning opening closing ' +
    'introduction implementation completion delivery publication launch adoption move change increase cut payment window ' +
    'figure rate rule measure case project scheme programme program process step phase stage part work fund committee group ' +
    'panel contract order response answer reply request application result outcome condition term'
  ).split(' '),
)

/** Words of a matter of its own below which a name leaves its reader asking what of. */
const FEWEST = 2

/** "Case", "the extension", "mediator", "bill": names that only their sentence explains. */
export const isThin = (name: string, fewest = FEWEST): boolean =>
  tellingWords(name).filter((word) => !OF_SOMETHING.has(word)).length < fewest

/** Characters of a sentence at most. */
const LENGTH = 200

/** The sentence, and no headline where there is one, of an entry's most telling evidence, or of that which gives a day, cut so that the name or the day stands in it. */
export function inItsWords(entry: Entry, name: string, day?: SomeDay): Run {
  const sentences = entry.evidence.filter((one) => !isHeadline(one))
  const evidence = sentences.length > 0 ? sentences : entry.evidence
  const giving = evidence.flatMap((one) => {
    const at = one.days.find(({ latest }) => latest !== undefined && latest === day?.latest)
    return at ? [{ quote: one.quote, around: at.words }] : []
  })
  const { quote, around } = giving[0] ?? { quote: evidence[0]?.quote ?? '', around: name }
  return quoted(excerpt(quote, around, LENGTH))
}

/** What stands behind a name: nothing where it says enough, which takes so many words, else the sentence. */
export const explained = (entry: Entry, name: string, day?: SomeDay, fewest = FEWEST): Run[] =>
  isThin(name, fewest) ? [plain(' · '), inItsWords(entry, name, day)] : []
