// In: quotations with their speakers. Out: the same references, where "he" who speaks stands for the speaker.
import type { Draft } from '../draft.ts'

/** "He" who says something stands for who speaks. */
export function agreeWithSpeakers(draft: Draft): void {
  const speakers = new Map<number, string>()
  for (const {
    source,
    speakers: [id, more],
  } of draft.quotations)
    if (source[0] && id?.startsWith('person:') && more === undefined) speakers.set(source[0].start, id)
  draft.references = draft.references.map((one) => {
    const id = one.kind === 'pronoun' && one.id.startsWith('person:') ? speakers.get(one.start) : undefined
    if (id === undefined || id === one.id || !/^s?he$/i.test(draft.text.slice(one.start, one.end))) return one
    return { ...one, id, name: draft.names.findIndex((name) => name.id === id) }
  })
}
