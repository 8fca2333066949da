// In: pairs of articles and sentences that credit others. Out: F1 of one origin, false ones by class, upstream citations.
import { createHash } from 'node:crypto'
import type { Doc } from '#parley/language/doc.ts'
import type { Lexicon } from '#parley/language/lexicon.ts'
import { f1, noCounts, precision, recall, share } from '../counts.ts'
import { readJson } from '../data.ts'
import type { Layers } from '../layers.ts'
import { articlesIn, recordMissing, recordOfArticles } from '../record-of.ts'
import type { Side } from '../split.ts'
import { scorerOf } from '../task.ts'

interface Pair {
  readonly a: string
  readonly b: string
  /** "same_text", "shared_wire", "excerpt_of_other" are one origin; the rest are independent. */
  readonly gold: string
}

const onSide = (name: string, side: Side): boolean =>
  createHash('sha1').update(name).digest('hex').charAt(0) < 'c' === (side === 'work')

const ONE = new Set(['same_text', 'shared_wire', 'excerpt_of_other'])
const POSITIVE = ['same_text', 'shared_wire', 'excerpt_of_other'] as const
const NEGATIVE = ['shared_third_party_text', 'shared_quotes_only', 'independent_same_event'] as const

const ROW = {
  f1: 'origin pairs, F1',
  false: '— independent reports called one',
  precision: '— precision',
  recall: '— recall',
} as const

let oneOrigin: Promise<ReadonlySet<string>> | undefined

const keyOf = ({ a, b }: { a: string; b: string }): string => (a < b ? `${a}|${b}` : `${b}|${a}`)

/** Pairs of articles that the record holds to be copies of each other, directly or through a third. */
async function copiesInRecord(layers: Layers): Promise<ReadonlySet<string>> {
  const { record, articleOf } = await recordOfArticles(articlesIn('origins/articles.jsonl'), layers)
  const pairs = new Set<string>()
  for (const report of record.reports) {
    for (const copy of report.copies) pairs.add(keyOf({ a: articleOf(report.id), b: articleOf(copy) }))
  }
  return pairs
}

export const origins = scorerOf<Pair, boolean>({
  name: 'origins',
  data: 'origins/pairs.json',
  definition:
    'origins/pairs.json: same text, shared wire and excerpts are one origin, the rest independent; F1 of "one". Split by sha1 of "a|b" as given. Excerpts count as found where the record says copy.',
  rows: [
    { name: ROW.f1, floor: 0.85, target: 0.94 },
    { name: ROW.false, floor: 0.05, target: 0.02, atMost: true, bounded: false },
    { name: ROW.precision },
    { name: ROW.recall },
    ...POSITIVE.map((label) => ({ name: `— found, ${label}`, bounded: false })),
    ...NEGATIVE.map((label) => ({ name: `— called one, ${label}`, atMost: true, bounded: false })),
  ],
  items: (side) => {
    const { positives, hard_negatives } = readJson('origins/pairs.json') as {
      positives: Pair[]
      hard_negatives: Pair[]
    }
    return [...positives, ...hard_negatives].filter(({ a, b }) => onSide(`${a}|${b}`, side))
  },
  perfect: ({ gold }) => ONE.has(gold),
  nothing: () => false,
  missing: recordMissing,
  answer: async (pair, layers) => {
    oneOrigin ??= copiesInRecord(layers)
    return (await oneOrigin).has(keyOf(pair))
  },
  measure: (items, answers) => {
    const counts = noCounts()
    const byLabel = new Map<string, { n: number; one: number }>()
    let negatives = 0
    let wrong = 0
    items.forEach(({ gold }, i) => {
      const label = byLabel.get(gold) ?? { n: 0, one: 0 }
      byLabel.set(gold, label)
      label.n++
      if (answers[i]) {
        label.one++
        counts.found++
      }
      if (ONE.has(gold)) {
        counts.gold++
        if (answers[i]) counts.right++
      } else {
        negatives++
        if (answers[i]) wrong++
      }
    })
    const of = (label: string) => share(byLabel.get(label)?.one ?? 0, byLabel.get(label)?.n ?? 0)
    return {
      [ROW.f1]: f1(counts),
      [ROW.false]: share(wrong, negatives),
      [ROW.precision]: precision(counts),
      [ROW.recall]: recall(counts),
      ...Object.fromEntries(POSITIVE.map((label) => [`— found, ${label}`, of(label)])),
      ...Object.fromEntries(NEGATIVE.map((label) => [`— called one, ${label}`, of(label)])),
    }
  },
  errors: (pair, one) =>
    one === ONE.has(pair.gold)
      ? []
      : [`${pair.gold} called ${one ? 'one' : 'independent'}: ${pair.a} ${pair.b}`],
})

interface Citation {
  readonly id: string
  readonly cited: string
  readonly relation: string
  readonly self_citation: boolean
  readonly sentence: string
}

interface CitingArticle {
  readonly id: string
  readonly text: string
  readonly citations: readonly Citation[]
}

