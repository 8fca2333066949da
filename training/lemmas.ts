// In: treebank sentences. Out: the table of lemmas that the rules get wrong.
import { type LemmaKind, lemmaByRule, lemmaKind } from '#parley/language/reader/lemmas.ts'
import type { Vocabulary } from '#parley/language/reader/vocabulary.ts'
import { IRREGULAR_NOUNS, IRREGULAR_VERBS } from './irregular.ts'
import type { Tree } from './treebank.ts'

/** The text of `lemmas.tsv`: the commonest lemma of a word and tag, where the rules give another. */
export function buildLemmas(trees: readonly Tree[], vocabulary: Vocabulary): string {
  const counts = new Map<string, Map<string, number>>()
  for (const tree of trees) {
    for (let i = 0; i < tree.form.length; i++) {
      const tag = tree.xpos[i]!
      if (!lemmaKind(tag) || !/\p{L}/u.test(tree.form[i]!)) continue
      const lemma = tag === 'PRP' ? tree.lemma[i]! : tree.lemma[i]!.toLowerCase()
      if (lemma === '_') continue
      const key = `${lemmaKind(tag) === 'other' ? 'RB' : tag}\t${tree.lower[i]}`
      const of = counts.get(key) ?? new Map<string, number>()
      of.set(lemma, (of.get(lemma) ?? 0) + 1)
      counts.set(key, of)
    }
  }
  // By kind, not by tag: the table has one answer for "at" whatever tag a slip gave it.
  const byKind = new Map<string, Map<string, number>>()
  for (const [key, of] of counts) {
    const [tag, word] = key.split('\t') as [string, string]
    const kind = lemmaKind(tag)!
    const all = byKind.get(`${kind}\t${word}`) ?? new Map<string, number>()
    for (const [lemma, count] of of) {
      // Told by the rule of its own tag, an answer needs no entry but outweighs those that do.
      const answer = lemma === lemmaByRule(word, tag, vocabulary) ? '' : lemma
      all.set(answer, (all.get(answer) ?? 0) + count)
    }
    byKind.set(`${kind}\t${word}`, all)
  }
  const table = new Map<string, { lemma: string; count: number }>()
  const put = (kind: LemmaKind, word: string, lemma: string, count: number): void => {
    table.set(`${kind}\t${word}`, { lemma, count })
  }
  for (const [key, of] of byKind) {
    const [kind, word] = key.split('\t') as [LemmaKind, string]
    const [lemma, count] = [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    if (lemma !== '' && !(count < 2 && lemma === word)) put(kind, word, lemma, count)
  }
  for (const line of IRREGULAR_VERBS) {
    const [lemma, ...forms] = line.split(' ') as [string, ...string[]]
    for (const form of forms) put('verb', form, lemma, 1e6)
  }
  for (const line of IRREGULAR_NOUNS) {
    const [lemma, form] = line.split(' ') as [string, string]
    put('noun', form, lemma, 1e6)
  }
  return [...table]
    .map(([key, { lemma }]) => `${key}\t${lemma}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .concat('')
    .join('\n')
}
