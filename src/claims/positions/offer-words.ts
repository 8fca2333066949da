// In: a scene and the words of what is offered or asked. Out: the same with what says how much of it, for how long and with what beside it.
import type { Phrase } from '../../model/index.ts'
import { matchedOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { CHANGES, LAYS_DOWN } from '../terms/term-clauses.ts'
import { DUTIES } from '../terms/term-runs.ts'

/**
 * "Asks 15 per cent over three years and a cap of 12 hours", "offered 12 % with a veto confined to the mines": where an
 * amount is told, the words go on up to a clause, a day or the end of what is quoted.
 */
export function withItsRest(scene: Scene, said: Phrase, always = false): Phrase {
  const { tokens, sents } = scene.doc
  const first = tokenAt(scene, said.start)
  let last = tokenAt(scene, said.end - 1)
  if (first < 0 || last < first || !(always || hasAmount(scene, first, last))) return said
  const end = endOf(scene, first, sents[scene.sentenceOf(first)]!.last)
  for (let next = nextPiece(scene, last + 1, end); next > last; next = nextPiece(scene, last + 1, end))
    last = next
  while (last > first && /^(?:IN|CC|DT|TO|,|``|''|PRP\$)$/.test(tokens.tag[last]!)) last--
  return tokens.end[last]! > said.end ? scene.fillers.phraseOf(first, last, first) : said
}

/** "An annual levy and", "anew for each use": without the word that joins or leads it. */
export function trimmed(scene: Scene, said: Phrase): Phrase {
  const { tag, lower } = scene.doc.tokens
  const start = tokenAt(scene, said.start)
  const end = tokenAt(scene, said.end - 1)
  let [first, last] = [start, end]
  while (last > first && tag[last] === 'CC') last--
  if (tag[first] === 'RB' && tag[first + 1] === 'IN' && !/^(?:not|no|only)$/.test(lower[first]!)) first += 2
  return (first === start && last === end) || first > last ? said : scene.fillers.phraseOf(first, last, last)
}

/** "The truce, which the rebels accepted": a thing without what is told of it behind its comma. */
export function withoutRelative(scene: Scene, said: Phrase): Phrase {
  const { tag, form, lemma } = scene.doc.tokens
  const first = tokenAt(scene, said.start)
  const last = tokenAt(scene, said.end - 1)
  for (let at = first + 1; at < last; at++) {
    if (form[at] !== ',' || !/^W(?:DT|P|P\$)$/.test(tag[at + 1]!)) continue
    const head = lemma.indexOf(said.head, first)
    return head >= 0 && head < at ? scene.fillers.phraseOf(first, at - 1, head) : said
  }
  return said
}

/** "A demand that consent once given should be good for a season": to the end of its sentence. */
export function toTheEnd(scene: Scene, said: Phrase): Phrase {
  const { tokens, sents } = scene.doc
  const first = tokenAt(scene, said.start)
  const end = endOf(scene, first, sents[scene.sentenceOf(first)]!.last)
  let last = first
  while (last + 1 < end && !/^(?:[;.—–]|''|``|["“”])$/.test(tokens.form[last + 1]!)) last++
  return scene.fillers.phraseOf(first, last, first)
}

function hasAmount({ fillers }: Scene, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (fillers.quantityAt(at)?.unit) return true
  return false
}

/** Past the last token that belongs to the same telling. */
function endOf(scene: Scene, first: number, end: number): number {
  const start = scene.doc.tokens.start[first]!
  for (const { content } of scene.attributions(first)) {
    const piece = content.find((range) => range.start <= start && start < range.end)
    if (piece) end = Math.min(end, tokenAt(scene, piece.end - 1) + 1)
  }
  return end
}

const LEADING: ReadonlySet<string> = new Set(
  'over for with without from in of on at within between towards toward plus to up into per'.split(' '),
)
const WITH: ReadonlySet<string> = new Set('with plus together including each'.split(' '))
const INSIDE = /^(?:DT|PDT|JJ[RS]?|CD|NNP?S?|\$|HYPH|POS|PRP\$|VBN|RB|#)$|^%$/

/** The last token of one more piece from a token on: a preposition with its noun, "and" with a noun; else the token before. */
function nextPiece(scene: Scene, from: number, end: number): number {
  const { lower, tag, form } = scene.doc.tokens
  let at = from
  if (form[at] === ',' && WITH.has(lower[at + 1] ?? '')) at++
  const isJoined = lower[at] === 'and' || lower[at] === 'plus'
  if (!isJoined && !LEADING.has(lower[at] ?? '') && !WITH.has(lower[at] ?? '') && tag[at] !== 'VBN')
    return from - 1
  // "8 percent on the table": where it is put.
  if (lower[at] === 'on' && lower[at + 2] === 'table') return from - 1
  let last = at
  let hasNoun = false
  for (let next = at + 1; next < end; next++) {
    const time = scene.fillers.timeAt(next)
    if (time && time.type !== 'DURATION') return from - 1
    if (
      !(INSIDE.test(tag[next]!) || form[next] === '%' || (next === at + 1 && /^(?:IN|TO)$/.test(tag[next]!)))
    )
      break
    if (/^(?:N|CD|\$)/.test(tag[next]!) || form[next] === '%') hasNoun = true
    last = next
  }
  // "And the union refused": a clause of its own.
  if (/^(?:VB[DPZ]|MD|TO)$/.test(tag[last + 1] ?? '') && isJoined) return from - 1
  return hasNoun ? last : from - 1
}

/** "Wants the prisoners freed", "wants the ministry to be represented": what is to be done to what, as an accord would lay it down. */
const DONE: ReadonlySet<string> = new Set([
  ...DUTIES,
  ...LAYS_DOWN,
  ...CHANGES,
  ...'admit amend appoint consult delay destroy disarm dismiss dissolve hire lower name notify post postpone ratify register reinstate rehire relist represent sack sign'.split(
    ' ',
  ),
])

/** A noun that is no known matter, where what is asked of it says what is on the table: it is called by its words. */
export function dealtWith(scene: Scene, match: Match, at: number, deed?: number): Phrase | undefined {
  const { doc, grammar, fillers } = scene
  const { tag, lemma, lower } = doc.tokens
  const stance = matchedOf(match).set('stance') ?? ''
  if (!SIZED.has(stance) || !/^NNP?S?$/.test(tag[at]!)) return undefined
  if (fillers.timeAt(at) || fillers.nameAt(at)?.type === 'person' || NAMELESS.test(lemma[at]!))
    return undefined
  const isDone = [...(deed === undefined ? [] : [deed]), ...grammar.dependents(at, 'acl')].some(
    (one) => grammar.isVerb(one) && DONE.has(lemma[one]!) && tag[one] === 'VBN',
  )
  // "Gave up the outside audit of catches": what is given up is named whole.
  const isGivenUp =
    lower[match.trigger + 1] === 'up' &&
    grammar.dependents(at, 'det', 'nmod:poss').length > 0 &&
    grammar.dependents(at, 'amod', 'nmod', 'compound').length > 0
  const isOwn = grammar
    .dependents(at, 'amod')
    .some((word) => lower[word] === 'own' && grammar.dependents(at, 'nmod:poss').length > 0)
  if (!isDone && !isOwn && !isGivenUp) return undefined
  const { first, last } = grammar.phrase(at, 'short')
  return last - first < LONGEST ? fillers.phraseOf(first, last, at) : fillers.phraseOf(at, at, at)
}

const NAMELESS = /^(?:matter|issue|thing|case|question|people|man|woman|child|rest|one|other)$/

/** "Offered 12 percent with a veto": the veto comes with the amount, which is what is offered; "wants a cut worth $9": nobody wants $9. */
export const isBesideAmount = (
  { grammar, fillers, doc }: Scene,
  { trigger, roles, rule }: Match,
): boolean => {
  const issue = roles.get('issue')?.tokens ?? []
  const first = fillers.quantityAt(issue[0] ?? -1)?.first
  if (first !== undefined && doc.tokens.lower[first - 1] === 'worth') return true
  return (
    rule.card.id === 'core/position-verb' &&
    issue.some((token) => grammar.caseOf(token) === 'with') &&
    grammar.objects(trigger).some((object) => fillers.quantityAt(object)?.unit)
  )
}

/** Words of a name that is taken whole. */
const LONGEST = 6
const SIZED: ReadonlySet<string> = new Set(['demand', 'offer', 'concession'])
