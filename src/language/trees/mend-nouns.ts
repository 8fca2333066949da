// In: a parsed draft. Out: what belongs to a noun on that noun, and what only a verb can have on the verb above it.
import type { Draft } from '../draft.ts'
import { NOUNS, reachOf, subjectOf, VERB, verbAbove } from './tree-steps.ts'

/** Whether a word hangs somewhere under another, a few steps at most. */
function isUnder({ head }: Draft['tokens'], word: number, above: number): boolean {
  let at = word
  for (let steps = 0; at >= 0 && steps < 8; steps++) {
    if (at === above) return true
    at = head[at]!
  }
  return false
}

/** Nouns with a "to" of their own: "openness to inspections". */
const OWN_TO: ReadonlySet<string> = new Set(
  'openness opposition objection objections resistance commitment alternative answer threat solution'.split(
    ' ',
  ),
)

/** "A part or parcel of the deal": what stands behind "of" belongs to the common noun right before it. */
export function mendOf({ tokens }: Draft): void {
  const { head, dep, tag, lower, sent, count } = tokens
  for (let of = 2; of + 1 < count; of++) {
    const noun = of - 1
    // "Three weeks of bargaining": a noun, read as the verb that it looks like.
    const gerund = head[of]!
    if (lower[of] === 'of' && dep[of] === 'mark' && tag[gerund] === 'NN' && dep[gerund] === 'acl') {
      dep[of] = 'case'
      dep[gerund] = 'nmod'
    }
    const own = lower[of] === 'of' || (lower[of] === 'to' && OWN_TO.has(lower[noun]!))
    if (!own || dep[of] !== 'case' || !/^NNS?$/.test(tag[noun]!)) continue
    const inner = head[of]!
    const above = inner < 0 ? -1 : head[inner]!
    if (sent[noun] !== sent[of] || inner <= of) continue
    if (above < 0 || above >= noun || !/^(?:obl|nmod)/.test(dep[inner]!)) continue
    // A day or a string of nouns before "of" is no noun that has one.
    if (/^(?:compound|obl:unmarked|nummod|flat)/.test(dep[noun]!) || !isUnder(tokens, noun, above)) continue
    // "Duties of 20 percent": how much is said of the deed as much as of the noun.
    if (/^(?:CD|\$)$/.test(tag[of + 1]!) || tag[inner] === 'CD') continue
    head[inner] = noun
    dep[inner] = 'nmod'
  }
}

/** "A section 301 investigation": the numbered noun says which, and what stands behind the number is the head. */
export function mendNumbered({ tokens, sents }: Draft): void {
  const { head, dep, tag, sent, count } = tokens
  for (let noun = 0; noun + 2 < count; noun++) {
    const [number, named] = [noun + 1, noun + 2]
    if (!/^NNP?$/.test(tag[noun]!) || tag[number] !== 'CD' || !/^NN/.test(tag[named]!)) continue
    if (head[number] !== noun || head[named] !== noun || dep[named] !== 'appos') continue
    if (sent[named] !== sent[noun]) continue
    const { first, last } = reachOf(sents[sent[noun]!]!, noun)
    for (let at = first; at < last; at++)
      if (head[at] === noun && at !== number && at !== named) head[at] = named
    head[named] = head[noun]!
    dep[named] = dep[noun]!
    head[noun] = named
    dep[noun] = 'compound'
  }
}

/** "View as part of the deal a number of issues": what is viewed is the verb's, since a noun has no object. */
export function mendNounObjects({ tokens }: Draft): void {
  const { head, dep, tag, pos, form, count } = tokens
  for (let at = 1; at < count; at++) {
    const noun = head[at]!
    if (dep[at] !== 'obj' || noun < 0 || noun > at) continue
    if (!/^NNS?$/.test(tag[noun]!) || !NOUNS.has(pos[noun]!) || !/^(?:obl|nmod)/.test(dep[noun]!)) continue
    const verb = verbAbove(tokens, noun, at)
    if (verb < 0 || verb > noun || pos[verb] !== VERB || form.slice(noun, at).includes(',')) continue
    if (dep.slice(verb, at).some((one, n) => one === 'obj' && head[verb + n] === verb)) continue
    head[at] = verb
  }
}

/**
 * "Will suspend for one year the fees on cod", "the port fees aimed at Peru": a noun right behind how long a deed lasts, or by
 * how much, without a preposition of its own, is the verb's object where that has none.
 */
