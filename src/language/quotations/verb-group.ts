// In: a verb token. Out: its verb group: auxiliaries, adverbs and "tried to" before it, particles after it.
import type { CueWord } from './cues.ts'
import type { Scene } from './scene.ts'

/** A verb with what belongs to it, tokens `[first, last)`. */
export interface VerbGroup {
  readonly first: number
  readonly last: number
  readonly head: number
  readonly passive: boolean
  /** "finite" with a subject of its own, "infinitive" after "to", "participle" ("saying", "asked by"). */
  readonly form: 'finite' | 'infinitive' | 'participle'
}

const AUXILIARIES = new Set(
  "be have do will would can could may might must shall should ought 'll 'd 've 're 's get".split(' '),
)
const SEMI = new Set(
  'try attempt decline refuse struggle seek want continue begin start seem appear use go have proceed fail attempt manage come cease rush hasten move tend happen'.split(
    ' ',
  ),
)
const CLAUSE_ADVERBS = new Set(
  'when where why how then there here so however instead meanwhile thus'.split(' '),
)

/** A slip of the tagger is mended where the tree gives a subject: "Lee declined/VBN to comment", "critics say/VB". */
function hasSubject(scene: Scene, head: number): boolean {
  return scene.tree.children(head).some((kid) => kid < head && scene.tokens.dep[kid] === 'nsubj')
}

/** Adverbs of manner after the cue belong to it ("said flatly"). */
const MANNER = /ly$/
const OPENS_CLAUSE = new Set([
  'only',
  'early',
  'nearly',
  'roughly',
  'likely',
  'possibly',
  'exactly',
  'hardly',
  'simply',
  'really',
  'recently',
  'virtually',
  'especially',
  'particularly',
])

const FLOATING: ReadonlySet<string> = new Set(['all', 'both', 'each'])

export function verbGroupOf(scene: Scene, head: number, cue: CueWord): VerbGroup {
  const { tokens } = scene
  const { lower, lemma, tag } = tokens
  const sent = scene.sentence(head)
  let first = head
  let passive = false
  let finite = /^(?:VBD|VBZ|VBP|)$/.test(tag[head]!)
  let infinitive = false
  let auxiliary = false
  for (let j = head - 1; j >= sent.first; j--) {
    const word = lower[j]!
    const pos = scene.pos(j)
    if (word === 'not' || word === "n't" || word === 'never') first = j
    // "is all but guaranteed"
    else if (word === 'but' && lower[j - 1] === 'all' && j + 1 === first) first = --j
    // "were all informed"
    else if (FLOATING.has(word) && j + 1 === first && lemma[j - 1] === 'be') first = j
    else if (pos === 'AUX' || (AUXILIARIES.has(lemma[j]!) && pos === 'VERB' && j + 1 === first)) {
      if (
        lemma[j] === 'be' &&
        !auxiliary &&
        (tag[head] === 'VBN' || /(?:ed|en|wn)$/.test(lower[head]!)) &&
        tag[head] !== 'VBG'
      )
        passive = true
      auxiliary = true
      finite = finite || !/^(?:be|been|being|having)$/.test(word)
      infinitive = false
      first = j
    } else if (pos === 'ADV' && !CLAUSE_ADVERBS.has(word)) first = j
    else if (
      word === 'to' &&
      j + 1 === first &&
      j > sent.first &&
      SEMI.has(lemma[j - 1]!) &&
      scene.pos(j - 1) !== 'NOUN'
    ) {
      first = --j
      finite = finite || /^VB[DZP]$/.test(tag[j]!)
      infinitive = false
    } else if (word === 'to' && j + 1 === first) {
      infinitive = true
      break
    } else break
  }
  while (first < head && lower[first] === ',') first++
  if (!auxiliary && !infinitive && /^VBN?$/.test(tag[head]!) && hasSubject(scene, head)) finite = true
  const form = infinitive ? 'infinitive' : finite || auxiliary ? 'finite' : 'participle'
  let last = head + 1 + cue.particles.length
  while (
    last < sent.last &&
    scene.pos(last) === 'ADV' &&
    MANNER.test(lower[last]!) &&
    !OPENS_CLAUSE.has(lower[last]!)
  )
    last++
  return { first, last, head, passive, form }
}
