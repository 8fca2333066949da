// In: a parsed draft. Out: its trees without what tags and word order rule out: clauses whose verb or subject hangs astray.
import { type Name, UPOS } from './doc.ts'
import type { Draft } from './draft.ts'
import { ACTS } from './finite-verbs.ts'

const VERB = UPOS.indexOf('VERB')
const AUX = UPOS.indexOf('AUX')
const PRON = UPOS.indexOf('PRON')
const ADP = UPOS.indexOf('ADP')
const NOUNS: ReadonlySet<number> = new Set([UPOS.indexOf('NOUN'), UPOS.indexOf('PROPN')])

/** Mends the trees in place; linear but for the words of one sentence. */
export function mendClauses(draft: Draft): void {
  mendFiniteVerbs(draft)
  mendListedSubjects(draft)
  mendBeforeTimes(draft)
  mendCompounds(draft)
  mendTimeClauses(draft)
  mendReduced(draft)
  mendTitles(draft)
  mendSubjects(draft)
  mendJoined(draft)
}

/**
 * After parsing: a noun that heads a sentence, with a past verb before it that hangs on it as an adjective and has
 * somebody right before itself, is that verb's object ("The EU imposed tariffs on Norway").
 */
function mendFiniteVerbs(draft: Draft): void {
  const { tokens, parsed, sents } = draft
  const { head, dep, tag, pos, sent } = tokens
  const ends = new Map(draft.names.filter(({ type }) => ACTS.has(type)).map((name) => [name.last, name]))
  for (let verb = 1; verb < tokens.count; verb++) {
    if (dep[verb] !== 'amod' || !/^VB[DN]$/.test(tag[verb]!)) continue
    const object = head[verb]!
    const name = ends.get(verb)
    if (!name || object <= verb || parsed[sent[verb]!] !== 1 || !NOUNS.has(pos[object]!)) continue
    if (head[object] !== -1) continue
    const { first, last } = sents[sent[verb]!]!
    let clause = false
    for (let at = first; at < last; at++)
      if (at !== verb && head[at] === object && /^(nsubj|cop|aux|csubj)/.test(dep[at]!) && at > verb)
        clause = true
    const subject = headOf(draft, name)
    if (clause || (head[subject] !== object && head[subject] !== verb)) continue
    head[verb] = -1
    dep[verb] = 'root'
    for (let at = first; at < last; at++) {
      if (at === object || at === subject || head[at] !== object) continue
      if (at < verb) {
        const ofName = /^(det|compound|amod|flat|nmod)/.test(dep[at]!) && at < subject
        head[at] = ofName ? subject : verb
      } else if (/^(punct|parataxis|advcl|ccomp|obl)/.test(dep[at]!)) head[at] = verb
    }
    head[object] = verb
    dep[object] = 'obj'
    head[subject] = verb
    dep[subject] = 'nsubj'
    tag[verb] = 'VBD'
    pos[verb] = VERB
  }
}

/**
 * "Norway's army and the rebels agreed": a noun that heads the sentence, with a verb joined to it whose subject stands
 * right behind the "and", is the first of two subjects of that verb.
 */
function mendListedSubjects({ tokens, parsed }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let verb = 2; verb < count; verb++) {
    const noun = head[verb]!
    if (dep[verb] !== 'conj' || pos[verb] !== VERB || !/^VB[DZP]$/.test(tag[verb]!)) continue
    if (noun < 0 || noun > verb || head[noun] !== -1 || !NOUNS.has(pos[noun]!)) continue
    if (parsed[sent[verb]!] !== 1) continue
    const subject = subjectOf(tokens, noun, verb)
    if (subject < 0 || !NOUNS.has(pos[subject]!)) continue
    let and = -1
    let plain = true
    for (let at = sentenceStart(tokens, verb); at < count && sent[at] === sent[verb]; at++) {
      if (at > noun && at < subject && head[at] === verb && dep[at] === 'cc' && lower[at] === 'and') and = at
      if (at > noun && at < subject && head[at] === subject && dep[at] === 'cc' && lower[at] === 'and')
        and = at
      if (head[at] === noun && /^(nsubj|cop|aux|csubj|acl|parataxis|appos)/.test(dep[at]!)) plain = false
      // Only "and" stands between the two: no comma, no words of a clause.
      if (at > noun && at < subject && (lower[at] === ',' || lower[at] === ';' || pos[at] === VERB))
        plain = false
    }
    if (and < 0 || !plain) continue
    head[verb] = -1
    dep[verb] = 'root'
    for (let at = sentenceStart(tokens, verb); at < count && sent[at] === sent[verb]; at++)
      if (head[at] === noun && at > verb) head[at] = verb
    head[noun] = verb
    dep[noun] = 'nsubj'
    head[subject] = noun
    dep[subject] = 'conj'
    head[and] = subject
  }
}

