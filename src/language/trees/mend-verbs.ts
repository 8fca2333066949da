// In: a parsed draft. Out: verbs with the subjects, objects and predicates that tags and word order give them.
import type { Draft } from '../draft.ts'
import { PLANS } from './plan-nouns.ts'
import { ADP, AUX, headOf, NOUNS, PRON, reachOf, subjectOf, VERB, verbAbove } from './tree-steps.ts'

/**
 * "Norway's army and the rebels agreed": a noun that heads the sentence, with a verb joined to it whose subject stands
 * right behind the "and", is the first of two subjects of that verb.
 */
export function mendListedSubjects({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let verb = 2; verb < count; verb++) {
    const noun = head[verb]!
    if (dep[verb] !== 'conj' || pos[verb] !== VERB || !/^VB[DZP]$/.test(tag[verb]!)) continue
    if (noun < 0 || noun > verb || !NOUNS.has(pos[noun]!)) continue
    // "Peru's port and the union agreed to it, Norway said": told before its teller, whose verb has a subject of its own.
    const teller = dep[noun] === 'nsubj' && head[noun]! > verb ? head[noun]! : -1
    if (head[noun] !== -1 && (teller < 0 || subjectOf(tokens, verb, teller) < 0)) continue
    const subject = subjectOf(tokens, noun, verb)
    if (subject < 0 || !NOUNS.has(pos[subject]!)) continue
    let and = -1
    let plain = true
    const { first, last } = reachOf(sents[sent[verb]!]!, verb)
    for (let at = first; at < last; at++) {
      if (at > noun && at < subject && head[at] === verb && dep[at] === 'cc' && lower[at] === 'and') and = at
      if (at > noun && at < subject && head[at] === subject && dep[at] === 'cc' && lower[at] === 'and')
        and = at
      if (head[at] === noun && /^(nsubj|cop|aux|csubj|acl|parataxis|appos)/.test(dep[at]!)) plain = false
      // Only "and" stands between the two: no comma, no words of a clause.
      if (at > noun && at < subject && (lower[at] === ',' || lower[at] === ';' || pos[at] === VERB))
        plain = false
    }
    if (and < 0 || !plain) continue
    head[verb] = teller
    dep[verb] = teller < 0 ? 'root' : 'ccomp'
    for (let at = first; at < last; at++) if (head[at] === noun && at > verb) head[at] = verb
    head[noun] = verb
    dep[noun] = 'nsubj'
    head[subject] = noun
    dep[subject] = 'conj'
    head[and] = subject
  }
}

/**
 * "The union representing 900 crew gave notice": of two subjects of one verb the second, behind a participle on the
 * first that has no object, is the participle's.
 */
export function mendParticipleObjects({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, count } = tokens
  for (let participle = 1; participle < count; participle++) {
    const noun = head[participle]!
    if (tag[participle] !== 'VBG' || dep[participle] !== 'acl' || noun !== participle - 1) continue
    const verb = head[noun]!
    if (dep[noun] !== 'nsubj' || verb <= participle) continue
    const { first, last } = reachOf(sents[sent[noun]!]!, participle)
    let second = -1
    let hasObject = false
    for (let at = first; at < last; at++) {
      if (head[at] === participle && /^(?:obj|xcomp|ccomp)/.test(dep[at]!)) hasObject = true
      if (at > participle && at < verb && head[at] === verb && dep[at] === 'nsubj' && NOUNS.has(pos[at]!))
        second = at
    }
    if (hasObject || second < 0) continue
    head[second] = participle
    dep[second] = 'obj'
  }
}

const BEGINS_CLAUSE: ReadonlySet<string> = new Set(['after', 'before', 'until', 'since', 'once'])

/** "After the two sides reached a deal": what stands between "after" and a finite verb without a subject is its subject. */
export function mendTimeClauses({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let noun = 1; noun + 1 < count; noun++) {
    const verb = noun + 1
    if (dep[noun] !== 'obl' || head[noun] !== verb) continue
    if (pos[verb] !== VERB || !/^VB[DZP]$/.test(tag[verb]!) || !NOUNS.has(pos[noun]!)) continue
    const start = reachOf(sents[sent[noun]!]!, noun).first
    let opens = noun - 1
    while (opens >= start && !(head[opens] === noun && dep[opens] === 'case')) opens--
    if (opens < start || !BEGINS_CLAUSE.has(lower[opens]!)) continue
    if (subjectOf(tokens, start - 1, verb) >= 0) continue
    dep[noun] = 'nsubj'
    head[opens] = verb
    dep[opens] = 'mark'
  }
}

