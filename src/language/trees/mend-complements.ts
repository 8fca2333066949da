// In: a parsed draft. Out: clauses behind whom something is told, and subjects with an adjective behind them.
import type { Draft } from '../draft.ts'
import { PLANS } from './plan-nouns.ts'
import { NOUNS, reachOf, subjectOf, VERB } from './tree-steps.ts'

const TELLING: ReadonlySet<string> = new Set(
  'tell inform assure remind warn notify advise convince persuade'.split(' '),
)

/** "Told the newspaper that Norway wanted peace": what is told hangs on the telling, not on whom it is told to. */
export function mendTold({ tokens }: Draft): void {
  const { head, dep, pos, lemma, lower, count } = tokens
  for (let that = 2; that + 1 < count; that++) {
    if (lower[that] !== 'that') continue
    const verb = head[that]!
    if (verb <= that || pos[verb] !== VERB || subjectOf(tokens, that, verb) < 0) continue
    const noun = /^acl/.test(dep[verb]!) ? head[verb]! : -1
    const above = noun >= 0 ? head[noun]! : head[verb]!
    if (above < 0 || above > that || pos[above] !== VERB || !TELLING.has(lemma[above]!)) continue
    if (noun >= 0 && !(noun > above && noun < that && /^i?obj$/.test(dep[noun]!))) continue
    if (noun < 0 && dep[verb] !== 'ccomp') continue
    if (noun >= 0) {
      head[verb] = above
      dep[verb] = 'ccomp'
    }
    if (/^(?:obj|nsubj|obl)/.test(dep[that]!)) dep[that] = 'mark'
  }
}

/** Nouns whose clause says what they hold. */
const HOLDING: ReadonlySet<string> = new Set(
  'suggestion claim allegation accusation assertion rumour rumor speculation notion concern fear worry hope belief argument insistence'.split(
    ' ',
  ),
)

/** "Rejected claims that Peru had left the pact": a clause with all it needs says what is claimed; it describes no claims. */
export function mendHeld({ tokens }: Draft): void {
  const { head, dep, sent, lemma, lower, count } = tokens
  for (let noun = 0; noun + 3 < count; noun++) {
    if (!HOLDING.has(lemma[noun]!) || lower[noun + 1] !== 'that') continue
    const verb = head[noun + 1]!
    if (
      verb <= noun ||
      head[verb] !== noun ||
      dep[verb] !== 'acl:relcl' ||
      dep[noun + 1]!.startsWith('nsubj')
    )
      continue
    const whole = (at: number) => head[at] === verb && /^(?:obj|ccomp|xcomp|advcl|cop|obl)/.test(dep[at]!)
    let needs = false
    for (let at = noun + 2; at < Math.min(count, verb + 12) && sent[at] === sent[noun]; at++)
      if (whole(at)) needs = true
    if (!needs || subjectOf(tokens, noun + 1, verb) < 0) continue
    dep[verb] = 'acl'
    dep[noun + 1] = 'mark'
  }
}

/** "Told reporters the state had paid": of two nouns in front of the verb the first is whom it is told to. */
export function mendAddressee({ tokens }: Draft): void {
  const { head, dep, pos, tag, lemma, lower, count } = tokens
  for (let above = 0; above + 2 < count; above++) {
    if (pos[above] !== VERB || !TELLING.has(lemma[above]!)) continue
    let told = above + 1
    while (
      told < count &&
      /^(?:DT|JJ|NNP?|PRP\$)$/.test(tag[told]!) &&
      head[told]! > told &&
      !dep[told]!.startsWith('nsubj')
    )
      told++
    const verb = head[told] ?? -1
    if (verb <= told || dep[told] !== 'nsubj' || head[verb] !== above || dep[verb] !== 'ccomp') continue
    const subject = subjectOf(tokens, told, verb)
    if (
      subject < 0 ||
      subject > verb ||
      lower.slice(told, subject).some((word) => word === ',' || word === 'and')
    )
      continue
    head[told] = above
    dep[told] = 'iobj'
  }
}

