// In: a parsed draft. Out: its sentences headed by their verb where tags and word order leave no other.
import type { Draft } from '../draft.ts'
import { ACTS } from './finite-verbs.ts'
import { headOf, NOUNS, reachOf, rootOf, subjectOf, VERB } from './tree-steps.ts'

/**
 * After parsing: a noun that heads a sentence, with a past verb before it that hangs on it as an adjective and has
 * somebody right before itself, is that verb's object ("The EU imposed tariffs on Norway").
 */
export function mendFiniteVerbs(draft: Draft): void {
  const { tokens, sents } = draft
  const { head, dep, tag, pos, sent } = tokens
  const ends = new Map(draft.names.filter(({ type }) => ACTS.has(type)).map((name) => [name.last, name]))
  for (let verb = 1; verb < tokens.count; verb++) {
    if (dep[verb] !== 'amod' || !/^VB[DN]$/.test(tag[verb]!)) continue
    const object = head[verb]!
    const name = ends.get(verb)
    if (!name || object <= verb || !NOUNS.has(pos[object]!)) continue
    if (head[object] !== -1) continue
    const { first, last } = reachOf(sents[sent[verb]!]!, object)
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
 * "On Monday Berg, without naming Peru, threatened a levy": a gerund put in between commas behind a name does not head the
 * sentence; the verb behind the second comma does, and the name is that verb's subject, wherever the day took it.
 */
export function mendAsides(draft: Draft): void {
  const { tokens, sents } = draft
  const { head, dep, tag, lower, sent } = tokens
  for (const name of draft.names) {
    const gerund = name.last + 2
    if (!ACTS.has(name.type) || lower[name.last] !== ',' || tag[gerund] !== 'VBG') continue
    const s = sent[name.first]!
    if (sent[gerund] !== s || !ASIDE.test(lower[gerund - 1]!)) continue
    const { first, last } = reachOf(sents[s]!, gerund)
    let verb = gerund + 1
    while (verb < last && !(lower[verb - 1] === ',' && /^VB[DNZ]$/.test(tag[verb]!))) verb++
    const root = rootOf(tokens, sents[s]!)
    if (verb >= last || (root !== verb && (root !== gerund || head[verb] !== gerund))) continue
    const own = subjectOf(tokens, first - 1, verb)
    if (own >= 0 && (own < name.first || own >= name.last)) continue
    const subject = headOf(draft, name)
    for (let at = first; at < last; at++)
      if (head[at] === gerund && (at < name.first || at > verb)) head[at] = verb
    // "On Monday Norway, …": the day that was hung on the name, with its preposition.
    const time = draft.times.find((one) => one.last === name.first)
    for (let at = time ? time.last - 1 : -1; time && at >= time.first; at--)
      if (head[at] === subject) {
        head[at] = verb
        dep[at] = 'obl'
        if (dep[time.first - 1] === 'case' && head[time.first - 1] === subject) head[time.first - 1] = at
      }
    head[subject] = verb
    dep[subject] = 'nsubj'
    if (tag[verb] === 'VBN') tag[verb] = 'VBD'
    head[verb] = -1
    dep[verb] = 'root'
    head[gerund] = verb
    dep[gerund] = 'advcl'
  }
}

const ASIDE = /^(?:without|despite|while|when|after|before|by|in|on|since|instead|besides)$/

/**
 * "The ban on fresh fish stays in force": a finite verb that hangs with a preposition on the noun that heads its sentence is
 * that noun's; what stands between the two words is what the preposition stands before.
 */
export function mendNounVerbs({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos } = tokens
  sents.forEach((sentence) => {
    const noun = rootOf(tokens, sentence)
    if (noun < 0 || !NOUNS.has(pos[noun]!)) return
    const { first, last } = reachOf(sentence, noun)
    let verb = -1
    for (let at = first; at < last; at++) {
      if (head[at] !== noun) continue
      if (/^(?:nsubj|cop|aux|csubj)/.test(dep[at]!)) return
      if (at > noun && dep[at] === 'nmod' && /^VB[ZP]$/.test(tag[at]!) && pos[at] === VERB) verb = at
    }
    const preposition = verb < 0 ? -1 : childBefore(tokens, verb, 'case')
    const thing = verb < 0 ? -1 : childBefore(tokens, verb, 'nsubj')
    if (preposition < noun || thing < preposition) return
    head[preposition] = thing
    head[thing] = noun
    dep[thing] = 'nmod'
    for (let at = first; at < last; at++) {
      if (head[at] === noun && at > verb) head[at] = verb
      if (head[at] === verb && at > verb && dep[at] === 'nmod') dep[at] = 'obl'
    }
    head[noun] = verb
    dep[noun] = 'nsubj'
    head[verb] = -1
    dep[verb] = 'root'
  })
}

/**
 * "The duties on $3 billion of goods, which Peru approved, stay": an amount with a preposition before it does not head a
 * sentence; its finite verb behind, joined to it, does, and what stands before the preposition is the subject.
 */
export function mendAmountHeads({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos } = tokens
  sents.forEach((sentence) => {
    const amount = rootOf(tokens, sentence)
    if (amount < 0 || pos[amount] === VERB || childBefore(tokens, amount, 'cop') >= 0) return
    const noun = childBefore(tokens, amount, 'nsubj')
    const preposition = childBefore(tokens, amount, 'case')
    if (noun < 0 || preposition < noun) return
    const { first, last } = reachOf(sentence, amount)
    let verb = amount + 1
    while (verb < last && !(head[verb] === amount && dep[verb] === 'conj' && /^VB[DPZ]$/.test(tag[verb]!)))
      verb++
    if (verb >= last || pos[verb] !== VERB || subjectOf(tokens, first - 1, verb) >= 0) return
    for (let at = first; at < last; at++) if (head[at] === amount && at > verb) head[at] = verb
    head[amount] = noun
    dep[amount] = 'nmod'
    head[noun] = verb
    dep[noun] = 'nsubj'
    head[verb] = -1
    dep[verb] = 'root'
  })
}

/**
 * "Cod farmers, for their part, still pay a levy": a noun that heads a sentence is the subject of the finite verb behind
 * the words put in between commas right after it, where that has none.
 */
export function mendBehindAsides({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, lower } = tokens
  sents.forEach((sentence) => {
    const noun = rootOf(tokens, sentence)
    if (noun < 0 || !NOUNS.has(pos[noun]!) || lower[noun + 1] !== ',') return
    const { first, last } = reachOf(sentence, noun)
    for (let at = first; at < last; at++)
      if (head[at] === noun && /^(?:nsubj|cop|csubj|aux|case)/.test(dep[at]!)) return
    let comma = noun + 2
    while (comma < last && comma < noun + ASIDE_LENGTH && lower[comma] !== ',') comma++
    let verb = comma + 1
    while (verb < last && tag[verb] === 'RB') verb++
    if (verb >= last || lower[comma] !== ',' || head[verb] !== noun || dep[verb] !== 'parataxis') return
    if (!/^VB[DPZ]?$/.test(tag[verb]!) || tag[noun + 2] !== 'IN') return
    if (tag[verb] === 'VB') tag[verb] = 'VBP'
    head[noun] = verb
    dep[noun] = 'nsubj'
    head[verb] = -1
    dep[verb] = 'root'
    for (let at = verb + 1; at < last; at++) if (head[at] === noun) head[at] = verb
  })
}

/** Tokens up to which words are put in between behind the subject. */
const ASIDE_LENGTH = 8

/**
 * "The fact that ministers met in Lima signals progress": a noun that heads a sentence, with a clause on it, is the subject of
 * a finite verb behind that clause's verb that has no subject of its own; that verb heads the sentence.
 */
export function mendHeadNouns({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, lower } = tokens
  sents.forEach((sentence) => {
    const noun = rootOf(tokens, sentence)
    if (noun < 0 || !(NOUNS.has(pos[noun]!) || lower[noun] === 'those')) return
    const { first, last } = reachOf(sentence, noun)
    let clause = -1
    for (let at = first; at < last; at++) {
      if (head[at] !== noun) continue
      if (/^(nsubj|cop|aux|csubj|case)/.test(dep[at]!)) return
      if (clause < 0 && at > noun && dep[at]!.startsWith('acl')) clause = at
    }
    if (clause < 0) return
    for (let verb = clause + 2; verb < last; verb++) {
      if (!/^VB[ZD]$/.test(tag[verb]!) || pos[verb] !== VERB) continue
      if (!MAY_HEAD.test(dep[verb]!)) continue
      if (/^(and|or|but|,|that|which|who|to|--)$/.test(lower[verb - 1]!)) continue
      if (!isBelow(tokens, verb, clause)) continue
      const subject = subjectOf(tokens, noun, verb)
      // "met in Lima signals …": what a preposition stands before is no subject.
      const own = childBefore(tokens, verb, 'case')
      const astray = subject >= 0 && (own >= 0 || childBefore(tokens, subject, 'case') >= 0)
      if (
        (subject >= 0 && !astray) ||
        childBefore(tokens, verb, 'mark') >= 0 ||
        childBefore(tokens, verb, 'aux') >= 0
      )
        continue
      if (astray) {
        head[subject] = clause
        dep[subject] = 'obl'
        if (own >= 0) head[own] = subject
      }
      for (let at = verb + 1; at < last; at++) if (head[at]! < verb && head[at]! >= 0) head[at] = verb
      for (let at = noun + 1; at < verb; at++) if (head[at] === verb) head[at] = clause
      head[noun] = verb
      dep[noun] = 'nsubj'
      head[verb] = -1
      dep[verb] = 'root'
      return
    }
  })
}

/**
 * "One risk remains: the delay may give Peru leverage": a finite verb behind a colon without a subject of its own has
 * the noun behind the colon, where that hangs on something before it.
 */
export function mendBehindColons({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, lower, sent } = tokens
  for (let colon = 1; colon + 2 < tokens.count; colon++) {
    if (lower[colon] !== ':') continue
    const { last } = reachOf(sents[sent[colon]!]!, colon)
    let finite = colon + 1
    while (finite < last && !/^(VB[DPZ]|MD)$/.test(tag[finite]!) && !/^[,;:]$/.test(lower[finite]!)) finite++
    if (finite >= last || !/^(VB[DPZ]|MD)$/.test(tag[finite]!)) continue
    const verb = dep[finite]!.startsWith('aux') || dep[finite] === 'cop' ? head[finite]! : finite
    if (verb < finite || verb >= last || subjectOf(tokens, colon, verb) >= 0) continue
    let noun = colon + 1
    while (noun < finite && !(NOUNS.has(pos[noun]!) && head[noun]! < colon)) noun++
    if (noun >= finite || head[noun]! < 0 || childBefore(tokens, noun, 'case') >= 0) continue
    const above = head[noun]!
    head[noun] = verb
    dep[noun] = 'nsubj'
    if (head[verb]! >= colon) {
      head[verb] = above
      dep[verb] = 'parataxis'
    }
  }
}

const OPENS = /^(?:after|before|since|until|as|while|when|because|once|if|although|though)$/
/** Tokens of a bracket behind a name, at most. */
const BRACKET = 12

/**
 * "Left after Ada Berg (D-Maine) agreed": a finite verb without a subject behind a bracket has the noun before the
 * bracket, where a word that opens a clause stands before that as its preposition.
 */
export function mendBehindBrackets({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, lower, sent } = tokens
  for (let close = 2; close + 1 < tokens.count; close++) {
    const finite = close + 1
    if (lower[close] !== ')' || !/^(?:VB[DPZ]|MD)$/.test(tag[finite]!)) continue
    if (sent[finite] !== sent[close]) continue
    let open = close - 1
    while (open > close - BRACKET && open > 0 && lower[open] !== '(') open--
    if (open < 1 || lower[open] !== '(' || sent[open] !== sent[close]) continue
    const verb = dep[finite]!.startsWith('aux') ? head[finite]! : finite
    if (verb < finite || subjectOf(tokens, sents[sent[close]!]!.first - 1, verb) >= 0) continue
    let noun = open - 1
    for (
      let steps = 0;
      steps < BRACKET && /^(?:flat|compound|conj|appos|nmod:desc)/.test(dep[noun]!);
      steps++
    )
      noun = head[noun]!
    if (noun < 0 || noun >= open || !NOUNS.has(pos[noun]!)) continue
    const mark = childBefore(tokens, noun, 'case')
    if (mark < 0 || !OPENS.test(lower[mark]!)) continue
    const above = head[noun] === verb ? head[verb]! : head[noun]!
    if (above < 0 || above >= open) continue
    head[noun] = verb
    dep[noun] = 'nsubj'
    head[mark] = verb
    dep[mark] = 'mark'
    head[verb] = above
    dep[verb] = 'advcl'
  }
}

/**
 * "Kenya, which hosts the body, brought in a duty": where a noun heads the sentence, the finite verb behind the comma
 * that ends the clause on it, joined to that clause's verb without a word between, is the noun's own.
 */
export function mendBehindRelatives({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, lower } = tokens
  sents.forEach((sentence) => {
    const noun = rootOf(tokens, sentence)
    if (noun < 0 || !NOUNS.has(pos[noun]!)) return
    const { first, last } = reachOf(sentence, noun)
    for (let at = first; at < last; at++)
      if (head[at] === noun && /^(?:nsubj|cop|csubj|aux)/.test(dep[at]!)) return
    for (let verb = noun + 3; verb < last; verb++) {
      const clause = head[verb]!
      if (isTellingOf(tokens, noun, verb)) {
        const told = head[verb + 1]!
        if (told > verb && told < last) {
          head[told] = verb
          dep[told] = 'ccomp'
        }
        head[verb] = -1
        dep[verb] = 'root'
        tag[verb] = 'VBD'
        head[noun] = verb
        dep[noun] = 'nsubj'
        return
      }
      if (!/^VB[DPZ]$/.test(tag[verb]!) || !/^(?:conj|parataxis)$/.test(dep[verb]!)) continue
      if (clause <= noun || clause >= verb || head[clause] !== noun || dep[clause] !== 'acl:relcl') continue
      if (lower[verb - 1] !== ',' || !/^(?:which|who|whose)$/.test(lower[noun + 2] ?? '')) continue
      if (lower[noun + 1] !== ',' || subjectOf(tokens, first - 1, verb) >= 0) continue
      head[verb] = -1
      dep[verb] = 'root'
      head[noun] = verb
      dep[noun] = 'nsubj'
      for (let at = verb + 1; at < last; at++) if (head[at] === noun || head[at] === clause) head[at] = verb
      return
    }
  })
}

/** "A lawyer who had spoken to the firm's owners disputed that it was sold": with a clause of its own, the owners are not disputed. */
const isTellingOf = ({ dep, tag, lower }: Draft['tokens'], noun: number, verb: number): boolean =>
  lower[noun + 1] === 'who' &&
  /^VB[DN]$/.test(tag[verb]!) &&
  dep[verb] === 'acl' &&
  lower[verb + 1] === 'that' &&
  dep[verb + 1] === 'mark' &&
  !/^(?:am|is|are|was|were|be|been|being|has|have|had)$/.test(lower[verb - 1]!)

const FINITE_AUX = /^(?:did|does|do|will|would|has|have|had|is|was|are|were|could|may|might|can)$/

/**
 * "The meeting that Peru had planned for 3 May did not take place": where a noun heads the sentence, with a relative clause on
 * it that ends in a day, the verb whose auxiliary stands right behind that day is the noun's own.
 */
export function mendBehindTimes({ tokens, times, sents }: Draft): void {
  const { head, dep, tag, pos, lower, sent } = tokens
  for (const { first, last } of times) {
    const s = sent[first]!
    if (sent[last] !== s || !FINITE_AUX.test(lower[last]!)) continue
    if (!dep[last]!.startsWith('aux') || !/^(?:for|in|on)$/.test(lower[first - 1] ?? '')) continue
    const verb = head[last]!
    const noun = rootOf(tokens, sents[s]!)
    if (verb <= last || noun < 0 || noun >= first || !NOUNS.has(pos[noun]!) || pos[verb] !== VERB) continue
    const { first: from, last: to } = reachOf(sents[s]!, noun)
    let clause = -1
    let isWhole = false
    for (let at = from; at < to; at++) {
      if (head[at] === noun && /^(?:nsubj|cop|csubj|aux)/.test(dep[at]!)) isWhole = true
      if (head[at] === noun && dep[at] === 'acl:relcl' && at > noun && at < first && at !== verb) clause = at
    }
    if (isWhole || clause < 0 || subjectOf(tokens, noun, clause) < 0 || !isBelow(tokens, verb, noun)) continue
    const subject = subjectOf(tokens, noun, verb)
    if (subject >= 0 && (subject < first || subject >= last)) continue
    const day = headOf({ tokens } as Draft, { first, last })
    head[day] = clause
    dep[day] = 'obl'
    // "Had hoped for on 3 May": each preposition that stands before the day.
    for (let at = first - 1; at > clause && tag[at] === 'IN'; at--) {
      head[at] = day
      dep[at] = 'case'
    }
    for (let at = from; at < to; at++) if (at > verb && head[at] === noun) head[at] = verb
    head[noun] = verb
    dep[noun] = dep.slice(last, verb).includes('aux:pass') ? 'nsubj:pass' : 'nsubj'
    head[verb] = -1
    dep[verb] = 'root'
  }
}

const ASKED = /^(?:asked|pressed|questioned)$/

/**
 * "Berg, asked whether he would stay, said …": a word of asking between commas behind its subject is done to it, where
 * the verb behind the second comma hangs on that word; that verb heads the sentence.
 */
export function mendAsked({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, lower } = tokens
  sents.forEach((sentence) => {
    const asked = rootOf(tokens, sentence)
    if (asked < 2 || !ASKED.test(lower[asked]!) || lower[asked - 1] !== ',') return
    const { first, last } = reachOf(sentence, asked)
    const subject = subjectOf(tokens, first - 1, asked)
    if (subject < 0 || !NOUNS.has(pos[subject]!)) return
    let comma = asked + 1
    while (comma < last && lower[comma] !== ',') comma++
    const finite = comma + 1
    if (finite >= last || !/^(?:VB[DPZ]|MD)$/.test(tag[finite]!)) return
    const verb = dep[finite]!.startsWith('aux') ? head[finite]! : finite
    if (verb < finite || head[verb] !== asked) return
    head[asked] = subject
    dep[asked] = 'acl'
    tag[asked] = 'VBN'
    head[subject] = verb
    dep[subject] = 'nsubj'
    head[verb] = -1
    dep[verb] = 'root'
    for (let at = comma + 1; at < last; at++) if (head[at] === asked) head[at] = verb
  })
}

/** Relations by which a parser hangs the verb of the sentence in a clause of its subject. */
const MAY_HEAD = /^(xcomp|ccomp|advcl|parataxis|dep|obl|nmod|appos)/

/** True where the way up from a token leads over another one. */
function isBelow({ head }: Draft['tokens'], token: number, top: number): boolean {
  let at = head[token]!
  for (let steps = 0; at >= 0 && steps < 60; steps++) {
    if (at === top) return true
    at = head[at]!
  }
  return false
}

/** The one of the twelve tokens before `token` that hangs on it by this relation; −1 where none does. */
function childBefore({ head, dep }: Draft['tokens'], token: number, relation: string): number {
  for (let at = Math.max(0, token - 12); at < token; at++)
    if (head[at] === token && dep[at]!.startsWith(relation)) return at
  return -1
}