/**
 * "The RSF demands that the army leave": what hangs as a noun's modifier on a finite verb right behind it is its subject,
 * and a clause with "that" and a subject of its own is no relative clause of a verb.
 */
export function mendCompounds({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let noun = 0; noun + 1 < count; noun++) {
    const verb = noun + 1
    if (!/^(compound|nmod:desc)$/.test(dep[noun]!) || head[noun] !== verb) continue
    if (pos[verb] !== VERB || !/^VB[DZP]$/.test(tag[verb]!) || !NOUNS.has(pos[noun]!)) continue
    const opens = noun > 0 && OPENS.test(lower[noun - 1]!) && dep[noun - 1] === 'case'
    if (noun > 0 && pos[noun - 1] === ADP && !opens) continue
    const { first, last } = reachOf(sents[sent[noun]!]!, noun)
    if (subjectOf(tokens, first - 1, verb) >= 0) continue
    dep[noun] = 'nsubj'
    // "as winter nears"
    const above = opens ? verbAbove(tokens, verb, noun) : -1
    if (above >= 0 && /^(obl|nmod)/.test(dep[verb]!)) {
      head[noun - 1] = verb
      dep[noun - 1] = 'mark'
      head[verb] = above
      dep[verb] = 'advcl'
    }
    for (let at = noun - 1; at >= first; at--)
      if (head[at] === verb && /^(det|amod|compound|nmod:poss|nummod)/.test(dep[at]!)) head[at] = noun
    for (let at = verb + 1; at < last; at++) {
      if (head[at] !== verb || dep[at] !== 'acl:relcl') continue
      let isThat = false
      for (let mark = verb + 1; mark < at; mark++)
        isThat ||= head[mark] === at && dep[mark] === 'mark' && lower[mark] === 'that'
      if (isThat) dep[at] = 'ccomp'
    }
  }
}

const OPENS = /^(as|while|if|because|when|once)$/

/** Words that begin a clause where a finite verb follows, a phrase where none does. */
const EITHER: ReadonlySet<string> = new Set(['before', 'after', 'since', 'until', 'till', 'as', 'than'])

/**
 * "a deal before the contract expires": a noun behind "before" with a finite verb right behind its phrase that has no
 * subject is that verb's subject, and "before" begins its clause.
 */
export function mendClauseSubjects({ tokens }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let mark = 0; mark < count; mark++) {
    if (!EITHER.has(lower[mark]!) || dep[mark] !== 'case') continue
    const under = head[mark]!
    if (under <= mark) continue
    const noun = NOUNS.has(pos[under]!) ? under : subjectOf(tokens, mark, under)
    const finite = noun < 0 ? count : pastPhrase(tokens, noun)
    if (finite >= count || sent[finite] !== sent[noun]) continue
    if (!/^(VBZ|VBD|VBP|MD)$/.test(tag[finite]!)) continue
    const verb = pos[finite] === AUX || dep[finite]!.startsWith('aux') ? head[finite]! : finite
    if (verb < finite || head[verb]! < 0 || !MAY_HANG.test(dep[verb]!)) continue
    if (verb !== under && subjectOf(tokens, mark, verb) >= 0) continue
    // "A day after Peru doubled its levy, Norway left": the day with the clause on it hangs on the main verb.
    const span = head[noun]!
    const isSpan = span >= 0 && span < mark && head[span] === verb && dep[verb] === 'advcl'
    const above = isSpan ? head[verb]! : verbAbove(tokens, verb === under ? verb : noun, verb)
    if (above < 0) continue
    if (isSpan) head[span] = above
    head[mark] = verb
    dep[mark] = 'mark'
    head[noun] = verb
    dep[noun] = dep[noun] === 'nsubj:pass' ? 'nsubj:pass' : 'nsubj'
    head[verb] = above
    dep[verb] = 'advcl'
  }
}

/**
 * "by May and Peru will lift its ban": a noun joined by "and" to what stands before it, with a finite verb right behind
 * it that is joined to an earlier verb and has no subject of its own, is the subject of that verb.
 */
