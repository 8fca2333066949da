// In: a place beside a cue. Out: the noun phrase that ends or begins there, by the tree where there is one, else by its words.
import type { Phrase, Scene } from './scene.ts'

const LINKS = new Set([
  'of',
  'for',
  'at',
  'in',
  'from',
  'with',
  'on',
  'to',
  'and',
  'or',
  '&',
  "'s",
  "'",
  '-',
  '/',
  'as',
  'who',
  'close',
  'than',
])
const REFLEXIVE = /^(?:himself|herself|itself|themselves)$/
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET'])

/** The noun phrase that ends right before token `end`, reached back over an apposition between commas; undefined where none. */
export function phraseEndingAt(scene: Scene, end: number): Phrase | undefined {
  const { lower } = scene.tokens
  const sent = scene.sentence(end)
  const last = end
  if (last - 1 > sent.first && lower[last - 1] === ',') {
    const comma = commaBefore(scene, last - 2, sent.first, 30)
    if (comma <= sent.first) return undefined
    return bracketed(scene, comma, last)
  }
  return bracketed(scene, last, end)
}

/** "Ann Lee (D-Ohio)": the phrase with what stands in round brackets after it. */
function bracketed(scene: Scene, end: number, reach: number): Phrase | undefined {
  // Nothing stands before the first word of a report.
  if (end < 1) return undefined
  const { lower } = scene.tokens
  const sent = scene.sentence(end - 1)
  let last = end
  if (lower[last - 1] === ')') {
    let open = last - 2
    while (open > sent.first && lower[open] !== '(' && last - open < 12) open--
    if (lower[open] === '(') last = open
  }
  // Nothing stands before a bracket that opens the sentence.
  if (last <= sent.first) return undefined
  const core = plainPhraseEndingAt(scene, last)
  return core ? { first: core.first, last: reach } : undefined
}

function commaBefore(scene: Scene, from: number, first: number, reach: number): number {
  for (let i = from; i >= first && from - i < reach; i--) {
    const word = scene.tokens.lower[i]!
    if (word === ',') return i
    if (word === ';' || word === ':' || scene.inside[i] !== scene.inside[from]) return -1
  }
  return -1
}

function plainPhraseEndingAt(scene: Scene, end: number): Phrase | undefined {
  const { tokens } = scene
  const sent = scene.sentence(end - 1)
  let first = end
  let nominal = false
  let determined = false
  for (let i = end - 1; i >= sent.first && end - i < 25; i--) {
    const word = tokens.lower[i]!
    const pos = scene.pos(i)
    if (scene.inside[i] !== scene.inside[end - 1] && scene.inside[end - 1]! >= 0) break
    if (
      pos === 'PRON' &&
      first < end &&
      !/^(?:its|his|her|their|our|my|your|some|all|most|many|those|both|one|others|another|each|anyone|everyone|none|several)$/.test(
        word,
      )
    )
      break
    if (first === end && REFLEXIVE.test(word)) {
      first = i
      continue
    }
    if (word === '-' && tokens.start[i]! > tokens.end[i - 1]!) break
    if (pos === 'VERB' && first < end && tokens.lower[i - 1] === '-' && tokens.tag[i] === 'VBN') continue
    if (determined && NOMINAL.has(pos) && !/^(?:all|both|half|such|many|most|nearly|about)$/.test(word)) break
    determined = pos === 'DET'
    if (NOMINAL.has(pos) || (pos === 'PART' && word.startsWith("'"))) {
      first = i
      nominal = nominal || pos !== 'DET'
      if (pos === 'PRON' && !/^(?:its|his|her|their|our|my|your)$/.test(word)) {
        if (tokens.lower[i - 1] !== 'of') break
      }
      continue
    }
    if (
      first < end &&
      LINKS.has(word) &&
      i > sent.first &&
      (NOMINAL.has(scene.pos(i - 1)) || word === '-' || word === 'and' || tokens.lower[i - 1] === 'close')
    ) {
      if (word === 'as' || word === 'and' ? !NOMINAL.has(scene.pos(i - 1)) : false) break
      // "A person close to the company": the article is that of whom one is close to.
      if (word === 'close') determined = false
      continue
    }
    if (
      first < end &&
      (pos === 'ADV' || pos === 'VERB') &&
      i > sent.first &&
      /^(?:DET|ADV)$/.test(scene.pos(i - 1))
    )
      continue
    if (first < end && (tokens.lower[i] === '(' || tokens.lower[i] === ')')) continue
    break
  }
  return nominal && first < end ? { first, last: end } : undefined
}

/** The noun phrase that begins at token `start`, with its "of" phrases, apposition or name; undefined where none begins. */
export function phraseStartingAt(scene: Scene, start: number, limit: number): Phrase | undefined {
  const { tokens } = scene
  let last = start
  let nominal = false
  for (let i = start; i < limit && i - start < 40; i++) {
    const pos = scene.pos(i)
    const word = tokens.lower[i]!
    if (scene.inside[i] !== scene.inside[start]) break
    if (NOMINAL.has(pos) || (pos === 'PART' && word.startsWith("'"))) {
      if (pos === 'PRON' && nominal && !/^(?:its|his|her|their|our|my|your)$/.test(word)) break
      last = i + 1
      nominal = nominal || pos !== 'DET'
      if (pos === 'PRON' && i === start && /^(?:i|he|she|they|we|it|you|him|them|who)$/.test(word)) break
      continue
    }
    if (
      last > start &&
      (word === 'of' ||
        word === 'for' ||
        word === 'at' ||
        word === 'in' ||
        word === 'and' ||
        word === '-' ||
        word === 'with' ||
        word === 'from' ||
        word === 'on' ||
        word === 'by') &&
      i + 1 < limit &&
      NOMINAL.has(scene.pos(i + 1))
    )
      continue
    if (
      last > start &&
      /^VB[NG]$/.test(scene.tokens.tag[i]!) &&
      /^(?:NOUN|PROPN|ADJ)$/.test(scene.pos(i + 1)) &&
      /^(?:NUM|ADJ|DET)$/.test(scene.pos(i - 1))
    )
      continue
    if (last > start && (word === '(' || word === ')')) {
      if (word === ')') last = i + 1
      continue
    }
    break
  }
  return nominal ? { first: start, last } : undefined
}
