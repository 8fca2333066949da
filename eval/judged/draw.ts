// In: "paths", "speakers", "credits" or "disputes" and how many. Out: on standard output the cases drawn by the seed, with their text, to be read and judged by hand.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Doc } from '#parley/language/doc.ts'
import { dataFolder } from '../data.ts'
import { loadLayers } from '../layers.ts'
import { type Article, articlesIn, recordOfArticles, reportsOf } from '../record-of.ts'
import { sideOf } from '../split.ts'
import { articlesOfStory, STORIES_OF_DISPUTES, shownOf } from './disputes.ts'
import { type PathCase, PREPOSITIONS, pathsIn, triggersIn } from './paths.ts'
import { bareQuotations } from './speakers.ts'

export const SEED = 'parley-3'
const rank = (...parts: (string | number)[]): string =>
  createHash('sha1')
    .update([SEED, ...parts].join('|'))
    .digest('hex')

const layers = await loadLayers()
const read = layers.find('readDoc') as (report: unknown, engine: unknown) => Doc
const [what, most] = [process.argv[2], Number(process.argv[3])]

async function docsOf(articles: readonly Article[]): Promise<[string, Doc][]> {
  const reports = await reportsOf(articles, layers)
  return [...reports].map(([id, report]) => [id, read(report, layers.engine)])
}

const story = (name: string): Article[] => articlesIn(join('stories', name, 'articles.jsonl'))

/** Prints the first cases; one text told by two articles counts once. */
function print(drawn: readonly { readonly line: string }[]): void {
  const seen = new Set<string>()
  for (const { line } of drawn) {
    const text = line.slice(line.indexOf('\t'))
    if (seen.has(text) || seen.size === most) continue
    console.log(`${seen.size}\t${line}`)
    seen.add(text)
  }
}

async function drawPaths(): Promise<void> {
  const drawn: { key: string; line: string }[] = []
  for (const name of ['nafta-usmca', 'us-mexico-tariff-2019']) {
    for (const [id, doc] of await docsOf(story(name))) {
      for (const trigger of triggersIn(doc, id, layers.engine)) {
        const { tokens } = doc
        const at = tokens.start[trigger]!
        const key = rank(id, at)
        const kind = Number.parseInt(key.slice(0, 6), 16) % 3
        const sent = doc.sents[tokens.sent[trigger]!]!
        let role = kind === 0 ? 'doer' : 'undergoer'
        let joint = -1
        if (kind === 2) {
          for (let i = trigger + 1; i < Math.min(sent.last, trigger + 10) && joint < 0; i++)
            if (PREPOSITIONS.has(tokens.lower[i]!)) joint = i
          if (joint < 0) continue
          role = tokens.lower[joint]!
        }
        const one: PathCase = { article: id, trigger: at, role, joint: joint < 0 ? -1 : tokens.start[joint]! }
        const found = pathsIn(doc, one)
        const words: string[] = []
        for (let i = Math.max(sent.first, trigger - 32); i < Math.min(sent.last, trigger + 26); i++) {
          const form = tokens.form[i]!
          words.push(
            i === trigger
              ? `**${form}**`
              : i === joint
                ? `[${form}]`
                : found.includes(i)
                  ? `<${form}>`
                  : form,
          )
        }
        drawn.push({
          key,
          line: `${JSON.stringify(one)}\t${role} → ${found.map((i) => tokens.form[i]).join(' + ') || '∅'}\t${words.join(' ')}`,
        })
      }
    }
  }
  drawn.sort((a, b) => (a.key < b.key ? -1 : 1))
  print(drawn)
}

async function drawSpeakers(): Promise<void> {
  const lines = gunzipSync(readFileSync(join(dataFolder, 'throughput/articles.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  const some = lines.map((line) => JSON.parse(line) as Article).filter((_, i) => i % 16 === 0)
  const drawn: { key: string; line: string }[] = []
  for (const [id, doc] of await docsOf([...story('us-mexico-tariff-2019'), ...some])) {
    const here: { key: string; line: string }[] = []
    for (const quotation of bareQuotations(doc)) {
      const source = quotation.source[0]!
      const content = quotation.content[0]!
      const cut = (start: number, end: number) => doc.text.slice(Math.max(0, start), end).replace(/\s+/g, ' ')
      const first = Math.min(source.start, content.start)
      const before = cut(first - 420, first)
      const quote = cut(content.start, Math.min(content.end, content.start + 110))
      const say = cut(source.start - 12, source.end + 12)
      here.push({
        key: rank(id, source.start),
        line: `${JSON.stringify({ article: id, source: source.start })}\t${quotation.speakers.join(' + ') || '∅'}\t…${before} ║ ${quote} ║ [${say}]`,
      })
    }
    here.sort((a, b) => (a.key < b.key ? -1 : 1))
    drawn.push(...here.slice(0, 2))
  }
  drawn.sort((a, b) => (a.key < b.key ? -1 : 1))
  print(drawn)
}

/** Credits to another outlet than the report's own. */
async function drawCredits(): Promise<void> {
  const drawn: { key: string; line: string }[] = []
  for (const article of articlesIn('origins/upstream-articles.jsonl')) {
    if (sideOf(article.id) !== 'work') continue
    const { text } = article
    for (const { start, end, outlet, relation } of layers.read(text).fingerprint.credits) {
      if (isOwn(outlet, article.outlet ?? '')) continue
      const cut = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, ' ')
      drawn.push({
        key: rank(article.id, start),
        line: `${JSON.stringify({ article: article.id, start, end, outlet })}\t${relation}\t…${cut(start - 170, start)}[${cut(start, end)}]${cut(end, end + 130)}…`,
      })
    }
  }
  print(drawn.sort((a, b) => (a.key < b.key ? -1 : 1)))
}

/** Whether an outlet is the report's own: one name holds the other. */
function isOwn(outlet: string, own: string): boolean {
  const fold = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '')
  const [one, other] = [fold(outlet.replace(/^outlet:/, '')).replace(/news$/, ''), fold(own)]
  return other !== '' && (other.includes(one) || one.includes(other))
}

/** Disputes of the records of {@link STORIES_OF_DISPUTES}, each reading with its first sentence. */
async function drawDisputes(): Promise<void> {
  const drawn: { key: string; line: string }[] = []
  for (const name of STORIES_OF_DISPUTES) {
    const { record, articleOf } = await recordOfArticles(articlesOfStory(name), layers)
    for (const dispute of record.disputes) {
      const one = shownOf(name, dispute, record, articleOf)
      const sides = one.readings.map(({ article, spans: [span] }, i) => {
        const { value, evidence } = dispute.readings[i]!
        const told = record.entries.flatMap((entry) => entry.evidence).find(({ id }) => id === evidence[0])
        const report = record.reports.find(({ id }) => id === told?.report)
        return `${value} ║ ${report?.published.value ?? '?'} ${article} ${span?.join('–')} ║ ${told?.quote.replace(/\s+/g, ' ')}`
      })
      drawn.push({
        key: rank(name, dispute.id),
        line: `${JSON.stringify(one)}\t${dispute.about} ║ ${dispute.explanation.text}\n   ${sides.join('\n   ')}`,
      })
    }
  }
  print(drawn.sort((a, b) => (a.key < b.key ? -1 : 1)))
}

const DRAW: Readonly<Record<string, () => Promise<void>>> = {
  paths: drawPaths,
  speakers: drawSpeakers,
  credits: drawCredits,
  disputes: drawDisputes,
}
await DRAW[what ?? '']?.()
