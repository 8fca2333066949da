// In: EWT gold tokens. Out: accuracy of predicted tags and trees.
import { UPOS } from '#parley/language/doc.ts'
import { type GoldSentence, treebank } from '../gold/conllu.ts'
import type { Layers } from '../layers.ts'
import { scorerOf } from '../task.ts'

/** What the system says of one sentence's words: UPOS, head in the sentence (−1 root) and relation, by word. */
interface Tree {
  readonly upos: readonly string[]
  readonly head: readonly number[]
  readonly deprel: readonly string[]
}

interface Item extends GoldSentence {
  readonly name: string
}

/** The universal part of a relation: "nsubj:pass" → "nsubj" (the CoNLL 2018 scorer drops subtypes). */
const universal = (deprel: string): string => deprel.split(':')[0]!

const UPOS_ROW = 'UPOS, EWT gold tokens'
const UAS_ROW = 'UAS, EWT gold tokens, predicted tags'
const LAS_ROW = 'LAS, EWT gold tokens, predicted tags'
const LAS_SUB = '— LAS with subtypes'

export const parsing = scorerOf<Item, Tree>({
  name: 'parsing',
  data: 'parsing/ewt-dev.conllu',
  definition:
    'CoNLL 2018 shared task over gold words, punctuation counted, relations without subtype. Work = train (an eighth of its sentences unless --all; trained on, so it shows over-fitting only), check = dev.',
  rows: [
    { name: UPOS_ROW, floor: 0.953, target: 0.96 },
    { name: UAS_ROW, floor: 0.86, target: 0.875 },
    { name: LAS_ROW, floor: 0.83, target: 0.845 },
    { name: LAS_SUB },
  ],
  items: (side, all) => {
    const documents = treebank(side === 'check' ? 'ewt-dev.conllu' : 'ewt-train.conllu')
    const sentences = documents.flatMap(({ name, sentences }) => sentences.map((s) => ({ ...s, name })))
    return side === 'check' || all ? sentences : sentences.filter((_, i) => i % 8 === 0)
  },
  perfect: ({ words }) => ({
    upos: words.map((w) => w.upos),
    head: words.map((w) => w.head),
    deprel: words.map((w) => w.deprel),
  }),
  nothing: () => ({ upos: [], head: [], deprel: [] }),
  missing: (layers) => layers.lacks('tag', 'parse', 'tagForms', 'parseForms'),
  answer: (item, layers) => treeOf(item, layers),
  measure: (items, answers) => {
    let n = 0
    const right = { upos: 0, uas: 0, las: 0, sub: 0 }
    items.forEach(({ words }, i) => {
      const tree = answers[i]!
      words.forEach((word, w) => {
        n++
        if (tree.upos[w] === word.upos) right.upos++
        if (tree.head[w] !== word.head) return
        right.uas++
        if (universal(tree.deprel[w]!) === universal(word.deprel)) right.las++
        if (tree.deprel[w] === word.deprel) right.sub++
      })
    })
    const of = (count: number) => ({ value: n === 0 ? 0 : count / n, n })
    return {
      [UPOS_ROW]: of(right.upos),
      [UAS_ROW]: of(right.uas),
      [LAS_ROW]: of(right.las),
      [LAS_SUB]: of(right.sub),
    }
  },
  details: relationRecall,
  detailsAreTotals: true,
})

type Tagged = readonly { readonly tag: string; readonly pos: number }[]
type TagForms = (forms: readonly string[], models: unknown) => Tagged
type ParseForms = (
  forms: readonly string[],
  tags: Tagged,
  models: unknown,
) => { head: number[]; dep: string[] }

function treeOf(item: Item, layers: Layers): Tree {
  const forms = item.words.map((w) => w.form)
  const tags = (layers.find('tagForms') as TagForms)(forms, layers.models)
  const { head, dep } = (layers.find('parseForms') as ParseForms)(forms, tags, layers.models)
  return { upos: tags.map(({ pos }) => UPOS[pos]!), head, deprel: dep }
}

/** Recall by universal relation: gold words of the relation with right head and relation. */
function relationRecall(items: readonly Item[], answers: readonly Tree[]): string[] {
  const all = new Map<string, { n: number; head: number; both: number }>()
  items.forEach(({ words }, i) => {
    const tree = answers[i]!
    words.forEach((word, w) => {
      const key = universal(word.deprel)
      const row = all.get(key) ?? { n: 0, head: 0, both: 0 }
      all.set(key, row)
      row.n++
      if (tree.head[w] !== word.head) return
      row.head++
      if (universal(tree.deprel[w]!) === key) row.both++
    })
  })
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}`.padStart(6)
  return [
    'relation         n   head  head+relation',
    ...[...all]
      .sort(([, a], [, b]) => b.n - a.n)
      .map(
        ([name, r]) =>
          `${name.padEnd(12)} ${String(r.n).padStart(5)} ${percent(r.head, r.n)} ${percent(r.both, r.n)}`,
      ),
  ]
}