export function mendJoined(draft: Draft): void {
  const { tokens } = draft
  const { head, dep, tag, pos, sent, count } = tokens
  const ends = new Map(draft.names.map((name) => [headOf(draft, name), name.last]))
  for (let noun = 1; noun < count; noun++) {
    if (dep[noun] !== 'conj' || !(NOUNS.has(pos[noun]!) || pos[noun] === PRON)) continue
    const finite = ends.get(noun) ?? noun + 1
    if (finite >= count || sent[finite] !== sent[noun]) continue
    if (!/^(VBZ|VBD|VBP|MD)$/.test(tag[finite]!)) continue
    const verb = pos[finite] === AUX || dep[finite]!.startsWith('aux') ? head[finite]! : finite
    let and = noun - 1
    while (and >= Math.max(0, noun - 6) && !(dep[and] === 'cc' && head[and] === noun)) and--
    if (
      and < Math.max(0, noun - 6) ||
      verb < finite ||
      dep[verb] !== 'conj' ||
      head[verb]! >= and ||
      head[noun] === verb
    )
      continue
    if (subjectOf(tokens, and, verb) >= 0) continue
    head[and] = verb
    head[noun] = verb
    dep[noun] = 'nsubj'
  }
}

/** The first token behind a noun and what hangs on it right there by prepositions ("a court in Lima"). */
function pastPhrase({ head, dep, sent, count }: Draft['tokens'], noun: number): number {
  const within = (token: number) => {
    let at = token
    for (let steps = 0; at > noun && steps < 8; steps++) {
      if (!/^(case|det|nmod|compound|flat|amod|nummod)/.test(dep[at]!)) return false
      at = head[at]!
    }
    return at === noun
  }
  let at = noun + 1
  while (at < count && sent[at] === sent[noun] && within(at)) at++
  return at
}

/** Relations by which a parser hangs the verb of such a clause where it took it for none. */
const MAY_HANG = /^(xcomp|acl|advcl|parataxis|conj|ccomp|dep|obj|obl|nmod)/

/**
 * "Signed a cod deal Sunday night": a noun that was joined to the time right behind it is the object of the verb that the
 * time belongs to, where that has none, and takes along what stands before it.
 */
export function mendBeforeTimes(draft: Draft): void {
  const { tokens, times } = draft
  for (const { first, last, type } of times)
    if (type === 'DATE' || type === 'TIME') freeObject(draft, first, last)
  // "Repealed the tax hours before the vote": no time of its own, and none of what the tax is called.
  for (let unit = 1; unit + 1 < tokens.count; unit++)
    if (UNITS.has(tokens.lower[unit]!) && /^(?:after|before|ahead)$/.test(tokens.lower[unit + 1]!))
      freeObject(draft, unit, unit + 1)
}

const UNITS: ReadonlySet<string> = new Set('minutes hours days weeks months years moments'.split(' '))

/** The noun before the tokens of a time, joined to it, becomes the object of the verb the time belongs to. */
function freeObject({ tokens }: Draft, first: number, last: number): void {
  const { head, dep, pos, sent } = tokens
  const noun = first - 1
  if (noun < 0 || sent[noun] !== sent[first] || !NOUNS.has(pos[noun]!)) return
  const over = head[noun]!
  if (over < first || over >= last || dep[noun] !== 'compound') return
  const verb = head[over]!
  if (verb < 0 || verb >= noun || pos[verb] !== VERB || !/^(?:obl|obj)/.test(dep[over]!)) return
  const here = (at: number) => at > verb && at < noun && head[at] === over
  let objects = 0
  for (let at = verb + 1; at < first; at++) if (head[at] === verb && dep[at] === 'obj') objects++
  if (objects > 0) return
  for (let at = verb + 1; at < noun; at++) if (here(at)) head[at] = noun
  head[noun] = verb
  dep[noun] = 'obj'
  dep[over] = 'obl:unmarked'
}

/** Words that join the day to the verb it stands before. */
const ON: ReadonlySet<string> = new Set(['on', 'in', 'late', 'early'])
/** What may begin an object. */
const OBJECT = /^(?:DT|CD|PRP\$|JJ|NN|NNS|NNP|NNPS|\$|TO|IN)$/

/**
 * "Norway on Tuesday imposed duties": a past form right behind a day that stands behind a name is the name's verb, not a
 * word of its object; the day is when.
 */