export function mendTimedObjects({ tokens, times, sents }: Draft): void {
  const { head, dep, tag, pos, lower, sent } = tokens
  for (const { first, last } of times) {
    const s = sent[first]!
    const [verb, preposition, day] = [first - 2, first - 1, last - 1]
    if (verb < 0 || pos[verb] !== VERB || sent[last] !== s) continue
    if (!/^(?:for|by|until|from)$/.test(lower[preposition]!) || !/^(?:DT|PRP\$)$/.test(tag[last]!)) continue
    let noun = head[last]!
    while (noun > last && /^(?:compound|nmod:poss|amod|nummod)$/.test(dep[noun]!)) noun = head[noun]!
    if (noun <= last || !NOUNS.has(pos[noun]!)) continue
    const above = head[noun]!
    // "The fees aimed at Peru": what is done to the noun, taken for a clause of its own.
    const isParted = dep[noun]!.startsWith('nsubj') && above === noun + 1 && /^VB[DN]$/.test(tag[above]!)
    const top = isParted ? above : noun
    if (!/^(?:acl|appos|obl|nmod|dep)/.test(dep[top]!)) continue
    if (head[top] !== verb && head[top] !== day) continue
    const { first: from, last: to } = reachOf(sents[s]!, verb)
    let isTaken = false
    for (let at = from; at < to; at++)
      if (
        (head[at] === verb && /^(?:obj|ccomp|aux:pass|nsubj:pass)/.test(dep[at]!)) ||
        (head[at] === noun && dep[at] === 'case' && at > preposition)
      )
        isTaken = true
    if (isTaken) continue
    for (const at of [preposition, day]) {
      if (head[at] !== noun) continue
      head[at] = at === day ? verb : day
      dep[at] = at === day ? 'obl' : 'case'
    }
    head[noun] = verb
    dep[noun] = 'obj'
    if (!isParted) continue
    head[above] = noun
    dep[above] = 'acl'
    tag[above] = 'VBN'
  }
}

/**
 * "Came with “a steep ask”": a noun without a subject behind such a word is no clause. "Was hit with a duty by Peru", "set
 * by Peru after Chile": "by" tells the agent of a passive, no other word does, and no object stands behind it.
 */
export function mendObliques(draft: Draft): void {
  const { tokens, sents } = draft
  const { head, dep, tag, lower, sent, count } = tokens
  for (let mark = 1; mark + 1 < count; mark++) {
    if (dep[mark] === 'case') mendAgent(draft, mark)
    if (dep[mark] !== 'mark' || !/^(?:with|of|against|over|about|into)$/.test(lower[mark]!)) continue
    const noun = head[mark]!
    if (noun <= mark || !/^NNP?S?$/.test(tag[noun]!) || dep[noun] !== 'advcl') continue
    const { first, last } = reachOf(sents[sent[mark]!]!, noun)
    let clause = false
    for (let at = first; at < last; at++)
      if (head[at] === noun && /^(?:nsubj|cop|aux)/.test(dep[at]!)) clause = true
    if (clause) continue
    dep[mark] = 'case'
    dep[noun] = 'obl'
  }
}

function mendAgent({ tokens }: Draft, mark: number): void {
  const { head, dep, tag, lower } = tokens
  const noun = head[mark]!
  if (noun <= mark || !NOUNS.has(tokens.pos[noun]!)) return
  if (dep[noun] === 'obl:agent' && /^(?:after|before|since|until|despite|amid|because)$/.test(lower[mark]!))
    dep[noun] = 'obl'
  if (lower[mark] !== 'by' || dep[noun] !== 'obj' || tag[head[noun]!] !== 'VBN') return
  dep[noun] = 'obl:agent'
}

/**
 * "Noting progress but warning that it is slow", "signals trust in talks but warns against cuts": a verb right behind
 * "and" or "but" is joined to the verb before it of its own form, not to what that one takes.
 */
export function mendJoinedVerbs({ tokens }: Draft): void {
  const { head, dep, tag, pos, count } = tokens
  for (let at = 3; at < count; at++) {
    const noun = head[at]!
    if (!/^VB[GZP]$/.test(tag[at]!) || tag[at - 1] !== 'CC' || dep[at] !== 'conj') continue
    if (noun < 0 || noun > at || !/^NNS?$/.test(tag[noun]!) || pos[at] !== VERB) continue
    const verb = verbAbove(tokens, noun, at)
    if (verb < 0 || verb > noun || subjectOf(tokens, noun, at) > noun) continue
    if ((tag[at] === 'VBG') === (tag[verb] === 'VBG')) head[at] = verb
  }
}

