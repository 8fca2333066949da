// In: a draft. Out: its conditions: clauses with "if", "unless", "until", "provided that" and the tokens they cover.
import { firstWhere } from '../../model/range.ts'
import { UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { isRelation, type Tree } from '../trees/tree.ts'

/** A condition, tokens `[first, last)`, its conjunction, and the verb it is the condition of (−1 where unsure). */
export interface Condition {
  readonly first: number
  readonly last: number
  readonly cue: number
  readonly of: number
}

/** Tokens a condition may span, and may be away from what depends on it. */
const WINDOW = 80

const ONE = new Set(['if', 'unless', 'until', 'till', 'once', 'assuming', 'provided', 'providing'])

/** Conditions in order of the text. "whether … or" and "if" after ask, know, see are questions and left out. */
export function conditionsOf(draft: Draft, tree: Tree): Condition[] {
  const { tokens } = draft
  const found: Condition[] = []
  const sayings = cuesOf(draft)
  const add = (first: number, last: number, cue: number) =>
    found.push({
      first,
      last,
      cue,
      of: toldVerb(draft, sayings, governedVerb(draft, cue, first, last), first, last),
    })
  for (let i = 0; i < tokens.count; i++) {
    const word = tokens.lower[i]!
    const two = /^(?:as|so)$/.test(word) && tokens.lower[i + 1] === 'long' && tokens.lower[i + 2] === 'as'
    const inverted = word === 'should' ? invertedVerb(draft, tree, i) : -1
    if (inverted >= 0) {
      let last = clipped(draft, inverted + 1, Math.min(tree.right[inverted]!, i + WINDOW))
      while (/^[.,;:?!]$/.test(tokens.lower[last - 1]!)) last--
      add(i, last, i)
      continue
    }
    const dependent =
      word === 'conditional' || (word === 'contingent' && /^(?:up)?on$/.test(tokens.lower[i + 1] ?? ''))
    const coming = isToCome(draft, tree, i) || isNamedTerm(draft, i)
    if (two && isSpan(draft, i + 3)) continue
    if (!ONE.has(word) && !two && !dependent && !coming) continue
    if (isQuestion(draft, tree, i, word)) continue
    if ((word === 'until' || word === 'till') && !isAwaited(draft, i)) continue
    const { first, last: end } = extent(draft, tree, i)
    const last = beforeTeller(draft, sayings, first, end)
    if (last - first < 2 || isReckoned(draft, i, last)) continue
    if (isOfMember(draft, i)) found.push({ first, last, cue: i, of: -1 })
    else if (!isAskedIf(draft, i, governedVerb(draft, i, first, last))) add(first, last, i)
  }
  return found
}

/** "Once an older levy is counted": how a number is reckoned. */
const isReckoned = ({ tokens: { lower, lemma } }: Draft, at: number, last: number): boolean =>
  lower[at] === 'once' &&
  Array.from({ length: Math.min(last - at, 10) }, (_, n) => lemma[at + n]!).some((word) =>
    /^(?:add|adjust|count|deduct|factor|include|subtract|tally)$/.test(word),
  )

/** "As long as 15 years", "as long as a month": how long. */
const isSpan = ({ tokens: { tag, lower }, times }: Draft, at: number): boolean =>
  tag[at] === 'CD' || (/^an?$/.test(lower[at] ?? '') && times.some(({ first }) => first === at))

/** Tokens before a condition within which a member that it is the condition of begins. */
const MEMBER = 8

/** "Sign it with Peru (and with Chile, if it agrees)", "will tax cod and, if needed, salmon": a condition of one member only. */
function isOfMember(draft: Draft, cue: number): boolean {
  const { lower, tag, sent } = draft.tokens
  if (lower[cue - 1] === ',' && /^(?:and|or)$/.test(lower[cue - 2] ?? '')) return true
  for (let at = cue - 1; at > cue - MEMBER && at >= 0 && sent[at] === sent[cue]; at--) {
    if (/^(?:VB[DZP]|MD)$/.test(tag[at]!)) return false
    if (/^(?:and|or|including|even)$/.test(lower[at]!)) return ASIDE.test(lower[at - 1] ?? '')
  }
  return false
}

const ASIDE = /^(?:\(|-lrb-|[-–—]+|["“])$/

/** "Asked the crews if they agreed": a question. */
const isAskedIf = ({ tokens: { lower, lemma } }: Draft, cue: number, of: number): boolean =>
  lower[cue] === 'if' && of >= 0 && of < cue && /^(?:ask|wonder|inquire)$/.test(lemma[of]!)

/** "On condition that it pays", "failing a deal", "in the absence of a deal"; to speak without being named is none. */
function isNamedTerm({ tokens: { lower, tag, count } }: Draft, at: number): boolean {
  if (lower[at] === 'failing')
    return /^(?:DT|NN)$/.test(tag[at + 1] ?? '') && !/^(?:DT|RB)/.test(tag[at - 1] ?? '')
  if (lower[at] === 'in')
    return lower[at + 1] === 'the' && lower[at + 2] === 'absence' && lower[at + 3] === 'of'
  const noun = lower[at + 1] === 'the' ? at + 2 : at + 1
  if (lower[at] !== 'on' || lower[noun] !== 'condition' || lower[noun + 1] !== 'that') return false
  for (let i = noun + 2; i < Math.min(count, noun + 14); i++)
    if (/^(?:named|identified|quoted|anonymous|anonymity|disclosed|used|published)$/.test(lower[i]!))
      return false
  return true
}

/** "As soon as the strike ends", "when the closures have ended": what is awaited has no verb in the past. */
function isToCome(draft: Draft, tree: Tree, at: number): boolean {
  const { lower, tag } = draft.tokens
  const soon = lower[at] === 'as' && lower[at + 1] === 'soon' && lower[at + 2] === 'as'
  if (!soon && lower[at] !== 'when' && lower[at] !== 'after') return false
  const { last } = extent(draft, tree, at)
  let awaited = false
  for (let i = at + 1; i < last; i++) {
    if (tag[i] === 'VBD') return false
    const isPerfect = /^(?:have|has)$/.test(lower[i]!) && tag[i + 1] === 'VBN'
    awaited ||= isPerfect || (soon && /^VB[ZP]$/.test(tag[i]!))
  }
  return awaited
}

/** "Should Peru impose duties, …": the verb that "should" opens a condition of, its subject between; −1 in a question. */
function invertedVerb(draft: Draft, tree: Tree, at: number): number {
  const { tokens, sents } = draft
  const { last } = sents[tokens.sent[at]!]!
  const verb = tokens.head[at]!
  if (tokens.lower[last - 1] === '?' || verb <= at || !isRelation(tokens.dep[at]!, 'aux')) return -1
  const subject = tree.child(verb, 'nsubj')
  const passive = tree.child(verb, 'nsubj:pass')
  return [subject, passive].some((token) => token > at && token < verb) ? verb : -1
}

/** "not … until", "unless and until": what is awaited is a condition; "talks go on until May" has none. */
function isAwaited(draft: Draft, at: number): boolean {
  const { lower, sent } = draft.tokens
  const start = Math.max(draft.sents[sent[at]!]!.first, at - 14)
  for (let i = at - 1; i >= start; i--) {
    // "It never sailed: it was held until 3 May": of another clause.
    if (/^[:;]$/.test(lower[i]!)) return false
    if (/^(?:not|n't|never|no|unless|cannot)$/.test(lower[i]!)) return true
  }
  return false
}

function isQuestion(draft: Draft, tree: Tree, at: number, word: string): boolean {
  const { lemma, lower } = draft.tokens
  if (word === 'once')
    return (
      // "The invective once reserved for Peru": in former days.
      (draft.tokens.tag[at + 1] === 'VBN' && /^(?:NN|JJ)/.test(draft.tokens.tag[at - 1] ?? '')) ||
      !/^(?:VERB|NOUN|PROPN|DET|PRON)$/.test(UPOS[draft.tokens.pos[at + 1] ?? 0]!) ||
      lower[at - 1] === 'at'
    )
  if (word === 'provided' || word === 'assuming' || word === 'providing')
    return lower[at + 1] !== 'that' && !(lower[at - 1] === ',' && tree.child(at, 'ccomp') > at)
  if (word === 'if')
    return (
      /^(?:ask|know|see|wonder|doubt|question|as|even|decide|determine|unclear|say)$/.test(
        lemma[at - 1] ?? '',
      ) && lower[at - 1] !== 'said'
    )
  return false
}

/** A condition that opens the sentence ends with its comma, unless a list goes on after it. */
function firstComma(draft: Draft, from: number, last: number): number {
  const { lower } = draft.tokens
  for (let i = from + 1; i < last; i++)
    if (lower[i] === ',' && !/^(?:and|or)$/.test(lower[i + 1] ?? '')) return i
  return last
}

/** Up to the first comma before a new clause, a conjunction or a subject and its verb, or the mark that ends a quotation around it. */
function clipped(draft: Draft, from: number, last: number): number {
  const { lower, tag } = draft.tokens
  let inside = false
  for (let i = from; i < last; i++) {
    // Words quoted within the condition belong to it.
    if (tag[i] === '``') inside = true
    else if (/^["”]$/.test(lower[i]!)) {
      if (!inside) return i
      inside = false
    }
    if (lower[i] !== ',') continue
    if (
      /^(?:although|though|while|but|he|she|it|they|we|the)$/.test(lower[i + 1] ?? '') &&
      /^(?:VB[DZP]|MD)$/.test(tag[i + 2] ?? '')
    )
      return i
    if (/^(?:although|though|while|but)$/.test(lower[i + 1] ?? '')) return i
  }
  return last
}

/** Tokens between the comma before "the minister said" and its verb. */
const TELLER = 8

/** Where a condition ends before who says it: "unless Peru pays, the minister said". */
function beforeTeller(
  { tokens: { lower } }: Draft,
  sayings: ReadonlySet<number>,
  first: number,
  last: number,
): number {
  for (let comma = last - 2; comma > Math.max(first, last - 2 * TELLER); comma--) {
    if (lower[comma] !== ',') continue
    for (let at = comma + 1; at < Math.min(last, comma + TELLER); at++) if (sayings.has(at)) return comma
    return last
  }
  return last
}

/** The clause after a conjunction: its subtree, or up to the next comma or the sentence's end. */
function extent(draft: Draft, tree: Tree, at: number): { first: number; last: number } {
  const { tokens } = draft
  const sent = draft.sents[tokens.sent[at]!]!
  let last = Math.min(sent.last, at + WINDOW)
  const up = subjectOf(draft, tokens.head[at]!)
  if (isRelation(tokens.dep[at]!, 'mark') && up > at)
    last = clipped(draft, up + 1, Math.min(tree.right[up]!, at + WINDOW))
  else
    for (let i = at + 1; i < sent.last && i - at < WINDOW; i++)
      if (/^[,;:–—]$/.test(tokens.lower[i]!)) {
        last = i
        break
      }
  const opens = at - sent.first < 2 || /^(?:that|and|but)$/.test(tokens.lower[at - 1]!)
  if (opens) last = Math.min(last, firstComma(draft, at, last))
  while (last > at + 1 && /^[.,;:?!"]+$/.test(tokens.lower[last - 1]!)) last--
  return { first: at, last }
}

/** "If a third of the catch was kept", with "if" hung on the subject: its verb, where that follows. */
function subjectOf({ tokens }: Draft, token: number): number {
  const over = token < 0 ? -1 : tokens.head[token]!
  return over > token && /^nsubj/.test(tokens.dep[token]!) ? over : token
}

/** Words that say that something is said, by token. */
function cuesOf({ quotations, tokens }: Draft): Set<number> {
  const cues = new Set<number>()
  for (const { cue } of quotations)
    for (const { start, end } of cue)
      for (
        let at = firstWhere(tokens.count, (k) => tokens.end[k]! > start);
        at < tokens.count && tokens.start[at]! < end;
        at++
      )
        cues.add(at)
  return cues
}

/** "If the port closes, two officials said, Norway would quit": what is told hangs on it, not the telling. */
function toldVerb(
  { tokens, sents }: Draft,
  sayings: ReadonlySet<number>,
  verb: number,
  from: number,
  past: number,
): number {
  if (verb < 0) return verb
  const { dep, head, sent } = tokens
  if (!sayings.has(verb)) {
    // "Three people briefed on it said", parsed as if they briefed.
    for (let at = verb + 1; at < Math.min(tokens.count, verb + 8); at++)
      if (head[at] === verb && dep[at] === 'advcl' && sayings.has(at) && from < verb && past <= verb)
        return toldVerb({ tokens, sents } as Draft, sayings, at, from, past)
    return verb
  }
  if (dep[verb] === 'parataxis' && head[verb]! >= 0) return head[verb]!
  const { first, last } = sents[sent[verb]!]!
  for (let at = first; at < last; at++)
    if (head[at] === verb && dep[at] === 'ccomp' && (at < from || at >= past)) return at
  return verb
}

/** A clause that was hung on the subject of what it is the condition of belongs to its verb. */
function mainOver({ tokens }: Draft, token: number): number {
  const { head, dep, pos } = tokens
  if (token >= 0 && dep[token] === 'punct') return head[token]!
  const over = token < 0 ? -1 : head[token]!
  const isSubject = over >= 0 && dep[token]!.startsWith('nsubj') && UPOS[pos[over]!] === 'VERB'
  return isSubject ? over : token
}

/** The verb of the clause that the condition belongs to: the nearest verb before it, or the first after it. */
function governedVerb(draft: Draft, cue: number, first: number, last: number): number {
  const { tokens } = draft
  const sent = draft.sents[tokens.sent[cue]!]!
  if (tokens.dep[cue] === 'mark') {
    const clause = tokens.head[cue]!
    const main = clause >= 0 ? mainOver(draft, tokens.head[clause]!) : -1
    if (main >= 0 && (main < first || main >= last)) return main
  }
  const isVerb = (i: number) => UPOS[tokens.pos[i]!] === 'VERB'
  for (let i = first - 1; i >= sent.first && first - i < WINDOW; i--) if (isVerb(i)) return i
  for (let i = last; i < sent.last && i - last < WINDOW; i++) if (isVerb(i)) return i
  return -1
}
