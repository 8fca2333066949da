// In: cases drawn by seed and judged by hand. Out: how often the path from a trigger leads to its filler, and who speaks is right.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Doc } from '#parley/language/doc.ts'
import type { Report } from '#parley/model/report.ts'
import { share } from '../counts.ts'
import { dataFolder, repository } from '../data.ts'
import { type PathCase, pathsIn } from '../judged/paths.ts'
import type { Layers } from '../layers.ts'
import { type Article, articlesIn, recordMissing, reportsOf } from '../record-of.ts'
import { scorerOf } from '../task.ts'

/** Offsets of the fillers' heads; [] where the sentence has none. */
type JudgedPath = PathCase & { readonly fillers: readonly number[] }

/** `speaker`: the offset of a mention of who speaks. */
interface JudgedSpeaker {
  readonly article: string
  readonly source: number
  readonly speaker: number
}

const judged = (name: string): { readonly cases: readonly unknown[] } =>
  JSON.parse(readFileSync(join(repository, 'eval/judged', name), 'utf8')) as { cases: unknown[] }

const known = new Map<string, Article>()
function articleOf(id: string): Article {
  if (known.size === 0) {
    for (const name of ['nafta-usmca', 'us-mexico-tariff-2019'])
      for (const one of articlesIn(join('stories', name, 'articles.jsonl'))) known.set(one.id, one)
    const lines = gunzipSync(readFileSync(join(dataFolder, 'throughput/articles.jsonl.gz')))
    for (const line of lines.toString('utf8').trim().split('\n')) {
      const one = JSON.parse(line) as Article
      if (!known.has(one.id)) known.set(one.id, one)
    }
  }
  return known.get(id)!
}

const docs = new Map<string, Doc>()
async function docOf(article: string, layers: Layers): Promise<Doc> {
  let doc = docs.get(article)
  if (doc === undefined) {
    const read = layers.find('readDoc') as (report: Report, engine: unknown) => Doc
    doc = read((await reportsOf([articleOf(article)], layers)).get(article)!, layers.engine)
    docs.set(article, doc)
  }
  return doc
}

const nameAt = (doc: Doc, offset: number) =>
  doc.names.find(({ start, end }) => start <= offset && offset < end)

/** The fillers found, by offset; one inside the same name as a gold filler counts as it. */
function foundFillers(doc: Doc, one: JudgedPath): number[] {
  const gold = new Map(one.fillers.map((offset) => [nameAt(doc, offset) ?? offset, offset]))
  return pathsIn(doc, one).map((token) => {
    const offset = doc.tokens.start[token]!
    return gold.get(nameAt(doc, offset) ?? offset) ?? offset
  })
}

const alike = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value))

const PATHS = 'path from trigger to role filler found, 200 read by hand'

export const paths = scorerOf<JudgedPath, readonly number[]>({
  name: 'paths',
  data: 'stories',
  definition:
    'eval/judged/paths.json: 200 cases drawn by seed (eval/judged/draw.ts) from the triggers of act, measure and position claims in the two work stories, one role each: doer, undergoer, or the nominal behind the next preposition. Right where the paths of src/claims lead to the filler that was read, and to nothing else. Cases without a filler in their sentence for which nothing was found were drawn anew. The triggers are of claims that were made, which makes the cases easier than all sentences.',
  rows: [
    { name: PATHS, floor: 0.75, target: 0.87, bounded: false },
    { name: '— doer', bounded: false },
    { name: '— undergoer', bounded: false },
    { name: '— behind a preposition', bounded: false },
  ],
  items: (side) => (side === 'work' ? (judged('paths.json').cases as JudgedPath[]) : []),
  perfect: ({ fillers }) => fillers,
  nothing: () => [],
  missing: recordMissing,
  answer: async (one, layers) => foundFillers(await docOf(one.article, layers), one),
  measure: (items, answers) => {
    const right = (fits: (role: string) => boolean) => {
      const chosen = items.flatMap((item, i) => (fits(item.role) ? [alike(answers[i]!, item.fillers)] : []))
      return share(chosen.filter(Boolean).length, chosen.length)
    }
    return {
      [PATHS]: right(() => true),
      '— doer': right((role) => role === 'doer'),
      '— undergoer': right((role) => role === 'undergoer'),
      '— behind a preposition': right((role) => role !== 'doer' && role !== 'undergoer'),
    }
  },
  errors: (item, answer) =>
    alike(answer, item.fillers) ? [] : [`${JSON.stringify(item)} found ${JSON.stringify(answer)}`],
})