/** "The talks began, with duties adding to them; Peru has left": a clause behind a semicolon stands beside the sentence. */
export function mendBehindSemicolons({ tokens, sents }: Draft): void {
  const { head, dep, tag, form, sent, count } = tokens
  for (let mark = 1; mark + 2 < count; mark++) {
    if (form[mark] !== ';') continue
    const { first, last } = reachOf(sents[sent[mark]!]!, mark)
    for (let subject = mark + 1; subject < last && form[subject] !== ','; subject++) {
      const verb = head[subject]!
      if (!dep[subject]!.startsWith('nsubj') || verb <= subject || !/^(?:VB[DZPN]|MD)$/.test(tag[verb]!))
        continue
      const root = dep.indexOf('root', first)
      if (/^acl|^advcl/.test(dep[verb]!) && head[verb]! < mark && root >= first && root < mark) {
        head[verb] = root
        dep[verb] = 'parataxis'
      }
      break
    }
  }
}

const ASKING: ReadonlySet<string> = new Set(
  'urge ask press tell order persuade convince pressure force push invite encourage warn want beg instruct direct'.split(
    ' ',
  ),
)
const ASKED: ReadonlySet<string> = new Set(
  'ally partner member state country nation government side party leader official minister company firm union worker lawmaker bloc regulator court farmer employer'.split(
    ' ',
  ),
)

/** "Urged its allies to impose duties": what they are to do is what is urged, and does not say which allies. */
export function mendUrged({ tokens }: Draft): void {
  const { head, dep, tag, lemma, lower, count } = tokens
  for (let to = 2; to + 1 < count; to++) {
    const noun = to - 1
    if (lower[to] !== 'to' || tag[to] !== 'TO') continue
    const verb = head[to]!
    if (verb <= to || dep[verb] !== 'acl' || head[verb] !== noun || !/^i?obj$/.test(dep[noun]!)) continue
    const above = head[noun]!
    if (above < 0 || above > noun || !ASKING.has(lemma[above]!)) continue
    if (!ASKED.has(lemma[noun]!) && !/^NNPS?$/.test(tag[noun]!)) continue
    head[verb] = above
    dep[verb] = 'xcomp'
  }
}

/** "Said that finding a way is essential": of two clauses behind "that" the first, a gerund, is the subject of the second. */
export function mendGerundSubjects({ tokens, sents }: Draft): void {
  const { head, dep, tag, lower, sent, count } = tokens
  for (let gerund = 2; gerund + 2 < count; gerund++) {
    if (tag[gerund] !== 'VBG' || lower[gerund - 1] !== 'that' || dep[gerund] !== 'ccomp') continue
    const { last } = reachOf(sents[sent[gerund]!]!, gerund)
    for (let at = gerund + 2; at < last; at++) {
      if (dep[at] !== 'ccomp' || head[at] !== head[gerund] || subjectOf(tokens, gerund, at) >= 0) continue
      head[gerund] = at
      dep[gerund] = 'csubj'
      head[gerund - 1] = at
      break
    }
  }
}

const RATES: ReadonlySet<string> = new Set(
  'hour day week month quarter year barrel tonne ton head share person family household pound gallon kilo litre piece'.split(
    ' ',
  ),
)

/** Prepositions that stand before no subject. */
const INSIDE: ReadonlySet<string> = new Set('of on in with from at against to'.split(' '))

/**
 * "A cut worth 900 crowns a year lapses", "cash for the ports of Peru dries up": what an amount is counted by, or stands
 * behind a preposition, is no subject; the noun that it is said of is.
 */
export function mendInnerSubjects({ tokens }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let inner = 3; inner < count; inner++) {
    const verb = head[inner]!
    if (dep[inner] !== 'nsubj' || verb < inner || pos[verb] !== VERB) continue
    const above = head[inner - 1]
    const isInside =
      INSIDE.has(lower[inner - 1]!) &&
      (above === inner || above === verb) &&
      /^(?:case|mark)$/.test(dep[inner - 1]!)
    if (isInside && !/^VB[DZP]$/.test(tag[verb]!)) continue
    const before = isInside ? inner - 2 : amountBefore(tokens, inner)
    if (before < 0 || !/^(?:NN|CD)/.test(tag[before]!) || sent[before] !== sent[verb]) continue
    let top = before
    for (let steps = 0; steps < 8 && head[top]! >= 0 && head[top]! <= before; steps++) top = head[top]!
    head[inner] = before
    dep[inner] = isInside ? 'nmod' : 'nmod:unmarked'
    if (isInside) {
      head[inner - 1] = inner
      dep[inner - 1] = 'case'
    }
    if (head[top] === verb && NOUNS.has(pos[top]!)) dep[top] = 'nsubj'
  }
}

/** The amount that "a year" counts: "900 crowns a year"; −1 where none does. */
function amountBefore({ lower, tag }: Draft['tokens'], unit: number): number {
  const amount = unit - 2
  if (!RATES.has(lower[unit]!) || (lower[unit - 1] !== 'a' && lower[unit - 1] !== 'an')) return -1
  return tag[amount] === 'CD' || tag[amount - 1] === 'CD' ? amount : -1
}