const BEGINS_CLAUSE: ReadonlySet<string> = new Set(['after', 'before', 'until', 'since', 'once'])

/** "After the two sides reached a deal": what stands between "after" and a finite verb without a subject is its subject. */
function mendTimeClauses({ tokens, parsed }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let noun = 1; noun + 1 < count; noun++) {
    const verb = noun + 1
    if (dep[noun] !== 'obl' || head[noun] !== verb || parsed[sent[noun]!] !== 1) continue
    if (pos[verb] !== VERB || !/^VB[DZP]$/.test(tag[verb]!) || !NOUNS.has(pos[noun]!)) continue
    const start = sentenceStart(tokens, noun)
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
 * "Signed a cod deal Sunday night": a noun that was joined to the time right behind it is the object of the verb that the
 * time belongs to, where that has none, and takes along what stands before it.
 */
function mendBeforeTimes({ tokens, parsed, times }: Draft): void {
  const { head, dep, pos, sent } = tokens
  for (const { first, last, type } of times) {
    const noun = first - 1
    if (type !== 'DATE' && type !== 'TIME') continue
    if (noun < 0 || sent[noun] !== sent[first] || parsed[sent[first]!] !== 1 || !NOUNS.has(pos[noun]!))
      continue
    const over = head[noun]!
    if (over < first || over >= last || dep[noun] !== 'compound') continue
    const verb = head[over]!
    if (verb < 0 || verb >= noun || pos[verb] !== VERB || !/^(?:obl|obj)/.test(dep[over]!)) continue
    const here = (at: number) => at > verb && at < noun && head[at] === over
    let objects = 0
    for (let at = verb + 1; at < first; at++) if (head[at] === verb && dep[at] === 'obj') objects++
    if (objects > 0) continue
    for (let at = verb + 1; at < noun; at++) if (here(at)) head[at] = noun
    head[noun] = verb
    dep[noun] = 'obj'
    dep[over] = 'obl:unmarked'
  }
}

/** The word of a name that hangs outside it. */
function headOf({ tokens }: Draft, { first, last }: Name): number {
  for (let at = first; at < last; at++) {
    const above = tokens.head[at]!
    if (above < first || above >= last) return at
  }
  return last - 1
}

/**
 * "The RSF demands that the army leave": what hangs as a noun's modifier on a finite verb right behind it is its subject,
 * and a clause with "that" and a subject of its own is no relative clause of a verb.
 */
function mendCompounds({ tokens, parsed }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let noun = 0; noun + 1 < count; noun++) {
    const verb = noun + 1
    if (dep[noun] !== 'compound' || head[noun] !== verb || parsed[sent[noun]!] !== 1) continue
    if (pos[verb] !== VERB || !/^VB[DZP]$/.test(tag[verb]!) || !NOUNS.has(pos[noun]!)) continue
    if (noun > 0 && pos[noun - 1] === ADP) continue
    if (subjectOf(tokens, sentenceStart(tokens, noun) - 1, verb) >= 0) continue
    dep[noun] = 'nsubj'
    for (let at = noun - 1; at >= 0 && sent[at] === sent[noun]; at--)
      if (head[at] === verb && /^(det|amod|compound|nmod:poss|nummod)/.test(dep[at]!)) head[at] = noun
    for (let at = verb + 1; at < count && sent[at] === sent[verb]; at++) {
      if (head[at] !== verb || dep[at] !== 'acl:relcl') continue
      let isThat = false
      for (let mark = verb + 1; mark < at; mark++)
        isThat ||= head[mark] === at && dep[mark] === 'mark' && lower[mark] === 'that'
      if (isThat) dep[at] = 'ccomp'
    }
  }
}

/** "Union leader Ann Lee called …": of two subjects of one verb, a noun and the name right behind it, the noun says what the name is. */
function mendTitles(draft: Draft): void {
  const { tokens, parsed } = draft
  const { head, dep, pos, sent } = tokens
  for (const name of draft.names) {
    const noun = name.first - 1
    const named = headOf(draft, name)
    if (noun < 0 || sent[noun] !== sent[named] || parsed[sent[named]!] !== 1) continue
    if (!NOUNS.has(pos[noun]!) || !dep[noun]!.startsWith('nsubj') || dep[named] !== dep[noun]) continue
    if (head[noun] !== head[named] || name.last > head[named]!) continue
    head[noun] = named
    dep[noun] = 'nmod:desc'
  }
}

/**
 * "A truce agreed in May and prolonged in August runs out": a participle that heads a sentence is a modifier of its
 * subject where a present verb without a subject follows under it; that verb heads the sentence.
 */