/** "Told lawmakers she had spoken to him": what is told, and no clause about those it is told to. */
export function mendReported({ tokens }: Draft): void {
  const { head, dep, tag, pos, lemma, count } = tokens
  for (let subject = 2; subject + 1 < count; subject++) {
    const noun = subject - 1
    const verb = head[subject]!
    if (tag[subject] !== 'PRP' || dep[subject] !== 'nsubj' || verb <= subject || head[verb] !== noun) continue
    const above = head[noun]!
    if (dep[verb] !== 'acl:relcl' || !/^i?obj$/.test(dep[noun]!)) continue
    if (above < 0 || above > noun || pos[above] !== VERB || !TELLING.has(lemma[above]!)) continue
    head[verb] = above
    dep[verb] = 'ccomp'
    dep[noun] = 'iobj'
  }
}

const BEHIND: ReadonlySet<string> = new Set(['to', 'with', 'from', 'of', 'about'])

/**
 * "Lawmakers loyal to Berg rejected it": between a noun and its finite verb an adjective with its own words says which,
 * and is no predicate; neither is the name inside it the subject.
 */
export function mendQualified({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let word = 1; word + 2 < count; word++) {
    const noun = word - 1
    if (tag[word] !== 'JJ' || !NOUNS.has(pos[noun]!) || head[noun] !== word || dep[noun] !== 'nsubj') continue
    if (!BEHIND.has(lower[word + 1]!) || !/^(?:case|mark)$/.test(dep[word + 1]!)) continue
    const inner = dep[word + 1] === 'case' ? head[word + 1]! : subjectOf(tokens, word, head[word + 1]!)
    const verb = inner + 1
    if (inner <= word || verb >= count || sent[verb] !== sent[word] || !/^VB[DZP]$/.test(tag[verb]!)) continue
    if (pos[verb] !== VERB || (head[inner] !== verb && head[inner] !== word)) continue
    if (head[inner] !== verb && subjectOf(tokens, word, verb) >= 0) continue
    const { first, last } = reachOf(sents[sent[word]!]!, word)
    let copula = false
    for (let at = first; at < last; at++)
      if (head[at] === word && /^(?:cop|aux)/.test(dep[at]!)) copula = true
    if (copula) continue
    if (head[verb] === word) {
      head[verb] = head[word]!
      dep[verb] = dep[word]!
      for (let at = first; at < last; at++) if (at > verb && head[at] === word) head[at] = verb
    }
    head[noun] = verb
    head[word] = noun
    dep[word] = 'amod'
    head[inner] = word
    dep[inner] = 'obl'
    head[word + 1] = inner
    dep[word + 1] = 'case'
  }
}

/** Nouns that are verbs of a timetable as well. */
const COMES: ReadonlySet<string> = new Set(
  'start finish end close lapse return visit vote strike march report land debate address travel launch'.split(
    ' ',
  ),
)

/** Makes "finish" of "is due to finish at noon" the verb that it looks like before a time; false where it is none. */
function isHiddenVerb({ tokens, times }: Draft, noun: number): boolean {
  const { tag, pos, head, dep, lower, sent, count } = tokens
  const isBefore = times.some(({ first }) => first === noun + 1 || first === noun + 2)
  if (tag[noun] !== 'NN' || !COMES.has(lower[noun]!) || !isBefore) return false
  tag[noun] = 'VB'
  pos[noun] = VERB
  for (let at = noun + 1; at < count && sent[at] === sent[noun]; at++)
    if (head[at] === noun && dep[at] === 'nmod') dep[at] = 'obl'
  return true
}

const IS = /^(?:is|are|was|were|be|been|'s|'re)$/

