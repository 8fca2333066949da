// In: words of a clause. Out: the same without what a speaker adds behind them.
import type { Phrase } from '../../model/index.ts'
import { type Scene, tokenAt } from './scene.ts'

/** Words told, without a speaker's aside behind a comma: "to reopen the fishery, suggesting that …", "…, Holm said". */
export function withoutAside(scene: Scene, told: Phrase | undefined): Phrase | undefined {
  if (!told) return undefined
  const { tokens } = scene.doc
  const first = tokenAt(scene, told.start)
  const said = withoutCue(scene, told, first)
  const spoken = scene.rows('speech-verbs')
  for (let at = first + 1; at + 1 < tokens.count && tokens.end[at + 1]! <= said.end; at++)
    if (
      // "To tax cars and is battling": a finite verb joined to an infinitive is of the clause above.
      (tokens.tag[at] === 'CC' &&
        tokens.lower[first] === 'to' &&
        /^(VBZ|VBP|VBD)$/.test(tokens.tag[at + 1]!) &&
        joinedTo(scene, at + 1) === tokens.head[first]) ||
      (tokens.form[at] === ',' &&
        tokens.tag[at + 1] === 'VBG' &&
        (/\bclause\b/.test(spoken.get(tokens.lemma[at + 1]!)?.frames ?? '') ||
          isResult(scene, first, at + 1)))
    )
      return { ...scene.fillers.phraseOf(first, at - 1, first), head: said.head }
  return said
}

/** "To leave the pact, triggering a vote": what comes of what is wanted; gerunds behind another are a list. */
function isResult({ doc }: Scene, first: number, gerund: number): boolean {
  const { lower, tag } = doc.tokens
  if (lower[first] !== 'to' && !(tag[first] === 'VB' && lower[first - 1] === 'to')) return false
  for (let at = first; at < gerund; at++) if (tag[at] === 'VBG') return false
  return true
}

/** Words about what is told, no further than what is told: not "…, a request the union refused". */
export function upToTold(scene: Scene, words: Phrase, inside: number): Phrase {
  const { text, tokens } = scene.doc
  const at = tokens.start[inside]!
  for (const { content, cueLemma, form } of scene.attributions(inside)) {
    const quoted = form === 'direct' && content.find(({ start, end }) => start <= at && at < end)
    if (quoted && quoted.start <= words.start && quoted.end < words.end) {
      let last = tokenAt(scene, quoted.end - 1)
      while (tokens.start[last]! > at && /^[,;:–—"”’'-]$/.test(tokens.form[last]!)) last--
      return { ...scene.fillers.phraseOf(tokenAt(scene, words.start), last, inside), head: words.head }
    }
    if (!/\b(?:clause|infinitive)/.test(scene.rows('speech-verbs').get(cueLemma)?.frames ?? '')) continue
    const told = content.find(({ start, end }) => start <= at && at < end)
    if (!told || told.end >= words.end || told.end <= words.start) continue
    if (!/^\s*(?:[,;–—-]|(?:while|although|though)\b)/.test(text.slice(told.end, told.end + 10))) continue
    let last = tokenAt(scene, told.end - 1)
    while (/^[,;:–—-]$/.test(tokens.form[last]!)) last--
    return { ...scene.fillers.phraseOf(tokenAt(scene, words.start), last, inside), head: words.head }
  }
  return words
}

function withoutCue(scene: Scene, told: Phrase, first: number): Phrase {
  const { tokens } = scene.doc
  const [inner] = scene.attributions(first)
  const content = inner?.content.find((range) => range.start <= told.start && told.start < range.end)
  if (!content || content.end >= told.end) return told
  if (!/[,”"]/.test(scene.doc.text.slice(content.end - 2, content.end + 1))) return told
  let last = tokenAt(scene, content.end - 1)
  while (last > first && /^[,;:–—-]$/.test(tokens.form[last]!)) last--
  return { ...scene.fillers.phraseOf(first, last, first), head: told.head }
}

/** The verb that a joined verb, or the verb its auxiliary belongs to, hangs on; −1 where it is joined to none. */
function joinedTo({ doc }: Scene, token: number): number {
  const { dep, head } = doc.tokens
  const verb = dep[token]!.startsWith('aux') || dep[token] === 'cop' ? head[token]! : token
  return dep[verb] === 'conj' ? head[verb]! : -1
}

/** The short phrase of a noun, up to the first day behind it that is none of its own: "a pact on fish" of "a pact on fish on Monday". */
export function withoutTimes({ doc, grammar, fillers }: Scene, noun: number): Phrase {
  const { tag, lower, form } = doc.tokens
  const { first, last } = grammar.phrase(noun, 'short')
  let end = noun
  for (let at = noun + 1; at <= last; at++) {
    if (fillers.timeAt(at) && lower[at - 1] !== 'of') break
    // "Flights, suspended in June": what is told of them.
    if (form[at] === ',' && /^VB[DNG]$/.test(tag[at + 1] ?? '')) break
    end = at
  }
  while (end > noun && /^(?:IN|TO|CC|DT|,)$/.test(tag[end]!)) end--
  return fillers.phraseOf(first, end, noun)
}
