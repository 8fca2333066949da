// In: a match of a linkage card. Out: the words of its two ends: what ties, without what it is tied to; what that is.
import type { Phrase } from '../../model/index.ts'
import type { Match } from '../rules.ts'
import { beforeParticiple } from '../sentence/moods.ts'
import { pointedNoun } from '../sentence/pointed-nouns.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'

/** What ties or presses, without the words of what it is tied to; undefined where that is somebody, not something. */
export function leverOf(
  scene: Scene,
  match: Match,
  from: Phrase | undefined,
  to: Phrase | undefined,
): Phrase | undefined {
  const [token] = match.roles.get('from')?.tokens ?? []
  if (!from || token === undefined || isSomebody(scene, token)) return undefined
  // "Agreed in return not to use it": what was agreed is given, not the agreeing.
  const given = match.trigger > token ? infinitiveBehind(scene, token, match.trigger) : undefined
  if (given) return given
  const told = answering(scene, token) ?? pointedNoun(scene, token)?.phrase
  if (told) return told
  if (!scene.grammar.isVerb(token) && !scene.fillers.isMatter(token)) return undefined
  return withoutTie(scene, match, joined(scene, token, from), to)
}

const BINDING: ReadonlySet<string> = new Set('agree promise offer pledge undertake commit vow'.split(' '))

/** What one binds oneself to, where the tie stands before it. */
function infinitiveBehind({ doc, grammar, fillers }: Scene, verb: number, tie: number): Phrase | undefined {
  if (!BINDING.has(doc.tokens.lemma[verb]!)) return undefined
  const [deed] = grammar.dependents(verb, 'xcomp', 'advcl').filter((at) => at > tie && at - tie < 6)
  const isTo = deed !== undefined && grammar.isInfinitive(deed)
  return isTo ? fillers.phraseOf(tie + 1, grammar.predicate(deed).last, deed) : undefined
}

/** With what is joined to it: "gas, cod and timber". */
function joined({ grammar, fillers }: Scene, token: number, said: Phrase): Phrase {
  if (grammar.isVerb(token)) return said
  // "Gas, cod and timber, an area of concern": what comes with an article of its own is said of them.
  const isSaid = (one: number) => grammar.dependents(one, 'det').length > 0
  const all = grammar.conjuncts(token).filter((one) => one === token || !(grammar.isVerb(one) || isSaid(one)))
  if (all.length === 1 || all.length > 8) return said
  const first = grammar.phrase(token, 'short').first
  return fillers.phraseOf(first, Math.max(...all.map((one) => grammar.phrase(one, 'short').last)), token)
}

