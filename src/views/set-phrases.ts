// In: a record. Out: the set phrases of each party: short words in quotation marks that it says in more than one report.
import type { Day, Evidence, Ref } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { contentWords } from '../record/words.ts'

/** One report in which a party says a phrase. */
export interface PhraseUse {
  readonly evidence: string
  readonly report: string
  /** The day by which the report was surely out. */
  readonly on: Day
}

/** Words that a party keeps to; `uses` by day, at least two of them of different origins. */
export interface SetPhrase {
  readonly party: Ref
  readonly words: string
  readonly uses: readonly PhraseUse[]
}

const QUOTED = /[“"]([^“”"]{4,80})[”"]/g
/** A phrase has words of its own and is no whole sentence. */
const FEWEST_CONTENT = 2
const MOST_WORDS = 7

const fold = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Short quoted phrases of a sentence. */
function phrasesIn({ quote }: Evidence): string[] {
  return [...quote.matchAll(QUOTED)].flatMap(([, words]) => {
    const said = words!.replace(/[\s,.;:!?]+$/, '').trim()
    const short = said.split(/\s+/).length <= MOST_WORDS && contentWords(said).length >= FEWEST_CONTENT
    return short ? [said] : []
  })
}

/** Reports that copy each other are one: the first of them by id. */
const groupOf = (reader: RecordReader, report: string): string =>
  [report, ...(reader.report(report)?.copies ?? [])].sort()[0]!

/** Phrases of all parties that two reports of different origins tell, by party and words. Undated reports are left out. */
export function setPhrases(reader: RecordReader): SetPhrase[] {
  const found = new Map<string, { party: Ref; words: string; uses: PhraseUse[]; origins: Set<string> }>()
  for (const entry of reader.ofKind('statement')) {
    const party = entry.body.of[0] ?? entry.body.speaker[0]
    if (party === undefined) continue
    for (const evidence of entry.evidence) {
      const on = reader.report(evidence.report)?.published.latest
      if (on === undefined) continue
      for (const words of phrasesIn(evidence)) {
        const key = `${party.id} ${fold(words)}`
        const known = found.get(key) ?? { party, words, uses: [], origins: new Set() }
        found.set(key, known)
        if (known.uses.some(({ report }) => report === evidence.report)) continue
        known.uses.push({ evidence: evidence.id, report: evidence.report, on })
        known.origins.add(groupOf(reader, evidence.report))
      }
    }
  }
  return [...found]
    .filter(([, { uses, origins }]) => uses.length > 1 && origins.size > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { party, words, uses }]) => ({
      party,
      words,
      uses: uses.sort((a, b) => (`${a.on} ${a.report}` < `${b.on} ${b.report}` ? -1 : 1)),
    }))
}
