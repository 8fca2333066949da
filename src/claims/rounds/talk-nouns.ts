// In: a scene and a word. Out: whether it tells of a negotiation as a whole ("the talks", "the negotiating table"), no single meeting.
import type { Scene } from '../sentence/scene.ts'

const SEVERAL: ReadonlySet<string> = new Set(['talk', 'negotiation', 'discussion', 'consultation'])
/** Words before a noun that make it another thing: "collective bargaining", "plea bargaining". */
const OTHER: ReadonlySet<string> = new Set(['collective', 'plea', 'radio', 'public', 'panel', 'pep'])
/** What a table is called at which one negotiates. */
const TABLED: ReadonlySet<string> = new Set(['negotiating', 'bargaining', 'negotiation', 'peace', 'talks'])

/** "Talks", "trade negotiations", "the dialogue", "contract bargaining", "the negotiating table", "the peace process". */
export function isNegotiation({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, token: number): boolean {
  const { lemma, lower, tag } = doc.tokens
  const before = grammar.dependents(token, 'compound', 'amod').map((one) => lower[one]!)
  if (before.some((word) => OTHER.has(word)) || !/^NN/.test(tag[token]!)) return false
  const word = lower[token]!
  if (SEVERAL.has(lemma[token]!) || word === 'talks' || word === 'negotiations')
    return word.endsWith('s') || word === 'negotiation'
  if (word === 'dialogue') return /^(?:the|a|its|their)$/.test(lower[token - 1]!) || before.length > 0
  if (word === 'bargaining') return true
  if (word === 'table') return before.some((one) => TABLED.has(one))
  return word === 'process' && before.some((one) => /^(?:negotiation|negotiating|peace)$/.test(one))
}

/** "The table", where one returns to it or walks away from it. */
export const isTable = ({ doc: { tokens } }: Pick<Scene, 'doc'>, token: number): boolean =>
  tokens.lower[token] === 'table' && tokens.lower[token - 1] === 'the'

/** What of a negotiation one gives up when one gives up part in it. */
const PART: ReadonlySet<string> = new Set('participation involvement role part engagement'.split(' '))
/** Stretches that are full of talks. */
const SPANS: ReadonlySet<string> = new Set(['week', 'month', 'year'])

/** The negotiation that a nominal stands for: itself, what it is full of ("weeks of talks"), what it is a part in; −1 where none. */
export function negotiationAt(scene: Pick<Scene, 'doc' | 'grammar'>, token: number): number {
  const { grammar, doc } = scene
  if (isNegotiation(scene, token)) return token
  const lemma = doc.tokens.lemma[token]!
  const word = SPANS.has(lemma) ? 'of' : PART.has(lemma) ? 'in' : undefined
  const inner = word === undefined ? [] : grammar.obliques(token, word)
  return (
    inner.find((one) => isNegotiation(scene, one)) ??
    (word === 'in' ? nearIn(scene, token) : beforePronoun(scene, token))
  )
}

/** "Its participation in contract talks", hung on the verb. */
function nearIn({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, part: number): number {
  const { lower, tag } = doc.tokens
  if (lower[part + 1] !== 'in') return -1
  for (
    let at = part + 2;
    at < part + 8 && /^(?:DT|JJ|NN|CD|PRP\$|HYPH|POS|VBN|VBG)/.test(tag[at] ?? '');
    at++
  )
    if (isNegotiation({ doc, grammar }, at)) return at
  return -1
}

/** "Talks broke down on Sunday. They resumed on Tuesday": the subject of the sentence before; −1 where that is something else. */
function beforePronoun({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, token: number): number {
  const { lower, sent, dep, tag } = doc.tokens
  if (!/^(?:they|these|it)$/.test(lower[token]!)) return -1
  const here = doc.sents[sent[token]!]!
  const before = doc.sents[sent[token]! - 1]
  if (!before || token > here.first + 2) return -1
  for (let at = before.first; at < before.last; at++)
    if (/^nsubj/.test(dep[at]!) && tag[at]!.startsWith('NN'))
      return isNegotiation({ doc, grammar }, at) ? at : -1
  return -1
}