export function mendTimedSubjects(draft: Draft): void {
  const { tokens, times, names, sents } = draft
  const { head, dep, tag, sent, lower } = tokens
  const ends = new Map(names.map((name) => [name.last, name]))
  for (const { first, last, type } of times) {
    const verb = last
    if ((type !== 'DATE' && type !== 'TIME') || sent[verb] !== sent[first]) continue
    // A participle only where it would describe what heads the sentence: "Norway on May 2 adopted limits on cod".
    const describes = tag[verb] === 'VBN' && dep[verb] === 'amod' && dep[head[verb]!] === 'root'
    if (tag[verb] !== 'VBD' && !describes) continue
    if (!OBJECT.test(tag[verb + 1] ?? '')) continue
    let end = first
    while (end > 0 && ON.has(lower[end - 1]!)) end--
    const name = ends.get(end)
    if (!name || end === first || sent[name.first] !== sent[verb]) continue
    // "Talks in Lima on Tuesday raised hopes": the name is only where.
    const before = lower[name.first - 1] === 'the' ? name.first - 2 : name.first - 1
    if (before >= 0 && sent[before] === sent[verb] && tag[before] === 'IN') continue
    const subject = headOf(draft, name)
    if (head[subject] === verb && dep[subject]!.startsWith('nsubj')) continue
    const over = head[verb]!
    // Only where the verb hangs on its own object, on the name, or heads all.
    const astray = dep[verb] === 'amod' && over > verb
    if (!astray && dep[verb] !== 'root' && over !== subject) continue
    const above = head[subject] === verb || head[subject] === over ? -1 : head[subject]!
    const { first: from, last: to } = reachOf(sents[sent[verb]!]!, verb)
    if (astray) {
      for (let at = from; at < to; at++) if (head[at] === over && at < verb) head[at] = verb
      for (let at = verb + 1; at < to; at++)
        if (head[at] === over && /^(?:punct|parataxis|advcl|conj|cc)$/.test(dep[at]!)) head[at] = verb
      head[verb] = above >= from ? above : -1
      dep[verb] = above >= from ? dep[subject]! : 'root'
      head[over] = verb
      dep[over] = 'obj'
    }
    head[subject] = verb
    dep[subject] = 'nsubj'
    const day = headOf(draft, { first, last })
    head[day] = verb
    dep[day] = 'obl'
    for (let at = end; at < first; at++) {
      head[at] = day
      dep[at] = 'case'
    }
  }
}

/** The token of a span that hangs outside it. */
/** Verbs that an adjective completes. */
const LINKING: ReadonlySet<string> = new Set(
  'remain stay seem appear become look prove keep grow turn sound feel'.split(' '),
)

/**
 * "While exports remain strong, analysts note, …": an adjective between such a verb and a comma says what the verb's
 * subject is; it is no word of the noun behind the comma.
 */
export function mendPredicates({ tokens }: Draft): void {
  const { head, dep, tag, pos, sent, lower, lemma, count } = tokens
  for (let word = 1; word + 1 < count; word++) {
    const verb = word - 1
    if (dep[word] !== 'amod' || tag[word] !== 'JJ' || lower[word + 1] !== ',' || head[word]! < word) continue
    if (pos[verb] !== VERB || !LINKING.has(lemma[verb]!) || sent[verb] !== sent[word]) continue
    head[word] = verb
    dep[word] = 'xcomp'
  }
}

/** "Wants to officially divide the reef": the "to" and the adverb behind it belong to the verb they lead to. */
export function mendSplitInfinitives({ tokens }: Draft): void {
  const { head, dep, tag, pos, lower, sent, count } = tokens
  for (let to = 1; to + 2 < count; to++) {
    const [adverb, verb] = [to + 1, to + 2]
    if (lower[to] !== 'to' || tag[adverb] !== 'RB' || tag[verb] !== 'VB' || head[to] !== adverb) continue
    if (dep[to] !== 'mark' || pos[verb] !== VERB || sent[verb] !== sent[to]) continue
    if (head[verb] === adverb) {
      head[verb] = head[adverb]!
      dep[verb] = dep[adverb]!
    }
    head[to] = verb
    head[adverb] = verb
    dep[adverb] = 'advmod'
  }
}

/** What an infinitive behind "is" says the content of, not what it is to do. */
const CONTENTS: ReadonlySet<string> = new Set(
  'aim all alternative ambition answer approach challenge choice condition demand desire effect first function goal hope idea intent intention job key last mandate method mission mistake move need objective obligation offer one option order point policy position priority problem purpose question reason request requirement responsibility role rule solution step target task temptation thing thought trick use way what wish work'.split(
    ' ',
  ),
)

