// In: tokens. Out: their part of speech, Penn tag and lemma, by the trained reader.
import { type Sentence, UPOS } from '../doc.ts'
import type { Draft, Finite } from '../draft.ts'
import { foldForm } from '../tokens.ts'
import { encode, LONGEST } from './encoder.ts'
import { lemmaOf } from './lemmas.ts'
import type { Models } from './models.ts'
import { activate, best } from './perceptron.ts'
import type { Reader } from './reader.ts'
import { TAG_FEATURES, tagFeatures } from './tag-features.ts'
import { mix, shapeOf, type WordColumns, wordColumns } from './vocabulary.ts'

const AUX = UPOS.indexOf('AUX')
const VERB = UPOS.indexOf('VERB')
const SUBJECT = /^(?:NNP?S?|PRP)$/
const OBJECT = /^(?:NNP?S?|PRP\$?|DT|CD|JJ|\$)$/

const NOWHERE = new Int32Array(0)

/** What an adjective loses (log odds) where the word is a form in "-ed" that the treebanks never have. */
const UNLIKELY = 3
const ED = mix(100, 101)
const LOWER = shapeOf('said')

/** Six of seven words in "-ed" that occur once in the treebanks are verbs; clusters may say otherwise ("imposed"). */
const isNewParticiple = ({ word, suffix2, shape }: WordColumns, token: number): boolean =>
  word[token] === 0 && suffix2[token] === ED && shape[token] === LOWER

/**
 * Writes the tag class + 1 of tokens `[from, to)` into `classes`, and their vectors into `vectors` (one row of
 * 2 × hidden numbers a token, by token index) for the parser.
 */
export function tagSentence(
  reader: Reader,
  columns: WordColumns,
  classes: Int32Array,
  vectors: Float32Array,
  from: number,
  to: number,
  finite?: Finite,
): void {
  const { encoder, penn, speller, spellerShape, spellerScale } = reader
  const { scratch, shape } = encoder
  const { numbers } = encoder.space
  const { scores } = speller
  const features = new Int32Array(TAG_FEATURES)
  const wide = 2 * shape.hidden
  for (let start = from; start < to; start += LONGEST) {
    const n = Math.min(LONGEST, to - start)
    encode(encoder, columns, start, start + n)
    vectors.set(numbers.subarray(scratch.output, scratch.output + n * wide), start * wide)
    for (let i = 0; i < n; i++) {
      const at = scratch.tags + i * shape.tags
      const count = tagFeatures(spellerShape, columns, classes, start, start + n, start + i, features)
      activate(speller, features, count, NOWHERE, 0)
      best(speller, 0, penn.length)
      const participle = isNewParticiple(columns, start + i)
      let top = 0
      let most = -Infinity
      for (let o = 0; o < penn.length; o++) {
        const score =
          numbers[at + o]! + spellerScale * scores[o]! - (participle && penn[o] === 'JJ' ? UNLIKELY : 0)
        if (score > most) {
          most = score
          top = o
        }
      }
      classes[start + i] = top + 1
      if (finite) {
        let other = -1
        let least = -Infinity
        for (const o of reader.finite) {
          const score = numbers[at + o]! + spellerScale * scores[o]!
          if (score <= least) continue
          least = score
          other = o
        }
        finite.tag[start + i] = other + 1
        finite.margin[start + i] = least - most
      }
    }
    settleParticiples(reader, columns, classes, start, start + n)
  }
}

/** A new form in "-ed" between a subject and an object, with no auxiliary before it, is the past tense. */
function settleParticiples(
  { penn, upos, classOf }: Reader,
  columns: WordColumns,
  classes: Int32Array,
  from: number,
  to: number,
): void {
  for (let i = from + 1; i < to - 1; i++) {
    if (penn[classes[i]! - 1] !== 'VBN' || !isNewParticiple(columns, i)) continue
    if (!SUBJECT.test(penn[classes[i - 1]! - 1]!) || !OBJECT.test(penn[classes[i + 1]! - 1]!)) continue
    let auxiliary = false
    for (let k = i - 1; k >= from && k >= i - 6; k--) auxiliary ||= upos[classes[k]! - 1] === AUX
    if (!auxiliary) classes[i] = classOf('VBD', VERB)
  }
}

/**
 * Fills `pos`, `tag` and `lemma` of the tokens of all sentences, or of those that are `wanted` where the draft was
 * tagged before.
 */
export function tag(draft: Draft, models: Models, wanted?: (sentence: Sentence) => boolean): void {
  const { tokens, sents } = draft
  const { reader, vocabulary, lemmas } = models
  const columns = wordColumns(vocabulary, tokens.form, tokens.lower)
  const classes = new Int32Array(tokens.count)
  const vectors = draft.words?.vectors ?? new Float32Array(tokens.count * 2 * reader.encoder.shape.hidden)
  const finite = draft.words?.finite ?? {
    tag: new Int32Array(tokens.count),
    margin: new Float32Array(tokens.count),
  }
  for (const sent of sents) {
    if (wanted && !wanted(sent)) continue
    tagSentence(reader, columns, classes, vectors, sent.first, sent.last, finite)
    for (let i = sent.first; i < sent.last; i++) {
      const c = classes[i]! - 1
      const penn = reader.penn[c]!
      tokens.pos[i] = reader.upos[c]!
      tokens.tag[i] = penn
      tokens.lemma[i] = lemmaOf(tokens.form[i]!, tokens.lower[i]!, penn, lemmas, vocabulary)
    }
  }
  draft.words = { columns, vectors, finite }
}

/** Penn tag, code in `UPOS` and lemma of every word of one sentence. */
export function tagForms(
  forms: readonly string[],
  models: Models,
): { readonly tag: string; readonly pos: number; readonly lemma: string }[] {
  const { reader, vocabulary, lemmas } = models
  const folded = forms.map(foldForm)
  const lower = folded.map((form) => form.toLowerCase())
  const classes = new Int32Array(forms.length)
  const vectors = new Float32Array(forms.length * 2 * reader.encoder.shape.hidden)
  tagSentence(reader, wordColumns(vocabulary, folded, lower), classes, vectors, 0, forms.length)
  return folded.map((form, i) => {
    const c = classes[i]! - 1
    const penn = reader.penn[c]!
    return { tag: penn, pos: reader.upos[c]!, lemma: lemmaOf(form, lower[i]!, penn, lemmas, vocabulary) }
  })
}
