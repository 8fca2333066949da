// In: a scene, a verb that denies. Out: who denies, in words; the denial made of its parts.
import type { Denial } from '../../model/index.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { isUnnamed, namesOfSpeakers, speakerBy } from '../statements/teller.ts'
import { partiesAt } from '../statements/who-words.ts'

/** Verbs that say of what was told that it is not so; the second lot only with a noun that says that it was told. */
export const DENIES = /^(?:deny|dispute|refute|rebut|contradict)$/
export const REJECTS = /^(?:deny|dispute|refute|rebut|contradict|reject|dismiss)$/
/** What one side told, seen by who does not vouch for it. */
export const CLAIMS = /^(?:claim|accusation|allegation|assertion|suggestion|contention)s?$/

const PARTICLES: Readonly<Record<string, RegExp>> = {
  push: /^back (?:on|against)$/,
  brush: /^(?:aside|off)$/,
  wave: /^(?:aside|off|away)$/,
  shrug: /^off$/,
  laugh: /^off$/,
  scoff: /^at$/,
}

/** The last word of "pushed back on", "brushed aside", "scoffed at"; undefined where a verb is none of these. */
export function particleEnd({ doc: { tokens } }: Scene, verb: number): number | undefined {
  const words = PARTICLES[tokens.lemma[verb]!]
  if (words === undefined) return undefined
  const one = tokens.lower[verb + 1] ?? ''
  if (words.test(one)) return verb + 1
  return words.test(`${one} ${tokens.lower[verb + 2] ?? ''}`) ? verb + 2 : undefined
}

/** A denial and the verb that denies. */
export interface FoundDenial extends Denial {
  readonly verb: number
  /** Set where its words point to what was told right before. */
  readonly isAnswer?: boolean
}

/** What a denial is made of. */
export interface DenialParts {
  readonly verb: number
  readonly by: string
  /** The sentence of what is denied. */
  readonly told: number
  readonly teller: string
  /** Tokens of what is denied. */
  readonly from: number
  readonly to: number
  /** Set where these tokens are what is denied and nothing else. */
  readonly isExact?: true
}

/** "A senior official said that" before what is told. */
const TOLD_BY = /^(?:\p{L}+ ){1,6}(?:said|says|claimed|claims) that /u

/** Both sentences, both sides, and the words of what is denied, no more than one speaker tells. */
export function denialOf(
  { doc, attributions, grammar }: Scene,
  { verb, by, told, teller, from, to, isExact }: DenialParts,
): FoundDenial {
  const { tokens, sents } = doc
  const own = sents[tokens.sent[verb]!]!
  const other = sents[told]!
  // "Undertook to withdraw it": who does is told with what.
  const around = [from + 1, to - 2]
    .map((token) => attributions(token).at(-1)?.content ?? [])
    .filter(([one]) => !/^to\b/.test(one ? doc.text.slice(one.start, one.end) : ''))
  const charge = range(from, to).find((at) => /^(?:accuse|blame)$/.test(tokens.lemma[at]!))
  const content = isExact || charge !== undefined ? [] : (around.find((one) => lengthOf(one) > SHORT) ?? [])
  const [words] = content
  const accuser = charge === undefined || isExact ? undefined : grammar.subjects(charge)[0]
  const begins = accuser !== undefined && accuser < charge! ? grammar.phrase(accuser, 'short').first : from
  const start = Math.max(tokens.start[Math.max(from, begins)]!, words?.start ?? 0)
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
      .replace(/[\s,;.]*[“"]\p{L}+$/u, (open) => open.replace(/[“"]/, ''))
      .replace(/^that /, '')
      .replace(/^(?:which )?(?:citing|quoting|which cites|which quotes) [^,]{3,80}, /, '')
      .replace(/^[“"](.*?)[,.]?[“"”]+$/u, '$1')
      .replace(isExact ? /^$/ : TOLD_BY, ''),
  }
}

