// In: a parsed draft. Out: sentences taken for a string of nouns headed by the finite verb that stands among them.
import { type Sentence, UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { LONGEST } from '../reader/encoder.ts'
import { NOUNS, PRON, reachOf, rootOf, subjectOf, VERB, verbAbove } from './tree-steps.ts'

type Tokens = Draft['tokens']

const PUNCT = UPOS.indexOf('PUNCT')
const PROPN = UPOS.indexOf('PROPN')

/** Words that make the verb behind them one of a clause below or beside. */
const OPENS =
  /^(that|which|who|whom|whose|what|where|how|if|whether|because|while|when|as|after|before|until|since|once|though|although|unless|and|or|but|than|to|--|[,:;"(–—-]|''|``)$/

/**
 * "Companies that ship copper face new duties", "Plans to close the port sparked protests": a noun heads the sentence and
 * a finite verb behind it, not opened by any word, hangs somewhere below; that verb is the head. A subject that it took
 * from the clause before it goes back ("Efforts to revive the pact failed").
 */
export function mendNounStrings({ tokens, sents }: Draft): void {
  sents.forEach((sentence) => {
    if (sentence.last - sentence.first > LONGEST) return
    const root = rootOf(tokens, sentence)
    if (root < 0 || !mayBeNoun(tokens, root) || hasClause(tokens, sentence, root)) return
    for (let at = sentence.first + 1; at < sentence.last; at++) {
      const verb = verbOf(tokens, sentence, root, at)
      if (verb < 0) continue
      const own = subjectOf(tokens, sentence.first - 1, verb)
      const subject =
        own >= 0 ? givenBack(tokens, sentence, root, own, verb) : subjectFor(tokens, sentence, root, at)
      if (subject < 0) continue
      headWith(tokens, sentence, verb, subject)
      return
    }
  })
}

const mayBeNoun = ({ pos, tag }: Tokens, at: number): boolean =>
  NOUNS.has(pos[at]!) || /^(JJ|VBN|VB)$/.test(tag[at]!)

/** True where the head has a subject or says what something is, or stands behind a preposition. */
function hasClause({ head, dep }: Tokens, { first, last }: Sentence, root: number): boolean {
  for (let at = first; at < last; at++)
    if (head[at] === root && /^(nsubj|csubj|cop|aux|expl|case)/.test(dep[at]!)) return true
  return false
}

/** The verb whose finite word stands at `at`, opened by nothing, right behind a word that may end a noun phrase; −1 where none. */
function verbOf(
  { head, dep, tag, pos, lower }: Tokens,
  { first }: Sentence,
  root: number,
  at: number,
): number {
  const aux = dep[at]!.startsWith('aux') && /^(MD|VB[DZP]?)$/.test(tag[at]!)
  const verb = aux ? head[at]! : at
  if (verb < at || dep[verb] === 'root' || pos[verb] !== VERB) return -1
  if (!aux && !/^VB[DZP]$/.test(tag[verb]!)) return -1
  if (/^(conj|acl:relcl|cop|aux)/.test(dep[verb]!)) return -1
  // "The duties, according to the ministry, raise prices."
  if (OPENS.test(lower[at - 1]!) && !(lower[at - 1] === ',' && lower[root + 1] === ',' && root + 1 < at - 1))
    return -1
  // "bans nets and limits catches": which of the two is the verb is not clear.
  if (tag[at] === 'VBZ' && tag[at - 1] === 'NNS' && lower[at - 2] === 'and') return -1
  for (let k = first; k < at; k++)
    if (head[k] === verb && /^(csubj|expl|aux|cop)|^mark$/.test(dep[k]!) && lower[k] !== 'in') return -1
  return verb
}

/** Verbs that take a clause without "that": the noun behind them is the subject of the next verb indeed. */
const TAKES_CLAUSE =
  /^(say|tell|think|believe|know|hope|fear|claim|see|argue|insist|warn|show|mean|suggest|feel|guess|expect|find|wish|let|make|help|want)$/

/** Those of them whose clause is what somebody says, thinks or expects. */
const SAYS =
  /^(say|tell|think|believe|know|hope|fear|claim|argue|insist|warn|show|mean|suggest|feel|guess|expect|wish)$/

/** The noun that heads the sentence, where the verb's subject is what the clause before it is about; −1 where not. */
function givenBack(tokens: Tokens, { first }: Sentence, root: number, own: number, verb: number): number {
  const { head, dep, pos, lemma, lower } = tokens
  if (root > own || !NOUNS.has(pos[root]!)) return -1
  let start = own
  while (start - 1 > root && head[start - 1]! >= start && head[start - 1]! <= own) start--
  if (lower[start - 1] === 'in' && head[start - 1] === verb) start--
  // "Rail strike talks collapse", "Peru, Chile clash": the noun before is a word of the subject, or joined to it.
  if (start - 1 === root && own > root) {
    head[root] = own
    dep[root] = 'compound'
    return own
  }
  if (start - 2 === root && lower[start - 1] === ',' && root === first && pos[root] === pos[own]) {
    head[own] = root
    dep[own] = 'conj'
    head[start - 1] = own
    return root
  }
  const clause = start - 1
  if (pos[clause] !== VERB || TAKES_CLAUSE.test(lemma[clause]!) || !/^acl/.test(dep[clause]!)) return -1
  head[own] = clause
  dep[own] = lower[start] === 'in' ? 'obl' : 'obj'
  if (lower[start] === 'in') {
    head[start] = own
    dep[start] = 'case'
  }
  return root
}

/** The noun whose phrase ends right before the verb, or which heads the sentence with a clause behind it; −1 where none. */
function subjectFor(tokens: Tokens, { first }: Sentence, root: number, verb: number): number {
  const { head, pos, dep, tag } = tokens
  let clause = false
  for (let at = first; at < verb; at++) clause ||= pos[at] === VERB || /^W(DT|P)/.test(tag[at]!)
  if (clause && root < verb) return NOUNS.has(pos[root]!) && pos[verb - 1] !== VERB ? root : -1
  let top = verb - 1
  if (clause) {
    for (top = first; top < verb && !(NOUNS.has(pos[top]!) && (head[top]! >= verb || head[top]! < 0)); top++);
    return top < verb && !hasCase(tokens, first, top) ? top : -1
  }
  for (let steps = 0; head[top]! >= first && head[top]! < verb && steps < 40; steps++) top = head[top]!
  if (!NOUNS.has(pos[top]!) && pos[top] !== PRON) return -1
  if (dep[top] === 'amod' && tag[top - 1] !== 'CC') return -1
  return dep[top] === 'punct' || hasCase(tokens, first, top) ? -1 : top
}

function hasCase({ head, dep }: Tokens, first: number, noun: number): boolean {
  for (let at = first; at < noun; at++) if (head[at] === noun && /^(case|mark)$/.test(dep[at]!)) return true
  return false
}

/**
 * "as OPEC cuts output", "farmers fear the deal hurts prices": a finite verb taken for a word of the noun behind it takes
 * that noun's place, with the noun before it as subject.
 */
export function mendVerbsAsWords({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, lower, count, lemma } = tokens
  for (let verb = 1; verb + 1 < count; verb++) {
    const noun = head[verb]!
    if (!/^(compound|amod)$/.test(dep[verb]!) || !/^VB[DZP]$/.test(tag[verb]!) || pos[verb] !== VERB) continue
    if (noun < verb || !NOUNS.has(pos[noun]!)) continue
    const { first } = reachOf(sents[sent[verb]!]!, verb)
    let subject = verb - 1
    for (let steps = 0; head[subject]! >= first && head[subject]! < verb && steps < 40; steps++)
      subject = head[subject]!
    if (!NOUNS.has(pos[subject]!) || subject < first || /^(punct|case)$/.test(dep[subject]!)) continue
    let mark = subject - 1
    while (mark >= first && !(dep[mark] === 'case' && head[mark] === noun)) mark--
    const above = verbAbove(tokens, noun, verb)
    if (above < 0 || above > subject) continue
    const opened = mark >= first && mark > above
    if (opened ? !CLAUSE.test(lower[mark]!) : head[noun] !== above || !TAKES_CLAUSE.test(lemma[above]!))
      continue
    for (let at = Math.max(first, above + 1); at < verb; at++)
      if (at !== subject && (head[at] === noun || head[at] === verb)) head[at] = subject
    if (opened) {
      head[mark] = verb
      dep[mark] = 'mark'
    }
    head[verb] = above
    dep[verb] = opened ? 'advcl' : 'ccomp'
    head[noun] = verb
    dep[noun] = 'obj'
    head[subject] = verb
    dep[subject] = 'nsubj'
  }
}

const CLAUSE = /^(as|while|if|because|when|once|unless|although|though|after|before|until|since)$/

/**
 * "Norway warns quota fight threatens pact": a finite verb taken for a subject of the verb behind it says what follows,
 * and the noun before it is its own subject.
 */
export function mendToldContents({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, count } = tokens
  for (let cue = 1; cue < count; cue++) {
    if (dep[cue] !== 'nsubj' || pos[cue] !== VERB || !/^VB[DZP]$/.test(tag[cue]!)) continue
    const told = head[cue]!
    if (told <= cue || pos[told] !== VERB) continue
    const { first, last } = reachOf(sents[sent[cue]!]!, cue)
    const speaker = Math.max(subjectOf(tokens, first - 1, cue), subjectOf(tokens, first - 1, told))
    if (speaker < 0 || speaker > cue || tag[speaker]!.startsWith('W')) continue
    for (let at = first; at < last; at++) if (at < cue && head[at] === told) head[at] = cue
    head[cue] = head[told]!
    dep[cue] = dep[told]!
    head[told] = cue
    dep[told] = 'ccomp'
    for (let at = told + 1; at < last; at++) if (head[at] === told && dep[at] === 'punct') head[at] = cue
  }
}

/**
 * "They expect the talks will resume": an object right before the finite word of a clause without subject is that
 * clause's subject; "The ports, Silva said, remain closed": so is the first of two subjects of who speaks between commas.
 */
export function mendContentSubjects({ tokens, sents }: Draft): void {
  const { head, dep, tag, pos, sent, lower, lemma, count } = tokens
  for (let verb = 1; verb < count; verb++) {
    const above = head[verb]!
    if (!/^(ccomp|xcomp|parataxis)$/.test(dep[verb]!) || above < 0 || above > verb) continue
    if (pos[verb] !== VERB || pos[above] !== VERB || !SAYS.test(lemma[above]!)) continue
    let finite = /^VB[DZP]$/.test(tag[verb]!) ? verb : -1
    for (let at = above + 1; at < verb && finite < 0; at++)
      if (head[at] === verb && dep[at]!.startsWith('aux') && /^(MD|VB[DZP])$/.test(tag[at]!)) finite = at
    const plain = finite < 0 && tag[verb] === 'VB' && lower[verb - 1] === ','
    if (plain) finite = verb
    if (finite < 0 || subjectOf(tokens, above, verb) >= 0) continue
    let noun = finite - 1
    while (noun > above && !(head[noun] === above && dep[noun] === 'obj')) noun--
    if (noun === finite - 1 && noun > above) {
      head[noun] = verb
      dep[noun] = 'nsubj'
      dep[verb] = 'ccomp'
      continue
    }
    const { first } = reachOf(sents[sent[verb]!]!, above)
    const outer = subjectOf(tokens, first - 1, above)
    const inner = outer < 0 ? -1 : subjectOf(tokens, outer, above)
    if (inner < 0 || lower[finite - 1] !== ',') continue
    let comma = false
    for (let at = outer + 1; at < inner; at++) comma ||= lower[at] === ','
    if (!comma) continue
    head[outer] = verb
    dep[outer] = 'nsubj'
  }
}

/** "said Monday that ports remain closed": a clause with "that" belongs to the verb, not to its day. */
export function mendClausesOfDays({ tokens, times }: Draft): void {
  const { head, dep, lower, count, pos } = tokens
  for (const { first, last, type } of times) {
    if (type !== 'DATE' && type !== 'TIME') continue
    const verb = last <= count ? head[last - 1]! : -1
    if (verb < 0 || pos[verb] !== VERB || verb > first || lower[last] !== 'that') continue
    const clause = head[last]!
    if (!/^(obj|obl|nmod)/.test(dep[last - 1]!)) continue
    if (clause < last || head[clause] !== last - 1 || !dep[clause]!.startsWith('acl')) continue
    head[clause] = verb
    dep[clause] = 'ccomp'
    if (dep[last - 1] === 'obj') dep[last - 1] = 'obl:unmarked'
  }
}

/** "Kenya, Uganda sign a pact": of two names with a comma before their verb the first is spoken of, not to. */
export function mendNamedPairs({ tokens }: Draft): void {
  const { head, dep, tag, pos, lower, count } = tokens
  for (let name = 0; name + 2 < count; name++) {
    if (dep[name] !== 'vocative' || pos[name] !== PROPN || lower[name + 1] !== ',') continue
    const verb = head[name]!
    const other = subjectOf(tokens, name, verb)
    if (other < 0 || pos[other] !== PROPN || !/^VB[DP]$/.test(tag[verb]!)) continue
    if (pos[name + 2] !== PROPN || pos[verb - 1] !== PROPN || lower[verb + 1] === ',') continue
    dep[name] = 'nsubj'
    head[other] = name
    dep[other] = 'conj'
    head[name + 1] = other
  }
}

/**
 * Makes `verb` the head and `subject` its subject: what crosses over the verb from the right hangs on it, from the left
 * on the subject. No circle can come of it: ways up stay on their side until they reach one of the two.
 */
function headWith(tokens: Tokens, { first, last }: Sentence, verb: number, subject: number): void {
  const { head, dep, pos } = tokens
  let object = false
  for (let at = verb + 1; at < last; at++) object ||= head[at] === verb && dep[at] === 'obj'
  for (let at = first; at < last; at++) {
    if (at === verb || at === subject) continue
    const up = head[at]!
    if (at < verb && (up >= verb || up < 0)) {
      const joins = at > subject || /^(det|amod|compound|flat|nummod|nmod)/.test(dep[at]!)
      head[at] = pos[at] === PUNCT || !joins ? verb : subject
      if (up < 0) dep[at] = 'parataxis'
    } else if (at > verb && up < verb) {
      head[at] = verb
      if (pos[at] === PUNCT) continue
      const phrase = hasCase(tokens, verb, at)
      if (NOUNS.has(pos[at]!) && !/^(advmod|advcl|obl|ccomp|parataxis|conj)/.test(dep[at]!)) {
        dep[at] = phrase ? 'obl' : object ? (dep[at] === 'root' ? 'parataxis' : dep[at]!) : 'obj'
        object ||= !phrase
      } else if (dep[at] === 'root') dep[at] = pos[at] === VERB ? 'ccomp' : 'xcomp'
    }
  }
  head[verb] = -1
  dep[verb] = 'root'
  head[subject] = verb
  dep[subject] = 'nsubj'
}
