// In: ECB+. Out: CoNLL F1 of events told by many reports, beside the same-head-lemma baseline on the same mentions.
import type { Doc } from '#parley/language/doc.ts'
import { shortHash } from '#parley/model/id.ts'
import type { Range } from '#parley/model/range.ts'
import { addTopic, type CoreferenceCounts, conllF1, noCoreference } from '../coreference.ts'
import { ecbplus, type Topic, type TopicDocument } from '../gold/ecbplus.ts'
import { recordMissing, recordOfArticles } from '../record-of.ts'
import { scorerOf } from '../task.ts'

interface FoundMention extends Range {
  readonly document: string
  /** The entry it belongs to. */
  readonly event: string
  readonly lemma: string
}

/** How surely a claim's trigger is the event: an act before a state before a statement. */
const ORDER = ['act', 'state', 'statement', 'position', 'linkage', 'figure', 'dependency']

const ROW = {
  conll: 'same event over reports, ECB+, CoNLL F1, predicted mentions',
  baseline: '— same head lemma on the same mentions',
  gain: '— gain over it, points',
  mentions: '— gold mentions found',
} as const

function lemmaAt({ tokens }: Doc, range: Range): string {
  for (let t = 0; t < tokens.count; t++) if (tokens.end[t]! > range.start) return tokens.lemma[t]!
  return ''
}

const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/** A found mention takes the name of the gold mention it overlaps, so that both sides speak of the same things. */
function nameOf(
  mention: FoundMention,
  documents: ReadonlyMap<string, TopicDocument>,
  used: Set<string>,
): string {
  const gold = documents.get(mention.document)?.mentions.find((m) => touches(m, mention) && !used.has(m.id))
  if (gold !== undefined) used.add(gold.id)
  return gold?.id ?? `${mention.document} found at ${mention.start}`
}

function clustersBy<T>(items: readonly T[], key: (item: T) => string, name: (item: T) => string): string[][] {
  const clusters = new Map<string, string[]>()
  for (const item of items) clusters.set(key(item), [...(clusters.get(key(item)) ?? []), name(item)])
  return [...clusters.values()]
}

export const sameEvents = scorerOf<Topic, readonly FoundMention[]>({
  name: 'same-events',
  data: 'coreference/ecbplus',
  definition:
    "CoNLL-2012: mean F1 of MUC, B³ and CEAF-e (entities), singletons kept, over ECB+'s event mentions in annotated sentences; a topic is one record of both its stories. A found mention is a claim's trigger, its cluster the entry; it is a gold mention where they overlap. The baseline groups the same mentions by lemma within the topic. Split by sha1 of the topic's number.",
  rows: [
    { name: ROW.conll },
    { name: ROW.baseline, bounded: false },
    { name: ROW.gain, floor: 0, target: 0.08, bounded: false },
    { name: ROW.mentions },
  ],
  items: ecbplus,
  perfect: (topic) =>
    topic.documents.flatMap(({ name, mentions }) =>
      mentions.map(({ start, end, event }) => ({ document: name, start, end, event, lemma: event })),
    ),
  nothing: () => [],
  missing: recordMissing,
  answer: async ({ documents }, layers) => {
    const { readings, record, docs, articleOf } = await recordOfArticles(
      documents.map(({ name, text }) => ({ id: name, text })),
      layers,
    )
    const entryOf = new Map(
      record.entries.flatMap(({ id, evidence }) => evidence.map((e) => [e.id, id] as const)),
    )
    const byName = new Map(documents.map((document) => [document.name, document]))
    return readings.flatMap(({ report, claims }) => {
      const document = byName.get(articleOf(report.id))
      const doc = docs.get(report.id)
      if (document === undefined || doc === undefined) return []
      const at = new Map<number, FoundMention>()
      for (const claim of [...claims].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
        const { trigger } = claim.evidence.roles
        const event = entryOf.get(`e:${shortHash(claim.id)}`)
        if (trigger === undefined || event === undefined || at.has(trigger.start)) continue
        if (!document.annotated.some((sentence) => touches(sentence, trigger))) continue
        at.set(trigger.start, { ...trigger, document: document.name, event, lemma: lemmaAt(doc, trigger) })
      }
      return [...at.values()]
    })
  },
  measure: (items, answers) => {
    const system = noCoreference()
    const baseline = noCoreference()
    let all = 0
    let hit = 0
    items.forEach((topic, i) => {
      const documents = new Map(topic.documents.map((document) => [document.name, document]))
      const mentions = topic.documents.flatMap((document) => document.mentions)
      const gold = clustersBy(
        mentions,
        ({ event }) => event,
        ({ id }) => id,
      )
      const used = new Set<string>()
      const named = answers[i]!.map((mention) => ({ ...mention, name: nameOf(mention, documents, used) }))
      const add = (counts: CoreferenceCounts, key: (mention: FoundMention) => string) =>
        addTopic(
          counts,
          gold,
          clustersBy(named, key, ({ name }) => name),
        )
      add(system, ({ event }) => event)
      add(baseline, ({ lemma }) => lemma)
      all += mentions.length
      hit += used.size
    })
    const [ours, theirs] = [conllF1(system), conllF1(baseline)]
    return {
      [ROW.conll]: { value: ours, n: all },
      [ROW.baseline]: { value: theirs, n: all },
      [ROW.gain]: { value: ours - theirs, n: all },
      [ROW.mentions]: { value: all === 0 ? 0 : hit / all, n: all },
    }
  },
})
