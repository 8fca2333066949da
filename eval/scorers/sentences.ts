// In: GUM-open raw text. Out: F1 of sentence boundaries.
import { countKeys, f1, noCounts, precision, recall } from '../counts.ts'
import { type GoldDocument, treebank } from '../gold/conllu.ts'
import { scorerOf } from '../task.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** A sentence by its first and last character that is no white space, as the CoNLL 2018 scorer counts. */
function keyOf(text: string, { start, end }: Range): string {
  let s = start
  let e = end
  while (s < e && text.charAt(s).trim() === '') s++
  while (e > s && text.charAt(e - 1).trim() === '') e--
  return `${s}-${e}`
}

export const sentences = scorerOf<GoldDocument, readonly Range[]>({
  name: 'sentences',
  data: 'parsing/gum-open-dev.conllu',
  definition:
    'CoNLL 2018 shared task, "Sentences": a sentence is right where its first and last non-space characters are. Raw text is rebuilt from the treebank: paragraphs, and the figures and items inside them, by empty lines. Work = train, check = dev.',
  rows: [
    { name: 'sentence boundaries, GUM-open raw text, F1', floor: 0.975, target: 0.985 },
    { name: '— precision' },
    { name: '— recall' },
  ],
  items: (side, all) => {
    if (side === 'check') return treebank('gum-open-dev.conllu')
    const documents = treebank('gum-open-train.conllu')
    return all ? documents : documents.filter((_, i) => i % 3 === 0)
  },
  perfect: (item) => item.sentences,
  nothing: () => [],
  missing: (layers) => layers.lacks('startDraft'),
  answer: (item, layers) => layers.read(item.text, 'startDraft').sents,
  measure: (items, answers) => {
    const counts = noCounts()
    items.forEach((item, i) => {
      countKeys(
        counts,
        item.sentences.map((s) => keyOf(item.text, s)),
        answers[i]!.map((s) => keyOf(item.text, s)),
      )
    })
    return {
      'sentence boundaries, GUM-open raw text, F1': f1(counts),
      '— precision': precision(counts),
      '— recall': recall(counts),
    }
  },
  errors: (item, answer) => {
    const gold = new Map(item.sentences.map((s) => [keyOf(item.text, s), s]))
    const found = new Map(answer.map((s) => [keyOf(item.text, s), s]))
    const show = (s: Range) => JSON.stringify(item.text.slice(s.start, Math.min(s.end, s.start + 240)))
    return [
      ...[...gold].filter(([key]) => !found.has(key)).map(([, s]) => `${item.name} MISSED ${show(s)}`),
      ...[...found].filter(([key]) => !gold.has(key)).map(([, s]) => `${item.name} WRONG  ${show(s)}`),
    ]
  },
})
