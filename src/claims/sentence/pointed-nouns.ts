// In: "these resources", "those moves". Out: what the sentences before name by it: goods, or measures told of.
import { UPOS } from '../../language/doc.ts'
import type { Phrase } from '../../model/index.ts'
import type { Scene } from './scene.ts'

const POINTING: ReadonlySet<string> = new Set(['these', 'those', 'such', 'this', 'that'])
/** Words for goods of any kind. */
const GOODS: ReadonlySet<string> = new Set(
  'resource material mineral metal product commodity good input component item crop fuel supply'.split(' '),
)
/** Words for what was done, of any kind. */
const DEEDS: ReadonlySet<string> = new Set(
  'move measure step action decision restriction curb sanction'.split(' '),
)
/** Sentences back that are looked at. */
const NEAR = 2

/**
 * The words that a pointing noun stands for: of the nearest sentence before, up to two back, all goods or all measures
 * from the first to the last that are joined; undefined where the noun does not point or nothing stands there.
 */
export function pointedNoun(scene: Scene, noun: number): { head: number; phrase: Phrase } | undefined {
  const { doc, grammar, fillers } = scene
  const { tokens, sents } = doc
  const points = grammar.dependents(noun, 'det').some((word) => POINTING.has(tokens.lower[word]!))
  const lemma = tokens.lemma[noun]!
  if (!points || !(GOODS.has(lemma) || DEEDS.has(lemma))) return undefined
  const deeds = scene.rows('measure-nouns')
  const isMeant = (token: number) =>
    DEEDS.has(lemma) ? deeds.has(tokens.lemma[token]!) : fillers.nameAt(token)?.type === 'good'
  const here = tokens.sent[noun]!
  for (let sentence = here - 1; sentence >= Math.max(0, here - NEAR); sentence--) {
    const { first, last: past } = sents[sentence]!
    for (let token = first; token < past; token++) {
      if (UPOS[tokens.pos[token]!] !== 'NOUN' && UPOS[tokens.pos[token]!] !== 'PROPN') continue
      if (!isMeant(token) || /^(?:compound|nmod|amod)/.test(tokens.dep[token]!)) continue
      const all = grammar.conjuncts(token)
      const last = Math.max(...all.map((one) => grammar.phrase(one, 'short').last))
      const dash = tokens.form.slice(token, last).findIndex((form) => /^(?:[–—(;]|--)$/.test(form))
      const end = dash < 0 ? last : token + dash - 1
      return { head: token, phrase: fillers.phraseOf(grammar.phrase(token, 'short').first, end, token) }
    }
  }
  return undefined
}