/** "The leaders are due to meet", "were due to be heard": what they are due to do is no subject of it, nor its time. */
function toMeet(draft: Draft, due: number): boolean {
  const { tokens } = draft
  const { head, dep, tag, pos, lower, sent } = tokens
  const verb = lower[due + 2] === 'be' && tag[due + 3] === 'VBN' ? due + 3 : due + 2
  // "Delays are due to strike action": a cause.
  const isCause = /^(?:strike|work)$/.test(lower[verb] ?? '') && tag[verb + 1] === 'NN'
  if (isCause || head[verb] !== due || !IS.test(lower[due - 1]!)) return false
  if (pos[verb] !== VERB && !isHiddenVerb(draft, verb)) return false
  const stop = head[head[due]!] ?? -1
  // Under the form of "be" where the stop at the end was taken for the predicate.
  if (head[due] === due - 1 && stop > verb && tag[stop] === '.') {
    head[due] = head[stop]!
    dep[due] = dep[stop]!
    for (let at = stop; at >= 0 && sent[at] === sent[due]; at--)
      if (at !== due && head[at] === stop) head[at] = due
    head[stop] = due
    dep[stop] = 'punct'
    dep[due - 1] = 'cop'
  }
  if (/^(?:csubj|advcl)/.test(dep[verb]!)) dep[verb] = 'xcomp'
  return dep[verb] === 'xcomp'
}

/** "With Cole and Sefton due to take stock": who is due to do it. */
function behindNoun({ tokens }: Draft, due: number): boolean {
  const { head, dep, tag, pos, lower } = tokens
  const verb = due + 2
  const noun = head[due]!
  if (tag[verb] !== 'VB' || head[verb] !== due || !/^(?:acl|advcl)$/.test(dep[verb]!)) return false
  if (dep[due] !== 'amod') return false
  if (noun < 0 || noun >= due || !NOUNS.has(pos[noun]!) || lower[due - 1] === ',') return false
  dep[due] = 'acl'
  dep[verb] = 'xcomp'
  return true
}

/** "The minister is due in Lima on Monday, at a fair": he is due there; "due" is no preposition of what follows. */
export function mendDueThere({ tokens, times }: Draft): void {
  const { head, dep, tag, sent, lower, count } = tokens
  const days = new Set(times.map(({ first }) => first))
  for (let due = 2; due + 1 < count; due++) {
    if (lower[due] !== 'due' || !/^(?:in|at|back)$/.test(lower[due + 1]!) || days.has(due + 2)) continue
    const over = head[due]!
    const isCase = over > due && dep[due] === 'case'
    if (!isCase || !/^(?:is|are|was|were|'s|'re)$/.test(lower[due - 1]!)) continue
    head[due] = head[over]!
    dep[due] = dep[over]!
    tag[due] = 'JJ'
    for (let at = due - 1; at >= 0 && sent[at] === sent[due]; at--) if (head[at] === over) head[at] = due
    for (let at = over + 1; at < count && sent[at] === sent[due]; at++) if (head[at] === over) head[at] = due
    head[over] = due
    dep[over] = tag[over] === '.' ? 'punct' : 'obl'
  }
}

/** "Hand over four lists": what is done with them, not how many they are. */
export function mendHandOver({ tokens }: Draft): void {
  const { head, dep, tag, lemma, lower, count } = tokens
  for (let over = 1; over + 1 < count; over++) {
    if (lower[over] !== 'over' || lemma[over - 1] !== 'hand' || !tag[over - 1]!.startsWith('VB')) continue
    const thing = head[over]!
    if (thing <= over) continue
    if (dep[over] === 'case' && head[thing] === over - 1) dep[thing] = 'obj'
    head[over] = over - 1
    dep[over] = 'compound:prt'
    tag[over] = 'RP'
  }
}

/**
 * "The envoys are due to hold talks", "the offer, due to lapse on Friday, was renewed": what they are due to do hangs on
 * "due", as in "are set to"; it is no preposition.
 */
