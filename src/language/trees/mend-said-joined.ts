// In: a parsed draft. Out: a verb joined to what somebody says, where it goes on with what he does: it is joined to the saying.
import { firstWhere } from '../../model/range.ts'
import type { Name } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { reachOf } from './tree-steps.ts'

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Verbs whose clause is what somebody says. */
const SAYING = wordsOf(
  'say tell argue believe think insist claim note add warn complain charge report announce allege declare state stress assert contend explain confirm maintain admit acknowledge concede reiterate',
)
/** Verbs by which he goes on, whoever the clause before is about. */
const GOES_ON = wordsOf(
  'say add note warn insist argue stress explain acknowledge concede reiterate predict express reveal caution',
)
/** Deeds by word that both may have done: only what stands in the sentence tells whose they are. */
const BY_WORD = wordsOf(
  'vow pledge promise threaten announce order demand urge call ask declare impose propose offer rule dismiss reject praise criticise criticize condemn accuse blame decline refuse take',
)
/** What somebody is reproached with: he who reproaches it vows and demands. */
const WRONGS = wordsOf(
  'violate breach break flout renege fail mislead cheat flood dump abuse misuse ignore block disregard undermine',
)
/** What may go on with more of the same: only he who tells of it asks for help. */
const ATTACKS = wordsOf('kill attack shell bomb strike raid injure wound')
const ASKS = wordsOf('urge call vow pledge promise')
const ANSWERS = wordsOf('vow pledge promise demand urge call announce order warn impose')
/** Who comes or calls says something himself. */
const COMES = wordsOf(
  'call phone ring telephone write contact approach come go return meet visit appear stand sit reach speak respond reply apologise apologize thank text email tweet talk hear listen reiterate repeat say tell add',
)
/** Things that say and do nothing. */
const THINGS = wordsOf(
  'talk meeting session visit move decision tariff duty levy sanction price trade export import market economy war conflict fighting situation confidence progress relation tension negotiation round shipment speech comment remark attack outcome result time border port work there',
)
const SPOKEN = wordsOf(
  'comment say give provide name elaborate specify discuss identify disclose confirm predict speculate',
)
/** A passive keeps an object only behind these. */
const GIVING = wordsOf('give offer pay send show tell grant award ask teach promise hand deny')
const QUOTED = /["“”‘]/
const NOT_PAST = /^(?:is|are|'s|'re|am|do|does|can|could|will|would|may|might|must|should)$/

/** A verb joined to a clause that is said, with all that tells whose it is. */
interface Joined {
  readonly at: number
  readonly told: number
  readonly said: number
  /** Subject of the clause that is said, −1 where none. */
  readonly who: number
  /** What hangs on the joined verb, and the auxiliaries of the clause. */
  readonly kids: readonly number[]
  readonly aux: readonly number[]
}

/** "Ruud said the state is strong and rejected the plea": what he does behind what he says is joined to the saying. */
export function mendSaidJoined(draft: Draft): void {
  const { head, tag, count } = draft.tokens
  for (let at = 5; at < count; at++) {
    const joined = joinedAt(draft, at)
    if (!joined || !(isOtherTense(draft, joined) || goesOn(draft, joined))) continue
    if (tag[at] === 'VBN') tag[at] = 'VBD'
    head[at] = joined.said
  }
}

function joinedAt({ tokens, sents }: Draft, at: number): Joined | undefined {
  const { head, dep, tag, sent, lemma } = tokens
  if (dep[at] !== 'conj' || !/^VB[DNZP]$/.test(tag[at]!)) return undefined
  const told = head[at]!
  const said = told < 0 || told > at || dep[told] !== 'ccomp' ? -1 : head[told]!
  if (said < 0 || said > told || !SAYING.has(lemma[said]!)) return undefined
  // "Says … and warns", "said … and warned": one tense with the saying.
  if (/^VB[ZP]$/.test(tag[at]!) ? tag[at] !== tag[said] : tag[said] !== 'VBD') return undefined
  const { first, last } = reachOf(sents[sent[at]!]!, at)
  const kids: number[] = []
  const aux: number[] = []
  let who = -1
  for (let below = first; below < last; below++) {
    if (head[below] === at) kids.push(below)
    if (head[below] !== told) continue
    if (/^(?:cop|aux)/.test(dep[below]!)) aux.push(below)
    if (/^(?:nsubj|expl)/.test(dep[below]!) && below < at) who = below
  }
  if (kids.some((kid) => /^(?:nsubj|aux|mark|cop)/.test(dep[kid]!))) return undefined
  if (!kids.some((kid) => dep[kid] === 'cc')) return undefined
  return { at, told, said, who, kids, aux }
}

/** A past behind what is not past. */
function isOtherTense({ tokens }: Draft, { at, told, kids, aux }: Joined): boolean {
  const { dep, tag, lower, lemma } = tokens
  if (!/^VB[DN]$/.test(tag[at]!)) return false
  const open = /^VB[ZP]$/.test(tag[told]!) || aux.some((below) => NOT_PAST.test(lower[below]!))
  const perfect = aux.some((below) => /^(?:has|have|had|been)$/.test(lower[below]!))
  const isBe = aux.some((below) => lower[below] === 'be')
  const object = kids.some((kid) => dep[kid] === 'obj')
  if (perfect || !open || (isBe && (!object || GIVING.has(lemma[at]!)))) return false
  // "Is strong and respected": said of the same; with an object it is a deed.
  return tag[at] === 'VBD' || (object && (tag[told] !== 'VBN' || isBe))
}

/** Whether the words of the sentence leave nobody but him who said the clause before. */
function goesOn(draft: Draft, joined: Joined): boolean {
  const { dep, tag, lemma, form, lower } = draft.tokens
  const { at, told, who, kids } = joined
  const verb = lemma[at]!
  const content = kids.find((kid) => kid > at && /^(?:ccomp|xcomp|advcl|obj|obl|parataxis)/.test(dep[kid]!))
  if (content === undefined) return false
  // "Confirmed that the panel had met but declined to give names".
  if (/^(?:decline|refuse)$/.test(verb)) return dep[content] === 'xcomp' && SPOKEN.has(lemma[content]!)
  const isPronoun = who >= 0 && tag[who] === 'PRP'
  const clause = kids.some((kid) => kid > at && /^(?:ccomp|parataxis)$/.test(dep[kid]!))
  // "Rolled his eyes and said “no”" may be one's own: both past, words in quotation marks.
  const isOne = tag[told] === 'VBD' && QUOTED.test(form[at + 1]! + (form[at + 2] ?? ''))
  if (GOES_ON.has(verb) && clause && who >= 0 && !isPronoun && !isOne && !COMES.has(lemma[told]!)) return true
  if (!BY_WORD.has(verb) && !GOES_ON.has(verb)) return false
  if (who >= 0 && (tag[who] === 'EX' || (THINGS.has(lemma[who]!) && /^NNS?$/.test(tag[who]!)))) return true
  if (isPronoun || who < 0) return false
  // "Said the union had walked out and urged it to return": nobody urges himself.
  const object = kids.find((kid) => kid > at && /^(?:obj|iobj)$/.test(dep[kid]!))
  if (object !== undefined && URGES.has(verb) && lower[object] === 'it' && !isPlural(draft, who)) return true
  return isReproach(draft, joined) || namesInner(draft, joined)
}

const URGES = wordsOf('urge ask order warn tell accuse press')
const isPlural = ({ tokens }: Draft, who: number): boolean => /S$/.test(tokens.tag[who]!)

/** "Said Peru had broken its word and demanded talks". */
function isReproach({ tokens }: Draft, { at, told, aux }: Joined): boolean {
  const { lemma, lower } = tokens
  const [verb, deed] = [lemma[at]!, lemma[told]!]
  const isAnswer = (ANSWERS.has(verb) && WRONGS.has(deed)) || (ASKS.has(verb) && ATTACKS.has(deed))
  return isAnswer && aux.some((below) => /^(?:has|have|had)$/.test(lower[below]!))
}

/** "Said Peru had left the pact and announced a ban on Peruvian fish", "… and announced she would go": not Peru's own. */
function namesInner(draft: Draft, { at, said, who }: Joined): boolean {
  const { lower, sent } = draft.tokens
  const named = namesBeside(draft, at)
  const inner = named.find((name) => name.first <= who && who < name.last)
  if (!inner) return false
  const outer = named.filter((name) => name.first < said)
  let isInner = false
  for (const name of named) {
    if (name.first <= at) continue
    if (outer.some((other) => sideOf(other) === sideOf(name))) return false
    if (sideOf(name) === sideOf(inner)) isInner = true
  }
  if (isInner || inner.type === 'person') return isInner
  if (!outer.some((name) => name.type === 'person')) return false
  for (let next = at + 1; next < Math.min(at + 4, lower.length) && sent[next] === sent[at]; next++)
    if (lower[next] === 'he' || lower[next] === 'she') return true
  return false
}

/** The state or body that a name means or speaks for. */
const sideOf = (name: Name): string => name.of ?? name.id

/** The names of the sentence that a token stands in. */
function namesBeside({ names, sents, tokens }: Draft, token: number): readonly Name[] {
  const { first, last } = sents[tokens.sent[token]!]!
  const from = firstWhere(names.length, (at) => names[at]!.first >= first)
  return names.slice(
    from,
    firstWhere(names.length, (at) => names[at]!.first >= last),
  )
}
