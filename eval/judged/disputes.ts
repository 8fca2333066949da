// In: a record and its articles. Out: its disputes as ids and offsets, so that one judged is known again without text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dispute, RecordJson } from '#parley/model/entry.ts'
import { dataFolder } from '../data.ts'
import { ecbplus } from '../gold/ecbplus.ts'
import { type Article, articlesIn } from '../record-of.ts'

/** One reading: the article of its first sentence and where that stands. */
export interface ShownReading {
  readonly article: string
  readonly spans: readonly (readonly [start: number, end: number])[]
}

/** A dispute as shown. */
export interface ShownDispute {
  readonly story: string
  readonly class: Dispute['class']
  readonly type: Dispute['type']
  readonly readings: readonly ShownReading[]
}

const T17 = ['haiti', 'libya']
/** Reports of one topic that are read together: of a larger one the first. */
const MOST = 400

/** Topics with many reports of their own, of the work side. */
export const STORIES_OF_DISPUTES: readonly string[] = [
  'nafta-usmca',
  'us-mexico-tariff-2019',
  ...T17,
  ...ecbplus('work').map(({ name }) => `ecbplus ${name}`),
]

export function articlesOfStory(name: string): Article[] {
  if (T17.includes(name)) return timeline17(name)
  if (name.startsWith('ecbplus '))
    return ecbplus('work')
      .find((topic) => `ecbplus ${topic.name}` === name)!
      .documents.map((document) => ({ id: document.name, text: document.text }))
  return articlesIn(`stories/${name}/articles.jsonl`)
}

const BRACKETS: Readonly<Record<string, string>> = { '-LRB-': '(', '-RRB-': ')', '``': '"', "''": '"' }

/** A topic of Timeline17: one tokenised article a row, put together again as it was printed. */
function timeline17(topic: string): Article[] {
  const file = readFileSync(join(dataFolder, 'timelines/t17', topic, 'outputwithpub.csv'), 'utf8')
  return [...file.matchAll(/^(\d{4}-\d\d-\d\d),"((?:[^"]|"")*)"/gm)].slice(0, MOST).map((row, at) => ({
    id: `${topic}-${at}`,
    date: row[1]!,
    text: row[2]!
      .replaceAll('""', '"')
      .replace(/-LRB-|-RRB-|``|''/g, (mark) => BRACKETS[mark]!)
      .replace(/ ([.,;:?!)])/g, '$1')
      .replace(/ ('s|'re|'ve|'ll|'m|'d|n't)\b/g, '$1')
      .replaceAll('( ', '(')
      .replace(/\s*\n\s*/g, ' '),
  }))
}

export function shownOf(
  story: string,
  dispute: Dispute,
  { entries }: RecordJson,
  articleOf: (report: string) => string,
): ShownDispute {
  const own = new Map(
    entries
      .filter(({ id }) => dispute.entries.includes(id))
      .flatMap(({ evidence }) => evidence.map((one) => [one.id, one] as const)),
  )
  return {
    story,
    class: dispute.class,
    type: dispute.type,
    readings: dispute.readings.map(({ evidence }) => {
      const first = evidence.map((id) => own.get(id)).find((one) => one !== undefined)
      return {
        article: first ? articleOf(first.report) : '',
        spans: (first?.spans ?? []).map(({ start, end }) => [start, end] as const),
      }
    }),
  }
}
