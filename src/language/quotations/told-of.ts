// In: a quotation. Out: the persons its words name, who are not the "he", "she" or "the minister" that says them.
import { firstWhere } from '../../model/range.ts'
import type { Quotation } from '../doc.ts'
import type { Draft } from '../draft.ts'

/**
 * "“We respect President Lee,” he said", "he said Lee would leave": not Lee. Words without marks before their cue ("Lee
 * would leave, he said") may be about the speaker.
 */
export function personsToldOf(
  { names, text }: Pick<Draft, 'names' | 'text'>,
  { form, content, source: [source] }: Quotation,
): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { start, end: whole } of content) {
    if (form !== 'direct' && (source === undefined || start < source.end)) continue
    const aside = form === 'direct' ? -1 : text.slice(start, whole).search(ASIDE)
    const end = aside < 0 ? whole : start + aside
    for (
      let at = firstWhere(names.length, (n) => names[n]!.start >= start);
      at < names.length && names[at]!.end <= end;
      at++
    )
      if (names[at]!.type === 'person') found.add(names[at]!.id)
  }
  return found
}

/** What begins a clause of its own, whose words the report may choose: "announced it while a crew of Lee's …". */
const ASIDE = /\s(?:while|since|after|before|when|because|until|[-–—]+)\s/
