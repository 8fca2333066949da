// In: a scene. Out: its denials: who says of which sentence of the report that it is not so, where the words point back to it.
import type { Denial } from '../model/index.ts'
import type { Found, Scene } from './scene.ts'
import { tellerAt } from './teller.ts'

/** Verbs that say of what was told that it is not so; the second lot only with a noun that says that it was told. */
const DENIES = /^(?:deny|dispute|refute|rebut|contradict)$/
const REJECTS = /^(?:deny|dispute|refute|rebut|contradict|reject|dismiss)$/
/** What one side told, seen by who does not vouch for it. */
const CLAIMS = /^(?:claim|accusation|allegation|assertion|suggestion|contention)s?$/
/** Nouns of which only what is denied, not what is rejected, is said not to be so. */
const CHARGES = /^(?:charge|account|report)s?$/
const POINTS = /^(?:that|this|it|them|so)$/
const ENDS =
  /^(?:[.,;:!?)"'\u2019\u201d]|and|but|on|in|at|saying|as|when|after|yesterday|late|earlier|today)$/
const BETWEEN =
  /^(?:has|have|had|was|were|is|also|again|later|quickly|repeatedly|flatly|strongly|swiftly|immediately|promptly|publicly|consistently|since|both|then|categorically|firmly)$/
/** Tokens between the noun or "which" and the verb that denies. */
const REACH = 10

/** A denial and the verb that denies. */
export interface FoundDenial extends Denial {
  readonly verb: number
}

/** All denials of one report, in order, each sentence's first. Pure. */
export function findDenials(scene: Scene): FoundDenial[] {
  const { doc } = scene
  return doc.sents.flatMap(({ first, last }, sent) => {
    if (doc.parsed[sent] === 0) return []
    for (let at = first; at < last; at++) {
      const found = besideIt(scene, at) ?? beforeIt(scene, at) ?? contradicting(scene, at)
      if (found) return [found]
    }
    return []
  })
}

/** "…, a claim Chile rejected", "…, an accusation denied by Chile", "…, which Chile denies", "…, an accusation made by Peru" of what is denied. */
function besideIt(scene: Scene, at: number): FoundDenial | undefined {
  const { doc } = scene
  const { lower, lemma, sent } = doc.tokens
  const isCharge = CHARGES.test(lower[at]!)
  const isNoun = (isCharge || CLAIMS.test(lower[at]!)) && [at - 1, at - 2].some((one) => lower[one] === ',')
  if (!isNoun && !(lower[at] === 'which' && lower[at - 1] === ',')) return undefined
  const denies = isNoun && !isCharge ? REJECTS : DENIES
  const comma = lower[at - 1] === ',' ? at - 1 : at - 2
  const { first, last } = doc.sents[sent[at]!]!
  if (comma - first < 3) return undefined
  let from = at + 1
  if (isNoun && /^(?:that|which)$/.test(lower[from] ?? '')) from++
  if (isNoun && lower[from] === 'made' && lower[from + 1] === 'by') {
    const verb = range(first, comma).find((token) => DENIES.test(lemma[token]!))
    const teller = nameFrom(scene, from + 2, last)
    if (verb === undefined || !teller) return undefined
    return denialOf(scene, {
      verb,
      by: subjectOf(scene, verb),
      told: sent[at]!,
      teller,
      from: verb + 1,
      to: comma,
    })
  }
  for (let verb = from; verb < Math.min(last, at + REACH); verb++) {
    if (/^[,;:."]$/.test(lower[verb]!)) return undefined
    if (!denies.test(lemmaOf(scene, verb))) continue
    const by = lower[verb + 1] === 'by' ? nameFrom(scene, verb + 2, last) : nameFrom(scene, from, verb)
    if (!by || by === tellerAt(scene, comma - 1)) return undefined
    return denialOf(scene, {
      verb,
      by,
      told: sent[at]!,
      teller: tellerAt(scene, comma - 1),
      from: first,
      to: comma,
    })
  }
  return undefined
}

/** "Chile denied that.", "Chile rejected the accusation", "Chile denied making such a promise": the words before it. */
function beforeIt(scene: Scene, verb: number): FoundDenial | undefined {
  const { doc } = scene
  const { lower, tag, sent } = doc.tokens
  if (!/^VB[DZPG]/.test(tag[verb]!) || !REJECTS.test(lemmaOf(scene, verb))) return undefined
  if (/^(?:not|n't|never|to|neither)$/.test(lower[verb - 1] ?? '')) return undefined
  const here = sent[verb]!
  const pointed = pointsAfter(scene, verb)
  if (pointed === undefined) return undefined
  const by = subjectOf(scene, verb)
  if (!by) return undefined
  const { first } = doc.sents[here]!
  // "Morita said Japan had told them; Renner denied that."
  const split = range(first, verb).findLast((token) => /^(?:;|but|while|and)$/.test(lower[token]!))
  if (split !== undefined && split - first > 3) {
    const teller = tellerAt(scene, split - 1)
    if (teller && teller !== by)
      return denialOf(scene, { verb, by, told: here, teller, from: first, to: split })
  }
  for (let back = 1; back <= (typeof pointed === 'string' ? 2 : 1); back++) {
    const told = here - back
    const sentence = doc.sents[told]
    if (!sentence || sentence.role !== doc.sents[here]!.role || doc.parsed[told] === 0) return undefined
    const words = range(sentence.first, sentence.last)
    if (typeof pointed === 'string' && !words.some((token) => lower[token]!.startsWith(pointed))) continue
    const teller = words.map((token) => tellerAt(scene, token)).find((one) => one !== '') ?? ''
    if (teller === by || (teller === '' && typeof pointed !== 'string')) return undefined
    return denialOf(scene, { verb, by, told, teller, from: sentence.first, to: sentence.last })
  }
  return undefined
}

/** What points back behind a verb that denies: true, or the stem of a word that must stand there. */
function pointsAfter(scene: Scene, verb: number): true | string | undefined {
  const { lower, tag } = scene.doc.tokens
  const next = verb + 1
  const denies = DENIES.test(lemmaOf(scene, verb))
  if (denies && POINTS.test(lower[next] ?? '') && ENDS.test(lower[next + 1] ?? '.')) return true
  const noun = range(next, next + 3).find(
    (token) => CLAIMS.test(lower[token] ?? '') || lower[token] === 'charges',
  )
  if (noun !== undefined && /^(?:the|that|this|these|those|such|his|her|their|its)$/.test(lower[next]!))
    return ENDS.test(lower[noun + 1] ?? '.') ? true : undefined
  if (!denies) return undefined
  if (lower[next] === 'having' && lower[next + 1] === 'been' && /^VB[ND]/.test(tag[next + 2] ?? ''))
    return ENDS.test(lower[next + 3] ?? '.') ? stemOf(lower[next + 2]!) : undefined
  const such = range(next, next + 4).find((token) => lower[token] === 'such')
  if (such !== undefined) {
    const thing = range(such + 1, such + 5).find((token) => /^NN/.test(tag[token] ?? ''))
    return thing === undefined ? undefined : stemOf(lower[thing]!)
  }
  return undefined
}

/** "…, he said, contradicting Ortega, who said access was covered". */
function contradicting(scene: Scene, verb: number): FoundDenial | undefined {
  const { lower, sent } = scene.doc.tokens
  if (lower[verb] !== 'contradicting' || lower[verb - 1] !== ',') return undefined
  const { first, last } = scene.doc.sents[sent[verb]!]!
  const teller = nameFrom(scene, verb + 1, last)
  const who = range(verb + 2, Math.min(last, verb + REACH)).find((token) => lower[token] === 'who')
  const by = tellerAt(scene, first)
  if (
    !teller ||
    who === undefined ||
    !/^(?:VBD|VBZ|VBP|VBN)$/.test(scene.doc.tokens.tag[who + 1] ?? '') ||
    !by
  )
    return undefined
  return denialOf(scene, { verb, by, told: sent[verb]!, teller, from: who + 2, to: last })
}

interface Parts {
  readonly verb: number
  readonly by: string
  /** The sentence of what is denied. */
  readonly told: number
  readonly teller: string
  /** Tokens of what is denied. */
  readonly from: number
  readonly to: number
}

function denialOf({ doc, attributions }: Scene, { verb, by, told, teller, from, to }: Parts): FoundDenial {
  const { tokens, sents } = doc
  const own = sents[tokens.sent[verb]!]!
  const other = sents[told]!
  const content = attributions(from + 1).at(-1)?.content ?? attributions(to - 2).at(-1)?.content ?? []
  const [words] = content
  const start = Math.max(tokens.start[from]!, words?.start ?? 0)
  const end = Math.min(tokens.end[to - 1]!, content.at(-1)?.end ?? Number.POSITIVE_INFINITY)
  return {
    verb,
    start: own.start,
    end: own.end,
    told: { start: other.start, end: other.end },
    by,
    teller,
    what: doc.text
      .slice(start, end)
      .replace(/\s+/g, ' ')
      .replace(/[\s,;.]+$/, '')
      .replace(/^that /, ''),
  }
}

/** A verb tagged as a noun ("the militia denies") by its form. */
function lemmaOf({ doc }: Scene, token: number): string {
  const lower = doc.tokens.lower[token]!
  return /^den(?:ies|ied)$/.test(lower) ? 'deny' : doc.tokens.lemma[token]!
}

/** Who denies: the verb's subject by name, else its words; where the parse has none, the name before it. */
function subjectOf(scene: Scene, verb: number): string {
  const { doc, grammar, fillers } = scene
  let [subject] = grammar.subjects(verb)
  if (subject !== undefined && subject < verb) {
    // "Lund, the union's spokesman, denied": the name, where the parser took what stands beside it.
    while (doc.tokens.dep[subject] === 'appos') subject = doc.tokens.head[subject]!
    const parties = fillers.parties(subject)
    return parties.length > 0
      ? parties.map(({ name }) => name).join(' and ')
      : fillers.phrase(subject, 'short').text
  }
  const { first } = doc.sents[doc.tokens.sent[verb]!]!
  const at = range(first, verb).findLast((token) => fillers.nameAt(token) !== undefined)
  return at === undefined ? '' : fillers.nameAt(at)!.canonical
}

/** The name that begins between two tokens, else the words before a verb or a stop. */
function nameFrom({ doc, fillers }: Scene, from: number, to: number): string {
  const { lower, tag } = doc.tokens
  const name = range(from, Math.min(to, from + 4))
    .map((token) => fillers.nameAt(token))
    .find((one) => one !== undefined)
  if (name) return name.canonical
  const words = range(from, to)
  const stop = words.find(
    (token) => BETWEEN.test(lower[token]!) || /^(?:[,.;:]|IN|VB.|RB)$/.test(tag[token]!),
  )
  const end = stop ?? to
  if (end === from + 1 && tag[from] === 'PRP')
    return fillers
      .parties(from)
      .map(({ name }) => name)
      .join(' and ')
  return end > from && end - from < 7 ? doc.text.slice(doc.tokens.start[from]!, doc.tokens.end[end - 1]!) : ''
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)

/** "Promised" and "promise", "threatened" and "threat" begin alike. */
const stemOf = (word: string): string => word.slice(0, Math.min(6, Math.max(4, word.length - 3)))

/** What a denial says, as a statement of who denies; for sentences that make no other claim. */
export const denialStatement = ({ verb, by, what }: FoundDenial): Found => ({
  kind: 'statement',
  trigger: verb,
  foundBy: 'statement/denied@1',
  epistemics: { polarity: 'affirmed', modality: 'held' },
  body: { speaker: [], of: [], unnamed: by, cue: 'deny', content: what, form: 'indirect', addressee: [] },
})