/** "The duty is to fall to 15 %", "talks are to resume": what is to happen is said of the subject; "the aim is to cut it" says what the aim is. */
export function mendIsTo({ tokens }: Draft): void {
  const { head, dep, tag, pos, lemma, lower, count } = tokens
  for (let subject = 0; subject < count; subject++) {
    if (dep[subject] !== 'nsubj:outer') continue
    const verb = head[subject]!
    if (tag[verb] !== 'VB' || verb < subject || PLANS.has(lemma[subject]!) || CONTENTS.has(lemma[subject]!))
      continue
    if (!/^(?:NN|PRP$|DT$|WDT$)/.test(tag[subject]!) || hasOwner(tokens, subject)) continue
    let to = verb - 1
    while (to > subject && tag[to]!.startsWith('RB')) to--
    let be = to - 1
    while (be > subject && tag[be]!.startsWith('RB')) be--
    if (lower[to] !== 'to' || !/^(?:is|are|was|were)$/.test(lower[be]!) || dep[be] !== 'cop') continue
    dep[subject] = 'nsubj'
    dep[be] = 'aux'
    pos[be] = AUX
  }
}

/** "Their duty is to protect": whose it is says that the noun means what somebody ought to do. */
function hasOwner({ head, dep }: Draft['tokens'], noun: number): boolean {
  for (let at = noun - 1; at >= 0 && at > noun - 8; at--)
    if (head[at] === noun && dep[at] === 'nmod:poss') return true
  return false
}

const CALLING: ReadonlySet<string> = new Set('call label deem brand consider find'.split(' '))

/** "Labelled the proposal unworkable", "called the offer the worst yet": an adjective behind the object of a verb of judging, with nothing behind it, is the judgement. */
export function mendVerdicts({ tokens }: Draft): void {
  const { head, dep, tag, pos, lemma, lower, form, count } = tokens
  for (let at = 2; at + 1 < count; at++) {
    const noun = head[at]!
    const isMost = tag[at] === 'JJS' && lower[at - 1] === 'the'
    if ((tag[at] !== 'JJ' && !isMost) || dep[at] !== 'amod' || noun !== at - (isMost ? 2 : 1)) continue
    const verb = dep[noun] === 'obj' ? head[noun]! : -1
    if (verb < 0 || pos[verb] !== VERB || !CALLING.has(lemma[verb]!)) continue
    const next = isMost && lower[at + 1] === 'yet' ? at + 2 : at + 1
    if (next < count && !/^[.,;:”"]$/.test(form[next]!) && !/^(?:CC|IN)$/.test(tag[next]!)) continue
    if (isMost) head[at - 1] = at
    head[at] = verb
    dep[at] = 'xcomp'
  }
}

/** "Called the offer a bad joke": a second noun with its own article right behind the object is the judgement. */
export function mendNounVerdicts({ tokens }: Draft): void {
  const { head, dep, lemma, lower, pos, count } = tokens
  for (let article = 2; article + 1 < count; article++) {
    const noun = article - 1
    const verb = dep[noun] === 'obj' ? head[noun]! : -1
    const verdict = head[article]!
    if (!/^an?$/.test(lower[article]!) || verb < 0 || !CALLING.has(lemma[verb]!)) continue
    if (pos[verb] !== VERB || verdict <= article) continue
    if (head[verdict] !== noun || !/^(?:obj|appos|nmod)$/.test(dep[verdict]!)) continue
    head[verdict] = verb
    dep[verdict] = 'xcomp'
  }
}

/** "Members had voted": behind "had" without "been" a participle is active, and who stands before it does it. */
export function mendPerfects({ tokens }: Draft): void {
  const { head, dep, lemma, tag, sent, count } = tokens
  for (let aux = 1; aux + 1 < count; aux++) {
    const verb = aux + 1
    if (
      lemma[aux] !== 'have' ||
      tag[aux] === 'VB' ||
      tag[verb] !== 'VBN' ||
      head[aux] !== verb ||
      dep[aux] !== 'aux'
    )
      continue
    for (let at = aux - 1; at >= 0 && sent[at] === sent[verb]; at--)
      if (head[at] === verb && dep[at] === 'nsubj:pass') dep[at] = 'nsubj'
  }
}