const SPEAKERS = 'speaker of direct quotations given by pronoun or title only, 100 read by hand'

export const speakers = scorerOf<JudgedSpeaker, boolean>({
  name: 'speakers',
  data: 'throughput',
  definition:
    'eval/judged/speakers.json: 100 quotations in marks drawn by seed (eval/judged/draw.ts) from throughput/ and the work story us-mexico-tariff-2019, at most two an article, whose source holds no name. Right where the only speaker found is the one that was read. Passed over: sources that are nobody named or told of before ("one critic", "a sign").',
  rows: [{ name: SPEAKERS, floor: 0.8, target: 0.92 }],
  items: (side) => (side === 'work' ? (judged('speakers.json').cases as JudgedSpeaker[]) : []),
  perfect: () => true,
  nothing: () => false,
  alike: true,
  missing: recordMissing,
  answer: async (one, layers) => {
    const doc = await docOf(one.article, layers)
    const quotation = doc.quotations.find(({ source }) => source[0]?.start === one.source)
    if (quotation === undefined) return false
    const id = nameAt(doc, one.speaker)?.id ?? referenceAt(doc, one.speaker) ?? sourceAt(doc, one.speaker)
    return id !== undefined && alikeIds(quotation.speakers, id.split('+'))
  },
  measure: (_items, answers) => ({
    [SPEAKERS]: share(answers.filter(Boolean).length, answers.length),
  }),
  errors: (item, answer) => (answer ? [] : [JSON.stringify(item)]),
})

/** What a pronoun or role at the offset stands for, or the phrase there that others stand for. */
const referenceAt = (doc: Doc, offset: number): string | undefined =>
  doc.references.find(
    ({ start, end, antecedent }) =>
      (start <= offset && offset < end) ||
      (antecedent !== undefined && antecedent.start <= offset && offset < antecedent.end),
  )?.id

/** The phrase that speaks in another quotation with its source at the offset. */
const sourceAt = (doc: Doc, offset: number): string | undefined =>
  doc.quotations.find(({ source }) => source.some(({ start, end }) => start <= offset && offset < end))
    ?.speakers[0]

const alikeIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id))

const CREDITS = 'upstream citations, precision, 50 read by hand'

/** A credit to another outlet; `right` where the sentence does credit it with what it tells. */
interface JudgedCredit {
  readonly article: string
  readonly start: number
  readonly outlet: string
  readonly right: boolean
}

const citing = new Map<string, Article>()

export const credits = scorerOf<JudgedCredit, boolean>({
  name: 'credits',
  data: 'origins/upstream-articles.jsonl',
  definition:
    'eval/judged/credits.json: 50 credits to another outlet than the report’s own, drawn by seed (eval/judged/draw.ts) from the work articles of origins/upstream-articles.jsonl and read by hand: 47 right. Scored are those still found; what is found anew has no verdict.',
  rows: [
    { name: CREDITS, floor: 0.95, target: 0.98, bounded: false },
    { name: '— right ones still found', bounded: false },
  ],
  items: (side) => (side === 'work' ? (judged('credits.json').cases as JudgedCredit[]) : []),
  perfect: ({ right }) => right,
  nothing: () => false,
  missing: (layers) => layers.lacks('startDraft', 'takeFingerprint', 'findNames'),
  answer: ({ article, start, outlet }, layers) => {
    if (citing.size === 0)
      for (const one of articlesIn('origins/upstream-articles.jsonl')) citing.set(one.id, one)
    const { fingerprint } = layers.read(citing.get(article)!.text)
    return fingerprint.credits.some((credit) => credit.start === start && credit.outlet === outlet)
  },
  measure: (items, answers) => {
    const found = items.filter((_, i) => answers[i])
    const right = items.filter((item) => item.right)
    return {
      [CREDITS]: share(found.filter((item) => item.right).length, found.length),
      '— right ones still found': share(
        items.filter((item, i) => item.right && answers[i]).length,
        right.length,
      ),
    }
  },
  errors: (item, answer) => (answer === item.right ? [] : [JSON.stringify(item)]),
})