/** Whether a verb says that somebody does deny: "did not deny", "refused to deny" and "would deny" do not. */
export function isDenying(scene: Scene, verb: number): boolean {
  const { lower } = scene.doc.tokens
  if (/^(?:not|n't|never|cannot|neither|to|can|could|would|will|may|might)$/.test(lower[verb - 1] ?? ''))
    return lower[verb - 1] === 'to' && /^(?:twitter|back|go|seek|move|rush)$/.test(lower[verb - 2] ?? '')
  if (/^(?:is|are|was|were|be|been|being|gets?|got)$/.test(lower[verb - 1] ?? '')) return false
  return scene.epistemics(verb).polarity === 'affirmed'
}

/** What is told in so few characters is a name or misread. */
const SHORT = 12

const lengthOf = (content: readonly { readonly start: number; readonly end: number }[]): number =>
  content.reduce((sum, { start, end }) => sum + end - start, 0)

/** A verb tagged as a noun ("the militia denies") by its form. */
export function lemmaOf({ doc }: Scene, token: number): string {
  const lower = doc.tokens.lower[token]!
  return /^den(?:ies|ied)$/.test(lower) ? 'deny' : doc.tokens.lemma[token]!
}

/** Between a subject and its verb: "the ministry, though, denied". */
const BETWEEN =
  /^(?:,|though|however|in|turn|has|have|had|also|again|later|quickly|repeatedly|flatly|strongly|vehemently|publicly)$/

/**
 * Who does what a verb says: its subject by name, else its words; where the parse has none, the name before it. "A senior official
 * travelling with Ann Lee" is not Lee.
 */
export function subjectOf(scene: Scene, verb: number): string {
  const found = subjectInTree(scene, verb)
  const spoken = speakerBy(scene, verb)
  const isPerson = scene.doc.names.some(({ canonical, type }) => type === 'person' && canonical === found)
  // "Attorneys for several of the workers", "a person who knows the owners": they, not whom they know.
  const isWhole = isUnnamed(found) || (spoken !== '' && found.endsWith(` ${spoken}`))
  return !isWhole && (isUnnamed(spoken) || (isPerson && spoken !== '')) ? spoken : found
}

function subjectInTree(scene: Scene, verb: number): string {
  const { doc, grammar, fillers } = scene
  const { lower, dep, head } = doc.tokens
  const { first } = doc.sents[doc.tokens.sent[verb]!]!
  const own = ownSubjects(scene, verb)
  const stop = range(first, verb).findLast((one) => /^[;:]$/.test(lower[one]!)) ?? first
  let subject = own.find((one) => one >= stop) ?? own[0]
  const root = subject === undefined ? rootBefore(scene, verb) : undefined
  if (root !== undefined) return fillers.phraseOf(grammar.phrase(root, 'short').first, verb - 1, root).text
  // "Lund, the union's spokesman, denied": the name, where the parser took what stands beside it.
  while (subject !== undefined && dep[subject] === 'appos') subject = head[subject]!
  // "…, Lund said, who denied": the name before the pronoun.
  if (subject !== undefined && lower[subject] === 'who') {
    const before = range(Math.max(first, subject - 4), subject).findLast((one) => fillers.nameAt(one))
    if (before !== undefined) return fillers.nameAt(before)!.canonical
    const noun = range(Math.max(first, subject - 3), subject).findLast((one) =>
      /^NN/.test(doc.tokens.tag[one]!),
    )
    if (noun !== undefined) return fillers.phrase(noun, 'short').text
  }
  let at = verb - 1
  while (at > first && BETWEEN.test(lower[at]!)) at--
  const right = doc.tokens.tag[verb] === 'VBG' ? undefined : fillers.nameAt(at)
  if (subject !== undefined && subject < verb) {
    // "Florida senator Ann Lund denied": the person, not the place before her.
    const isPlace =
      fillers.nameAt(subject)?.type === 'place' || fillers.nameAt(subject)?.type === 'government'
    return isPlace && right?.type === 'person' ? right.canonical : partiesAt(scene, subject)
  }
  if (right) return right.canonical
  // "Lund, a spokesman for the port, denied": the name before the words between commas, a person's first.
  const commas = lower[verb - 1] === ',' ? range(first + 1, verb - 1).filter((one) => lower[one] === ',') : []
  const before = commas.flatMap((one) => fillers.nameAt(one - 1) ?? [])
  const named = before.find(({ type }) => type === 'person') ?? before.at(-1)
  if (named) return named.canonical
  if (doc.tokens.tag[verb] !== 'VBG' && /^NN/.test(doc.tokens.tag[at]!))
    return fillers.phrase(at, 'short').text
  if (/^(?:it|he|she|they)$/.test(lower[at]!)) return whomOf(scene, at)
  const [inherited] = grammar.subjects(verb)
  if (inherited !== undefined && inherited < verb)
    return speakerOver(scene, inherited, verb) ?? partiesAt(scene, inherited)
  if (doc.tokens.tag[verb] === 'VBG') return ''
  const shared = subjectOver(scene, verb)
  if (shared !== undefined) return partiesAt(scene, shared)
  // "Lund called it “the best port of Peru” and denied": who speaks, not whom the words told name.
  const inSentence = range(first, verb).filter((one) => fillers.nameAt(one) !== undefined)
  const last = inSentence.at(-1)
  if (last === undefined) return ''
  const isFree = (one: number) => !isQuoted(scene, first, one) && grammar.caseOf(one) === ''
  const who = isQuoted(scene, first, last) ? (inSentence.findLast(isFree) ?? last) : last
  return speakerOver(scene, last, verb) ?? fillers.nameAt(who)!.canonical
}

/** "Lawyers for several of the workers dispute that", where the parser took the verb for a clause about the workers: the lawyers. */
function rootBefore({ doc: { tokens, sents } }: Scene, verb: number): number | undefined {
  const { first, last } = sents[tokens.sent[verb]!]!
  if (tokens.dep[verb] !== 'acl:relcl' || range(first, verb).some((at) => /^W/.test(tokens.tag[at]!)))
    return undefined
  const root = range(first, last).find((at) => tokens.head[at]! < 0)
  const isRoot = root !== undefined && root < verb && /^NNS?$/.test(tokens.tag[root]!)
  return isRoot && !range(first, verb).some((at) => tokens.lower[at] === ',') ? root : undefined
}

/** "The company stated that …, has worked with them, and denies": the subject of the verb that this one is joined to, or its teller's. */
function subjectOver({ doc, grammar }: Scene, verb: number): number | undefined {
  const { dep, head, tag } = doc.tokens
  let over = verb
  while (/^(?:conj|ccomp)$/.test(dep[over]!) && head[over]! >= 0) {
    over = head[over]!
    const subject = grammar.dependents(over, 'nsubj').find((at) => at < over && /^NN/.test(tag[at]!))
    if (subject !== undefined) return subject
  }
  return undefined
}

/** Whether a token stands between quotation marks opened in its sentence. */
const isQuoted = ({ doc: { tokens } }: Scene, first: number, token: number): boolean =>
  range(first, token).filter((at) => /^(?:["\u201c\u201d]|``|'')$/.test(tokens.lower[at]!)).length % 2 === 1

/** Whom a pronoun stands for, else who speaks in the sentence before. */
function whomOf(scene: Scene, pronoun: number): string {
  const { doc, fillers } = scene
  const parties = fillers.parties(pronoun)
  if (parties.length > 0) return parties.map(({ name }) => name).join(' and ')
  const before = doc.sents[doc.tokens.sent[pronoun]! - 1]
  return before ? namesOfSpeakers(scene, scene.attributions(before.first).at(-1)) : ''
}

/** "Lund said the move was wrong and rejected the claim": where the subject stands in words told and the verb does not, their speaker. */
function speakerOver(scene: Scene, subject: number, verb: number): string | undefined {
  const { start } = scene.doc.tokens
  const told = scene
    .attributions(subject)
    .find(({ content }) => !content.some((one) => one.start <= start[verb]! && start[verb]! < one.end))
  return told && (namesOfSpeakers(scene, told) || undefined)
}

/** Its own subjects; of an infinitive ("took to the air to push back") those of the verb it serves. */
function ownSubjects({ doc, grammar }: Scene, verb: number): number[] {
  const { head, tag } = doc.tokens
  const isServing = tag[verb] === 'VB' && head[verb]! >= 0 && grammar.isVerb(head[verb]!)
  return grammar.dependents(isServing ? head[verb]! : verb, 'nsubj')
}
