// In: a quotation. Out: the persons its words name, who are not the "he", "she" or "the minister" that says them.
import { firstWhere } from '../../model/range.ts'
import type { Name, Quotation } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { isAnswer, sentenceAt, within } from './where.ts'

/**
 * "“We respect President Lee,” he said", "he said Lee would leave", "Lee, he said, would leave", "the fee Lee had raised was
 * dead, he said": not Lee. Whole words without marks before their cue may begin with the speaker ("Lee would leave, he said").
 */
export function personsToldOf(
  draft: Draft,
  { form, content, source: [source] }: Quotation,
): ReadonlySet<string> {
  const { names, text, sents } = draft
  const found = new Set<string>()
  const begin = source ? sents[sentenceAt(draft, source.start)]!.start : 0
  // "Asked whether Lee would leave, he said": not Lee.
  if (source && isAnswer(draft, source.start))
    for (const name of within(names, { start: begin, end: source.start }))
      if (name.type === 'person') found.add(name.id)
  for (const [n, { start, end: whole }] of content.entries()) {
    const isBefore = source === undefined || start < source.end
    const isLed = form !== 'direct' && isBefore
    const isToldOf = (name: Name) => {
      if (!isLed) return true
      return n + 1 < content.length
        ? whole - name.end < 2
        : /\p{Ll}/u.test(firstLetters(text.slice(start, name.start)))
    }
    const aside = form === 'direct' ? -1 : text.slice(start, whole).search(ASIDE)
    const end = aside < 0 ? whole : start + aside
    for (
      let at = firstWhere(names.length, (n) => names[n]!.start >= start);
      at < names.length && names[at]!.end <= end;
      at++
    )
      if (names[at]!.type === 'person' && isToldOf(names[at]!)) found.add(names[at]!.id)
  }
  return found
}

const firstLetters = (words: string): string => words.replace(/(\p{L})\p{L}*/gu, '$1')

/** What begins a clause of its own, whose words the report may choose: "announced it while a crew of Lee's …". */
const ASIDE = /\s(?:while|since|after|before|when|because|until|[-–—]+)\s/