interface FoundCredit {
  readonly start: number
  readonly end: number
  /** Names of the outlet, folded. */
  readonly names: readonly string[]
  readonly relation: string
}

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/ news$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Where the sentence stands in the article; white space may differ. */
function sentenceAt(text: string, sentence: string): { start: number; end: number } | undefined {
  const words = sentence.trim().split(/\s+/).slice(0, 10)
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const match = new RegExp(escaped.join('\\s+')).exec(text)
  return match
    ? { start: match.index, end: match.index + Math.max(match[0].length, sentence.length) }
    : undefined
}

/** An outlet's names: canonical and aliases of its id, else the id itself. */
function namesOfOutlet(outlet: string, lexicon: Lexicon): string[] {
  const names = new Set([fold(outlet.replace(/^outlet:/, '').replaceAll('-', ' '))])
  for (const file of ['outlets', 'agencies']) {
    for (const row of lexicon.table(file)) {
      if (row.id !== outlet) continue
      for (const value of [row.canonical, row.name, ...(row.aliases ?? '').split('|')])
        if (value) names.add(fold(value))
    }
  }
  return [...names]
}

const UPSTREAM = 'upstream citations, recall'

/** The list of citations was found by patterns and holds about 0.8–0.9 of them: precision is a lower bound. */
export const upstream = scorerOf<CitingArticle, readonly FoundCredit[]>({
  name: 'upstream',
  data: 'origins/upstream.json',
  definition:
    'origins/upstream.json without self-citations, datelines and contributions, as stories/score.mjs: a credit to the cited outlet (any of its names) that stands in the sentence. Split by sha1 of the article. Precision is a lower bound: the list holds 0.8–0.9 of all.',
  rows: [
    { name: UPSTREAM, floor: 0.85, target: 0.93 },
    { name: '— right relation' },
    { name: '— precision, lower bound', bounded: false },
    { name: '— datelines and contributions, recall' },
  ],
  items: (side) => {
    const { citations } = readJson('origins/upstream.json') as { citations: Citation[] }
    return articlesIn('origins/upstream-articles.jsonl')
      .filter(({ id }) => onSide(id, side))
      .map(({ id, text }) => ({
        id,
        text,
        citations: citations.filter((c) => c.id === id && !c.self_citation),
      }))
      .filter(({ citations }) => citations.length > 0)
  },
  perfect: ({ text, citations }) =>
    citations.flatMap(({ sentence, cited, relation }) => {
      const at = sentenceAt(text, sentence)
      return at ? [{ ...at, names: [fold(cited)], relation: relation.replace('_', ' ') }] : []
    }),
  nothing: () => [],
  missing: (layers) => layers.lacks('startDraft', 'takeFingerprint', 'findNames'),
  answer: ({ text }, layers) => {
    const doc: Doc = layers.read(text)
    return doc.fingerprint.credits.map(({ start, end, outlet, relation }) => ({
      start,
      end,
      relation,
      names: namesOfOutlet(outlet, layers.lexicon as Lexicon),
    }))
  },
  measure: (items, answers) => {
    let n = 0
    let hit = 0
    let relation = 0
    let whole = 0
    let wholeHit = 0
    let shown = 0
    let used = 0
    items.forEach((item, i) => {
      const credits = answers[i]!
      const right = new Set<number>()
      for (const citation of item.citations) {
        const match = creditOf(item, citation, credits)
        const aside = citation.relation === 'dateline' || citation.relation === 'contributed'
        if (match >= 0) right.add(match)
        if (aside) {
          whole++
          if (match >= 0) wholeHit++
          continue
        }
        n++
        if (match < 0) continue
        hit++
        if (credits[match]!.relation === citation.relation.replace('_', ' ')) relation++
      }
      shown += credits.length
      used += right.size
    })
    return {
      [UPSTREAM]: share(hit, n),
      '— right relation': share(relation, hit),
      '— precision, lower bound': share(used, shown),
      '— datelines and contributions, recall': share(wholeHit, whole),
    }
  },
  errors: (item, credits) => [
    ...item.citations
      .filter((citation) => creditOf(item, citation, credits) < 0)
      .map((c) => `${item.id} MISSED ${c.relation} ${c.cited}: ${JSON.stringify(c.sentence.slice(0, 220))}`),
    ...credits
      .filter((credit) => !item.citations.some((citation) => fits(item, citation, credit)))
      .map(
        (c) =>
          `${item.id} EXTRA ${c.relation} ${c.names[0]}: ${JSON.stringify(item.text.slice(Math.max(0, c.start - 80), c.end + 80))}`,
      ),
  ],
})

function fits(item: CitingArticle, { sentence, cited }: Citation, credit: FoundCredit): boolean {
  if (!credit.names.includes(fold(cited))) return false
  const at = sentenceAt(item.text, sentence)
  return at !== undefined && credit.start < at.end && at.start < credit.end
}

const creditOf = (item: CitingArticle, citation: Citation, credits: readonly FoundCredit[]): number =>
  credits.findIndex((credit) => fits(item, citation, credit))