/** Without the words that tie it and what it is tied to, which follow it ("…, in return for") or stand in front. */
function withoutTie(
  scene: Scene,
  { roles, trigger }: Match,
  from: Phrase,
  to: Phrase | undefined,
): Phrase | undefined {
  const { doc, fillers, grammar } = scene
  const { tokens } = doc
  const head = roles.get('from')!.tokens[0]!
  const isMark = (at: number) =>
    /^(?:case|mark)$/.test(tokens.dep[at]!) || /^(?:only|[,;:–—-])$/.test(tokens.lower[at]!)
  let first = tokenAt(scene, from.start)
  let last = tokenAt(scene, from.end - 1)
  const opens = (at: number) => Math.min(at, ...grammar.dependents(at, 'mark', 'case'))
  const ties = [
    ...(trigger === head ? [] : [opens(trigger)]),
    ...(roles.get('lever')?.tokens ?? []).map(opens),
    ...(to ? [tokenAt(scene, to.start)] : []),
  ].filter((at) => at > first && at <= last)
  for (const at of ties) if (at > head && at <= last) last = at - 1
  const before = Math.max(-1, ...ties.filter((at) => at < head))
  if (before >= 0) first = before + 1 + tokens.form.slice(before, head).indexOf(',')
  // "With its economy slowing, Peru may concede": from its subject on.
  if (grammar.isVerb(head))
    first = Math.max(
      first,
      ...grammar.dependents(head, 'nsubj').map((at) => grammar.phrase(at, 'short').first),
    )
  const isLed = to !== undefined && tokens.start[head]! < to.start
  if (isLed) first = openedBy(scene, head, first)
  // "… will begin, the president vowed, unless": no more than what is said.
  const [said] = scene.attributions(head)
  const isSaid = (at: number) =>
    !said || said.content.some((part) => part.start <= tokens.start[at]! && tokens.end[at]! <= part.end)
  if (isSaid(head)) while (last > head && !isSaid(last)) last--
  const isQuote = (at: number) => /^["“”]$/.test(tokens.form[at]!)
  const isOpen = () =>
    tokens.form.slice(first, last + 1).filter((form) => /^["“”]$/.test(form)).length % 2 === 1
  while (last > first && (isMark(last) || (isQuote(last) && isOpen()))) last--
  while (first < last && isMark(first)) first++
  // "In late May Peru announced a ban …, unless": when it did so stands before.
  while (first < head && scene.fillers.timeAt(first)) first++
  return first > last || first > head || head > last ? undefined : fillers.phraseOf(first, last, head)
}

/**
 * Where the words of a verb begin with what it is said of: "duties that were to start", "cause the treaty to expire"; what
 * has a subject in its clause, or does so by its own will ("refused to sign"), begins as it is.
 */
function openedBy({ doc, grammar }: Scene, head: number, first: number): number {
  const { tokens } = doc
  if (!grammar.isVerb(head)) return first
  let clause = head
  while (tokens.dep[clause] === 'xcomp' && tokens.head[clause]! >= 0) {
    const over = tokens.head[clause]!
    const [brought] = LETTING.has(tokens.lemma[over]!) ? grammar.dependents(over, 'obj') : []
    if (brought !== undefined && brought < head)
      return Math.min(first, grammar.phrase(brought, 'short').first)
    clause = over
  }
  const own = grammar.dependents(clause, 'nsubj', 'nsubj:pass')
  if (own.some((at) => !/^W/.test(tokens.tag[at]!))) return first
  let [noun] =
    tokens.dep[clause] === 'acl:relcl'
      ? [tokens.head[clause]!]
      : own.length > 0
        ? grammar.subjects(clause)
        : []
  if (noun === undefined || noun >= head || head - noun > 12) return first
  // "The imposition of duties on all goods that were to start": which of them, the words leave open.
  while (/^nmod/.test(tokens.dep[noun]!) && tokens.head[noun]! < noun && noun - tokens.head[noun]! < 6)
    noun = tokens.head[noun]!
  return Math.min(first, grammar.phrase(noun, 'short').first)
}

const LETTING: ReadonlySet<string> = new Set(
  'cause let allow make force lead permit enable see have'.split(' '),
)

/** Verbs that only bring about what their object names: "imposed quotas in response", the quotas are the answer. */
const BRINGING: ReadonlySet<string> = new Set(
  'announce adopt apply bring consider draw impose introduce launch levy make plan prepare propose put set take threaten unveil use'.split(
    ' ',
  ),
)

/** "Cancelled its visit in retaliation": the answer is the deed, not what it is done to. */
function answering(scene: Scene, token: number): Phrase | undefined {
  const { doc, grammar, fillers } = scene
  const verb = doc.tokens.head[token]!
  if (doc.tokens.dep[token] !== 'obj' || verb < 0 || verb > token || !grammar.isVerb(verb)) return undefined
  const answers = grammar
    .children(verb)
    .concat(grammar.children(token))
    .some((child) => ANSWERS.has(doc.tokens.lemma[child]!))
  if (!answers || BRINGING.has(doc.tokens.lemma[verb]!)) return undefined
  const { last } = grammar.phrase(token, 'short')
  const answer = doc.tokens.lower.findIndex((word, at) => at > token && at <= last && ANSWERS.has(word))
  return fillers.phraseOf(verb, answer < 0 ? last : Math.max(token, answer - 2), verb)
}

const ANSWERS: ReadonlySet<string> = new Set(['response', 'retaliation', 'reaction', 'reprisal', 'answer'])

/** What something hangs on: "on condition that it sells, reflecting concern", without what leads in and what stands beside. */
export const endOf = (scene: Scene, said: Phrase | undefined): Phrase | undefined =>
  said && withoutDash(scene, withoutParticiple(scene, withoutLead(scene, said)))

/** "To act — even if that hurts": up to a dash; one between two dashes goes on. */
function withoutDash(scene: Scene, said: Phrase): Phrase {
  const { doc, fillers } = scene
  const first = tokenAt(scene, said.start)
  const last = tokenAt(scene, said.end - 1)
  const isDash = (at: number) => /^(?:[—–]|--)$/.test(doc.tokens.form[at]!)
  const dashes: number[] = []
  for (let at = first + 2; at <= last; at++) if (isDash(at)) dashes.push(at)
  return dashes.length === 1 ? fillers.phraseOf(first, dashes[0]! - 1, first) : said
}

function withoutParticiple(scene: Scene, said: Phrase): Phrase {
  const first = tokenAt(scene, said.start)
  const past = tokenAt(scene, said.end - 1) + 1
  const end = beforeParticiple(scene.doc, first, past)
  return end === past ? said : scene.fillers.phraseOf(first, end - 1, first)
}

function withoutLead(scene: Scene, said: Phrase): Phrase {
  if (!/^(?:that|only) /.test(said.text)) return said
  const first = tokenAt(scene, said.start) + 1
  return scene.fillers.phraseOf(first, tokenAt(scene, said.end - 1), first)
}

/** A party or people: who presses is no lever. */
export function isSomebody(scene: Scene, token: number): boolean {
  const lemma = scene.doc.tokens.lemma[token]!
  return (
    scene.fillers.partyNamed(token).length > 0 ||
    scene.fillers.groups(token).length > 0 ||
    scene.doc.tokens.tag[token]!.startsWith('PRP') ||
    scene.rows('speaker-nouns').has(lemma) ||
    scene.rows('actor-nouns').has(lemma)
  )
}