function mendReduced({ tokens, parsed, sents }: Draft): void {
  const { head, dep, tag, pos, lower } = tokens
  sents.forEach(({ first, last }, s) => {
    if (parsed[s] !== 1) return
    let root = first
    while (root < last && dep[root] !== 'root') root++
    if (root >= last || tag[root] !== 'VBN') return
    let subject = -1
    for (let at = first; at < last; at++) {
      if (head[at] !== root) continue
      if (/^(aux|cop)/.test(dep[at]!)) return
      if (at < root && dep[at] === 'nsubj') subject = at
    }
    if (subject < 0) return
    for (let verb = root + 1; verb < last; verb++) {
      if (
        !/^VB[ZP]$/.test(tag[verb]!) ||
        pos[verb] !== VERB ||
        !/^(obl|nmod|conj|parataxis|dep|appos)/.test(dep[verb]!)
      )
        continue
      if (
        subjectOf(tokens, root, verb) >= 0 ||
        /^(that|which|who|if|as|when|while|because)$/.test(lower[verb - 1]!)
      )
        continue
      if (lower[verb - 1] === 'and' || lower[verb - 1] === ',') continue
      for (let at = first; at < last; at++)
        if (head[at] === root && (dep[at] === 'punct' || at > verb) && at !== verb) head[at] = verb
      for (let at = verb + 1; at < last; at++)
        if (head[at]! < verb && head[at]! > root && /^obl/.test(dep[at]!)) head[at] = verb
      for (let at = root + 1; at < verb; at++) if (head[at] === verb) head[at] = head[verb]!
      head[subject] = verb
      head[root] = subject
      dep[root] = 'acl'
      head[verb] = -1
      dep[verb] = 'root'
      return
    }
  })
}

function sentenceStart({ sent }: Draft['tokens'], token: number): number {
  let first = token
  while (first > 0 && sent[first - 1] === sent[token]) first--
  return first
}

/** Words that begin a clause where a finite verb follows, a phrase where none does. */
const EITHER: ReadonlySet<string> = new Set(['before', 'after', 'since', 'until', 'till', 'as', 'than'])

/**
 * "a deal before the contract expires": a noun behind "before" with a finite verb right behind its phrase that has no
 * subject is that verb's subject, and "before" begins its clause.
 */
function mendSubjects({ tokens, parsed }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let mark = 0; mark < count; mark++) {
    if (!EITHER.has(lower[mark]!) || dep[mark] !== 'case' || parsed[sent[mark]!] !== 1) continue
    const under = head[mark]!
    if (under <= mark) continue
    const noun = NOUNS.has(pos[under]!) ? under : subjectOf(tokens, mark, under)
    const finite = noun < 0 ? count : pastPhrase(tokens, noun)
    if (finite >= count || sent[finite] !== sent[noun]) continue
    if (!/^(VBZ|VBD|VBP|MD)$/.test(tag[finite]!)) continue
    const verb = pos[finite] === AUX || dep[finite]!.startsWith('aux') ? head[finite]! : finite
    if (verb < finite || head[verb]! < 0 || !MAY_HANG.test(dep[verb]!)) continue
    if (verb !== under && subjectOf(tokens, mark, verb) >= 0) continue
    const above = verbAbove(tokens, verb === under ? verb : noun, verb)
    if (above < 0) continue
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
function mendJoined(draft: Draft): void {
  const { tokens, parsed } = draft
  const { head, dep, tag, pos, sent, count } = tokens
  const ends = new Map(draft.names.map((name) => [headOf(draft, name), name.last]))
  for (let noun = 1; noun < count; noun++) {
    if (dep[noun] !== 'conj' || !(NOUNS.has(pos[noun]!) || pos[noun] === PRON)) continue
    const finite = ends.get(noun) ?? noun + 1
    if (finite >= count || sent[finite] !== sent[noun] || parsed[sent[noun]!] !== 1) continue
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

/** The subject of a verb that stands behind a token; −1 where none. */
function subjectOf({ head, dep }: Draft['tokens'], after: number, verb: number): number {
  for (let at = after + 1; at < verb; at++) if (head[at] === verb && dep[at]!.startsWith('nsubj')) return at
  return -1
}

/** The verb over a noun; −1 where there is none or the way up leads through `not`. */
function verbAbove({ head, pos }: Draft['tokens'], noun: number, not: number): number {
  let at = head[noun]!
  for (let steps = 0; at >= 0 && steps < 60; steps++) {
    if (at === not) return -1
    if (pos[at] === VERB || pos[at] === AUX) return at
    at = head[at]!
  }
  return -1
}
