// In: a draft with tags, times and quotations. Out: for each event word whether and how it is said to hold.
import { firstWhere, type Range } from '../../model/range.ts'
import { type Stance, UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import { isRelation, type Tree, treeOf } from '../trees/tree.ts'
import { type Condition, conditionsOf } from './conditions.ts'
import { governorsOf } from './governors.ts'
import { readGroup } from './group.ts'
import { readArguments, readModifiers } from './modifiers.ts'
import { DENYING, HELD_TO_BE, repudiatedIn } from './repudiated.ts'
import { isRetold } from './retold.ts'
import { plainVerdict, take, type Verdict } from './verdict.ts'
import { type EpistemicWords, epistemicWordsOf } from './words.ts'

/**
 * Fills `draft.stances`: polarity, modality and certainty of every verb and event noun, as the sentence tells it
 * (whoever says it). Rules over modals, governing words and conditions, after De Facto (Saurí 2008) and the
 * implicatives of Nairn et al. 2006. Linear in the tokens.
 */
export function findStances(draft: Draft, lexicon: Lexicon): void {
  const words = epistemicWordsOf(lexicon)
  const tree = treeOf(draft)
  const conditions = conditionsOf(draft, tree)
  const told = toldBy(draft)
  const stances = new Map<number, Stance>()
  const repudiated = repudiatedIn(draft)
  let time = 0
  let past = 0
  for (let i = 0; i < draft.tokens.count; i++) {
    const kind = eventKind(draft, words, i)
    while (time < draft.times.length && draft.times[time]!.last <= i) time++
    const isTime = time < draft.times.length && draft.times[time]!.first <= i
    if (!kind || (kind === 'noun' && isTime)) continue
    const verdict = plainVerdict()
    const retold =
      kind === 'verb'
        ? readVerb(draft, tree, i, words, verdict, told.get(i))
        : readNoun(draft, tree, i, words, verdict)
    const condition = readConditions(draft, tree, conditions, i, verdict)
    while (past < repudiated.length && repudiated[past]!.last <= i) past++
    const over = repudiated[past]
    const isRepudiated = over !== undefined && over.first <= i
    if (isRepudiated && tellsItself(draft, kind, i)) {
      // "Denied reports that it had not paid": that it had is affirmed.
      verdict.denied = !verdict.cues.some((cue) => cue >= over.first && NOT.test(draft.tokens.lower[cue]!))
      if (!verdict.cues.includes(over.cue)) verdict.cues.push(over.cue)
    }
    if (retold && verdict.modality === 'held') verdict.modality = 'background'
    stances.set(i, {
      token: i,
      polarity: verdict.denied ? 'denied' : 'affirmed',
      modality: verdict.modality,
      certainty: verdict.certainty,
      cues: verdict.cues.sort((a, b) => a - b),
      ...(isRepudiated ? { repudiated: true as const } : {}),
      ...(condition && verdict.modality === 'conditional'
        ? {
            condition: {
              start: draft.tokens.start[condition.first]!,
              end: draft.tokens.end[condition.last - 1]!,
            },
          }
        : {}),
    })
  }
  draft.stances = stances
}

const NOT = /^(?:not|n't|never|no)$/

/** A verb, or an adjective that is said of somebody. */
const tellsItself = ({ tokens }: Draft, kind: 'verb' | 'noun', at: number): boolean =>
  kind === 'verb' || (UPOS[tokens.pos[at]!] === 'ADJ' && !isRelation(tokens.dep[at]!, 'amod'))

/** What the words of a cue tell, by token. */
function toldBy({ quotations, tokens }: Draft): Map<number, readonly Range[]> {
  const told = new Map<number, readonly Range[]>()
  for (const { cue, content } of quotations)
    for (const { start, end } of cue)
      for (
        let at = firstWhere(tokens.count, (k) => tokens.end[k]! > start);
        at < tokens.count && tokens.start[at]! < end;
        at++
      )
        told.set(at, content)
  return told
}

/** Verbs, adjectives and nouns may all tell of events ("the ban", "unclear"); of proper nouns those that name one ("Summit"). */
function eventKind(draft: Draft, words: EpistemicWords, token: number): 'verb' | 'noun' | undefined {
  const pos = UPOS[draft.tokens.pos[token]!]
  if (pos === 'VERB' || pos === 'AUX') return 'verb'
  if (pos === 'ADJ' || pos === 'NOUN') return 'noun'
  return pos === 'PROPN' && words.events.has(draft.tokens.lower[token]!) ? 'noun' : undefined
}

/** A verb: its own group, then what governs it. True where it tells of an older event. */
function readVerb(
  draft: Draft,
  tree: Tree,
  verb: number,
  words: EpistemicWords,
  verdict: Verdict,
  told?: readonly Range[],
): boolean {
  const { lemma, lower } = draft.tokens
  const group = readGroup(draft, verb, words, verdict)
  readModifiers(draft, tree, verb, words, verdict)
  readArguments(draft, tree, verb, verdict, true)
  let shifted = false
  let ofNoun = false
  let meant: number | undefined
  for (const { token, as } of governorsOf(draft, tree, verb)) {
    const inner = plainVerdict()
    const two = `${lemma[token]} ${lower[token + 1] ?? ''}`
    const pos = UPOS[draft.tokens.pos[token]!]
    // "The ban that it had lifted": of a noun that is spelt as a verb the clause tells nothing.
    const verbal = as === 'clause' && pos === 'NOUN' ? undefined : words.verbs
    const effect =
      verbal?.get(two) ??
      verbal?.get(lemma[token]!) ??
      adjectiveEffect(draft, words, token) ??
      words.nouns.get(lemma[token]!)
    if (as === 'clause' && isAsked(draft, tree, verb, token, words))
      take(verdict, 'hypothetical', 'uncertain', token)
    // "Is going to impose": it is ahead.
    if (as === 'infinitive' && lower[token] === 'going') take(verdict, 'planned', 'probable', token)
    // "Said they had agreed": the past is that of the telling.
    if (as === 'clause' && draft.tokens.tag[token] === 'VBD') shifted = true
    if (as === 'clause' && FOLLOWING.has(lemma[token]!) && isNegated(draft, token, words)) {
      take(verdict, 'hypothetical', 'uncertain', token)
      break
    }
    // "Looking to avert a threat to raise duties": the threat stands.
    if (as === 'object' && ofNoun && effect?.modality === 'denied' && isUndone(draft, token)) break
    if (as === 'infinitive' && pos === 'NOUN') ofNoun = true
    if (effect?.modality === 'planned' && as === 'infinitive' && isOfAnother(draft, tree, verb, token))
      take(verdict, 'hypothetical', 'uncertain', token)
    else if (effect?.complements.has(as)) take(verdict, effect.modality, effect.certainty, token)
    else if (as === 'clause' && pos === 'NOUN' && isRejected(draft, token))
      take(verdict, 'denied', 'probable', token)
    else if (as === 'clause' && pos !== 'NOUN') break
    if (pos === 'VERB' || pos === 'AUX') {
      const over = readGroup(draft, token, words, inner)
      // "To help growers pass a bill": as open as the help.
      if (as === 'infinitive')
        meant = over.infinitive ? token : effect?.complements.has(as) ? undefined : meant
      if (as === 'infinitive') readArguments(draft, tree, token, inner, true)
      merge(verdict, inner)
    } else if (as === 'infinitive' || as === 'clause') {
      readModifiers(draft, tree, token, words, inner)
      if (inner.denied) merge(verdict, inner)
    }
    if (as === 'clause') break
  }
  readAlternative(draft, tree, verb, verdict)
  if (isJoinedBare(draft, tree, verb) && !group.infinitive)
    readGroup(draft, draft.tokens.head[verb]!, words, verdict)
  if (meant !== undefined && !group.infinitive && verdict.modality === 'held')
    take(verdict, 'hypothetical', 'certain', meant)
  if (group.infinitive && verdict.cues.length === 0)
    take(
      verdict,
      isHeadlineFuture(draft, verb) || isArranged(draft, tree, verb) ? 'planned' : 'hypothetical',
      'certain',
      group.first,
    )
  return (group.pluperfect && !shifted) || isRetold(draft, verb, group.past, told)
}

/** What does not follow is left open: "that does not mean talks will end", "a vote does not guarantee that it joins". */
const FOLLOWING: ReadonlySet<string> = new Set('mean imply guarantee entail ensure signify prove'.split(' '))

function isNegated(draft: Draft, verb: number, words: EpistemicWords): boolean {
  const outer = plainVerdict()
  readGroup(draft, verb, words, outer)
  return outer.denied
}

/** "Dismissed suggestions that Peru had agreed": it is denied. */
const isRejected = ({ tokens }: Draft, noun: number): boolean =>
  HELD_TO_BE.has(tokens.lemma[noun]!) &&
  isRelation(tokens.dep[noun]!, 'obj') &&
  DENYING.has(tokens.lemma[tokens.head[noun]!] ?? '')

/** An infinitive or gerund: it is meant, not done. */
const isUndone = ({ tokens }: Draft, verb: number): boolean =>
  tokens.tag[verb] === 'VBG' || (tokens.tag[verb] === 'VB' && tokens.lower[verb - 1] === 'to')

/** Verbs by which one binds oneself, whomever one tells it: "promised Peru to sign". */
const COMMISSIVE: ReadonlySet<string> = new Set([
  'promise',
  'vow',
  'pledge',
  'threaten',
  'agree',
  'offer',
  'swear',
])

/** "wants Georgia to cut the fee": what one wishes another to do is a demand, no plan. */
function isOfAnother(draft: Draft, tree: Tree, verb: number, above: number): boolean {
  const { lemma, lower, dep } = draft.tokens
  if (COMMISSIVE.has(lemma[above]!)) return false
  const isOther = (token: number) => token > above && token < verb && !/sel(f|ves)$/.test(lower[token]!)
  const object = tree.child(above, 'obj')
  const subject = tree.child(verb, 'nsubj')
  return (object >= 0 && isOther(object)) || (subject >= 0 && isOther(subject) && dep[verb] !== 'ccomp')
}

/** "whether they meet", "did not say when they meet": what is left open, not told. */
function isAsked(draft: Draft, tree: Tree, verb: number, above: number, words: EpistemicWords): boolean {
  const { lower, tag } = draft.tokens
  const kids = tree.children(verb).filter((kid) => kid < verb)
  if (kids.some((kid) => lower[kid] === 'whether')) return true
  if (!kids.some((kid) => tag[kid] === 'WRB')) return false
  const outer = plainVerdict()
  readGroup(draft, above, words, outer)
  readArguments(draft, tree, above, outer, false)
  return outer.denied
}

/** "must sell or face a ban": what stands behind "or" after an infinitive is one of two ways ahead. */
function readAlternative(draft: Draft, tree: Tree, verb: number, verdict: Verdict): void {
  const { dep, lower, tag } = draft.tokens
  if (!isRelation(dep[verb]!, 'conj') || tag[verb] !== 'VB') return
  const or = tree.child(verb, 'cc')
  if (or >= 0 && lower[or] === 'or') take(verdict, 'conditional', 'uncertain', or)
}

/** "Will spend more and hire", "may fall and be replaced": a bare verb joined to another shares its auxiliaries. */
function isJoinedBare(draft: Draft, tree: Tree, verb: number): boolean {
  const { dep, head, tag, lower } = draft.tokens
  const over = head[verb]!
  if (!isRelation(dep[verb]!, 'conj') || over < 0) return false
  const isBare = (at: number) =>
    tag[at] === 'VB' || (tag[at] === 'VBN' && tree.children(at).some((kid) => lower[kid] === 'be'))
  if (!isBare(verb) || !isBare(over)) return false
  return !tree
    .children(verb)
    .some((kid) => kid < verb && lower[kid] !== 'be' && /^(?:aux|mark|nsubj)/.test(dep[kid]!))
}

/** An adjective or passive participle that governs: "likely to", "was expected to". */
function adjectiveEffect(draft: Draft, words: EpistemicWords, token: number) {
  const { tag, lower, pos } = draft.tokens
  const fits = UPOS[pos[token]!] === 'ADJ' || tag[token] === 'VBN'
  return fits ? words.adjectives.get(lower[token]!) : undefined
}

/** "Peru is to raise its duties": what somebody is to do is arranged; "the plan is to raise them" says what a plan is. */
function isArranged(draft: Draft, tree: Tree, verb: number): boolean {
  const { lower, tag } = draft.tokens
  const to = tree.children(verb).find((kid) => kid < verb && lower[kid] === 'to')
  const isDoing = tag[verb] === 'VB' || (tag[verb] === 'VBN' && lower[verb - 1] === 'be')
  if (to === undefined || !isDoing) return false
  // "Is now to take place".
  const be = ADVERBS.has(lower[to - 1] ?? '') ? to - 2 : to - 1
  if (!/^(?:is|are|was|were)$/.test(lower[be] ?? '')) return false
  const subject = tree.children(verb).find((kid) => kid < to && draft.tokens.dep[kid]!.startsWith('nsubj'))
  if (subject === undefined) return false
  // "Which is to start in May"; of what "was to", only a clause on a noun says no more than that.
  const isRelative = /^(?:which|that)$/.test(lower[subject]!)
  if (!isRelative && /^w/.test(lower[be]!)) return false
  const before = lower[subject - 1] === ',' ? subject - 2 : subject - 1
  const meant = isRelative ? before : subject
  const kind = UPOS[draft.tokens.pos[meant] ?? -1]
  return kind === 'PROPN' || (kind === 'NOUN' && !AIMS.has(draft.tokens.lemma[meant]!))
}

const ADVERBS: ReadonlySet<string> = new Set('now also then instead therefore soon again'.split(' '))

/** What may be said to be to do something, by nobody's arrangement: "the plan is to raise them". */
const AIMS: ReadonlySet<string> = new Set(
  (
    'aim goal plan purpose idea task job point intention objective hope challenge question option way step priority ' +
    'strategy proposal demand wish mission role function alternative choice solution trick key answer thing offer policy'
  ).split(' '),
)

/** "Ministers to meet in Oslo": an infinitive in a line without a finite verb before it. */
function isHeadlineFuture(draft: Draft, verb: number): boolean {
  const { tag, sent } = draft.tokens
  const { first } = draft.sents[sent[verb]!]!
  if (verb - first < 2 || verb - first > 14) return false
  for (let i = first; i < verb; i++) if (/^(?:VB[DZPGN]|MD)$/.test(tag[i]!)) return false
  return true
}

function merge(verdict: Verdict, outer: Verdict): void {
  if (outer.modality !== 'ongoing') take(verdict, outer.modality, outer.certainty, -1)
  if (outer.denied) verdict.denied = !verdict.denied
  for (const cue of outer.cues) if (!verdict.cues.includes(cue)) verdict.cues.push(cue)
}

/** An event noun: its modifiers, then the verb it is the object of. */
function readNoun(draft: Draft, tree: Tree, noun: number, words: EpistemicWords, verdict: Verdict): boolean {
  const { lemma, lower } = draft.tokens
  readModifiers(draft, tree, noun, words, verdict)
  readPredicate(draft, noun, words, verdict)
  const governor = governorsOf(draft, tree, noun)[0]
  if (governor) {
    const { token, as } = governor
    const two = `${lemma[token]} ${lower[token + 1] ?? ''}`
    const effect =
      as === 'noun'
        ? words.nouns.get(lemma[token]!)
        : (words.verbs.get(two) ?? words.verbs.get(lemma[token]!))
    if (as === 'noun' ? effect?.complements.has('of') : effect?.complements.has('object'))
      take(verdict, effect!.modality, effect!.certainty, token)
    if (as === 'object' && UPOS[draft.tokens.pos[token]!] === 'VERB') {
      const outer = plainVerdict()
      readGroup(draft, token, words, outer)
      readArguments(draft, tree, token, outer, false)
      readAlternative(draft, tree, token, outer)
      for (const { token: above, as: how } of governorsOf(draft, tree, token)) {
        const higher = words.verbs.get(lemma[above]!)
        if (how !== 'clause' && higher?.complements.has(how))
          take(outer, higher.modality, higher.certainty, above)
        if (how === 'clause') break
      }
      merge(verdict, outer)
    }
  }
  return isRetold(draft, noun, true)
}

/** "A meeting is possible in May": the adjective said of a noun by "be". */
function readPredicate(draft: Draft, noun: number, words: EpistemicWords, verdict: Verdict): void {
  const { dep, head, lower, pos } = draft.tokens
  const over = head[noun]!
  if (over < 0 || dep[noun] !== 'nsubj' || UPOS[pos[over]!] !== 'ADJ') return
  const effect = words.adjectives.get(lower[over]!)
  if (effect?.complements.has('noun') && effect.modality !== 'background')
    take(verdict, effect.modality, effect.certainty, over)
}

/** Tokens between an event and the condition it may depend on. */
const WINDOW = 80

/** The condition an event depends on; an event inside a condition is hypothetical itself. */
function readConditions(
  draft: Draft,
  tree: Tree,
  conditions: readonly Condition[],
  event: number,
  verdict: Verdict,
): Condition | undefined {
  const sent = draft.sents[draft.tokens.sent[event]!]!
  let above: number[] | undefined
  const governors = () =>
    (above ??= governorsOf(draft, tree, event)
      .filter(({ as }) => as !== 'clause')
      .map(({ token }) => token))
  let low = 0
  let high = conditions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (conditions[middle]!.first < Math.max(sent.first, event - WINDOW)) low = middle + 1
    else high = middle
  }
  for (
    let k = low;
    k < conditions.length && conditions[k]!.first < Math.min(sent.last, event + WINDOW);
    k++
  ) {
    const condition = conditions[k]!
    if (condition.first <= event && event < condition.last) {
      take(verdict, 'hypothetical', 'uncertain', condition.cue)
      return undefined
    }
    // "Suspended it for as long as prices hold": done, and for how long.
    if (draft.tokens.lower[condition.cue + 1] === 'long' && draft.tokens.tag[event] === 'VBD') continue
    const isOf =
      condition.of >= 0 &&
      (condition.of === event ||
        governors().includes(condition.of) ||
        sharesCondition(draft, tree, condition, event, verdict))
    if (isOf) {
      take(verdict, 'conditional', 'uncertain', condition.cue)
      return condition
    }
  }
  return undefined
}

/** "If it fails, the port will close and the fee will rise": what is joined to what a leading condition is of hangs on it too. */
function sharesCondition(
  { tokens }: Draft,
  tree: Tree,
  condition: Condition,
  event: number,
  { modality }: Verdict,
): boolean {
  if (condition.last > condition.of || !/^(?:planned|expected)$/.test(modality)) return false
  let at = event
  for (let steps = 0; steps < 3 && isRelation(tokens.dep[at]!, 'conj'); steps++) {
    const joined = tree.child(at, 'cc')
    if (joined >= 0 && !/^(?:and|or)$/.test(tokens.lower[joined]!)) return false
    at = tokens.head[at]!
    if (at === condition.of) return true
  }
  return false
}
