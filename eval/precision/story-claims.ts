// In: the layers. Out: every claim that stands in the records of the two work stories, with its resolved days, by story.
import type { Doc } from '#parley/language/doc.ts'
import type { Claim } from '#parley/model/claim.ts'
import type { EntryKind, Evidence, RecordJson } from '#parley/model/entry.ts'
import { shortHash } from '#parley/model/id.ts'
import type { Layers } from '../layers.ts'
import { articlesIn, recordOfArticles } from '../record-of.ts'

export const STORIES = ['nafta-usmca', 'us-mexico-tariff-2019'] as const

export interface ToldClaim {
  readonly story: string
  /** The article's id in its story. */
  readonly article: string
  readonly claim: Claim
  /** The kind of the entry that the claim stands in. */
  readonly kind: EntryKind
  readonly evidence: Evidence
  /** The day its report appeared, where known. */
  readonly published: string
  readonly doc: Doc
}

export interface Told {
  readonly claims: readonly ToldClaim[]
  readonly docs: readonly { readonly story: string; readonly article: string; readonly doc: Doc }[]
  readonly records: readonly RecordJson[]
  readonly tokens: number
}

/** The claims in a fixed order: by story, article and place in the text. */
export async function claimsOfStories(layers: Layers): Promise<Told> {
  const claims: ToldClaim[] = []
  const docs: { story: string; article: string; doc: Doc }[] = []
  const records: RecordJson[] = []
  for (const story of STORIES) {
    const told = await recordOfArticles(articlesIn(`stories/${story}/articles.jsonl`), layers)
    records.push(told.record)
    for (const [report, doc] of told.docs) docs.push({ story, article: told.articleOf(report), doc })
    const byEvidence = new Map<string, { kind: EntryKind; evidence: Evidence }>()
    for (const entry of told.record.entries)
      for (const evidence of entry.evidence) byEvidence.set(evidence.id, { kind: entry.kind, evidence })
    const published = new Map(
      told.record.reports.map((report) => [
        report.id,
        report.published.value ?? report.published.latest ?? '?',
      ]),
    )
    for (const reading of told.readings) {
      for (const claim of reading.claims) {
        const entry = byEvidence.get(`e:${shortHash(claim.id)}`)
        if (!entry) continue
        const report = claim.evidence.report
        claims.push({
          story,
          article: told.articleOf(report),
          claim,
          ...entry,
          published: published.get(report) ?? '?',
          doc: told.docs.get(report)!,
        })
      }
    }
  }
  const tokens = docs.reduce((sum, { doc }) => sum + doc.tokens.start.length, 0)
  return { claims, docs, records, tokens }
}
