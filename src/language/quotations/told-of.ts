// In: a quotation. Out: the persons its words name, who are not the "he", "she" or "the minister" that says them.
import { firstWhere } from '../../model/range.ts'
import type { Quotation } from '../doc.ts'
import type { Draft } from '../draft.ts'

/**
 * "“We respect President Lee,” he said", "he said Lee would leave", "Lee, he said, would leave": not Lee. Whole words without
 * marks before their cue ("Lee would leave, he said") may be about the speaker.
 */
export function personsToldOf(
  { names, text }: Pick<Draft, 'names' | 'text'>,
  { form, content, source: [source] }: Quotation,
): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [n, { start, end: whole }] of content.entries()) {
    const isBefore = source === undefined || start < source.end
    const subject = form !== 'direct' && isBefore && n + 1 < content.length ? whole : undefined
    if (form !== 'direct' && isBefore && subject === undefined) continue
    const aside = form === 'direct' ? -1 : text.slice(start, whole).search(ASIDE)
    const end = aside < 0 ? whole : start + aside
    for (
      let at = firstWhere(names.length, (n) => names[n]!.start >= start);
      at < names.length && names[at]!.end <= end;
      at++
    )
      if (names[at]!.type === 'person' && (subject === undefined || subject - names[at]!.end < 2))
        found.add(names[at]!.id)
  }
  return found
}

/** What begins a clause of its own, whose words the report may choose: "announced it while a crew of Lee's …". */
const ASIDE = /\s(?:while|since|after|before|when|because|until|[-–—]+)\s/