export function mendDue(draft: Draft): void {
  const { tokens } = draft
  const { head, dep, tag, pos, sent, lower, count } = tokens
  for (let due = 1; due + 2 < count; due++) {
    if (lower[due] !== 'due' || lower[due + 1] !== 'to') continue
    if (toMeet(draft, due)) continue
    if (behindNoun(draft, due)) continue
    const verb = head[due]!
    if (verb <= due || !/^(?:mark|case)$/.test(dep[due]!)) continue
    const beside = lower[due - 1] === ',' ? due - 2 : due - 1
    const above = head[verb]!
    const noun = dep[verb] === 'advcl' && head[beside] === above && above > verb ? beside : above
    const isBehind =
      noun >= 0 && noun < due && NOUNS.has(pos[noun]!) && /^(?:acl|nmod|advcl)$/.test(dep[verb]!)
    const own: number[] = []
    for (let at = due - 1; at >= 0 && sent[at] === sent[due]; at--) if (head[at] === verb) own.push(at)
    const isSaid = own.some((at) => dep[at] === 'cop')
    // A noun without an article before a day is the verb that it looks like: "due to lapse on 1 May", "is due to finish at noon".
    const isBare = verb === due + 2 && tag[verb] === 'NN'
    const isHidden =
      (isBehind && isBare && lower[verb + 1] === 'on') || (isSaid && isBare && isHiddenVerb(draft, verb))
    if (tag[verb] !== 'VB' && !isHidden) continue
    if (!isBehind && !isSaid) continue
    if (isHidden) {
      tag[verb] = 'VB'
      pos[verb] = VERB
      for (let at = verb + 1; at < count && sent[at] === sent[verb]; at++)
        if (head[at] === verb && dep[at] === 'nmod') dep[at] = 'obl'
    }
    for (const at of own) {
      head[at] = due
      dep[at] = dep[at]!.replace(':outer', '')
    }
    head[due] = noun
    dep[due] = isBehind ? 'acl' : dep[verb]!
    tag[due] = 'JJ'
    head[verb] = due
    dep[verb] = 'xcomp'
    head[due + 1] = verb
    dep[due + 1] = 'mark'
  }
}

const WISHING: ReadonlySet<string> = new Set(
  'want wish hope plan intend seek urge ask call press order tell push persuade propose'.split(' '),
)
/** Participles by which the one who wishes goes on speaking. */
const SPEAKING: ReadonlySet<string> = new Set(
  'say add cite note warn refer urge call describe stress quote speak accuse argue insist express blame point promise vow ask praise criticise criticize threaten claim tell write tweet deny'.split(
    ' ',
  ),
)

/** "Urged Peru to lift the ban, freeing the strait": what would come of it hangs on what is wished. */
export function mendWished({ tokens }: Draft): void {
  const { head, dep, tag, form, lemma, count } = tokens
  for (let at = 3; at < count; at++) {
    if (tag[at] !== 'VBG' || dep[at] !== 'advcl' || form[at - 1] !== ',') continue
    const verb = head[at]!
    if (verb < 0 || verb >= at || !WISHING.has(lemma[verb]!) || SPEAKING.has(lemma[at]!)) continue
    let wished = verb
    for (let below = verb + 1; below < at; below++)
      if (head[below] === wished && tag[below] === 'VB' && /^(?:[xc]comp|advcl)$/.test(dep[below]!))
        wished = below
    head[at] = wished
  }
}

/** "Condemned the decision of Norway to tax cod": what is decided hangs on the decision, not on the verb that judges it. */
export function mendOwnedPlans({ tokens }: Draft): void {
  const { head, dep, tag, lower, lemma, count } = tokens
  for (let to = 3; to + 1 < count; to++) {
    const verb = to + 1
    const isLoose = /^(?:advcl|xcomp)$/.test(dep[verb]!) || (dep[verb] === 'acl' && head[verb] === to - 1)
    if (lower[to] !== 'to' || tag[verb] !== 'VB' || !isLoose) continue
    const plan = head[to - 1]!
    if (!dep[to - 1]!.startsWith('nmod') || plan < 0 || plan >= to - 1) continue
    const isOwned = /^(?:of|by)$/.test(lower[caseOf(tokens, to - 1, plan)] ?? '')
    if (!isOwned || !PLANS.has(lemma[plan]!) || (head[verb]! >= plan && head[verb] !== to - 1)) continue
    head[verb] = plan
    dep[verb] = 'acl'
  }
}

/** The preposition of a noun, between it and the noun it hangs on; −1 where it has none. */
function caseOf({ head, dep }: Draft['tokens'], noun: number, over: number): number {
  for (let at = noun - 1; at > over; at--) if (head[at] === noun && dep[at] === 'case') return at
  return -1
}
