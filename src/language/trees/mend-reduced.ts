// In: a parsed draft. Out: participles behind their noun ("duties announced in May") told apart from the verb of the clause.

import type { Draft } from '../draft.ts'
import { DAY_NAME } from './day-names.ts'
import { ADP, headOf, NOUNS, reachOf, subjectOf, VERB } from './tree-steps.ts'

type Tokens = Draft['tokens']

/** Where a clause with a subject of its own may hang. */
const CLAUSE = /^(?:root|ccomp|advcl|conj|parataxis)$/

/**
 * "A truce agreed in May runs out", "duties imposed on wine were raised": a participle that was taken for the verb of
 * its clause is a modifier of its subject where a finite verb without a subject follows under it; that verb heads the clause.
 */
export function mendReduced(draft: Draft): void {
  const { tokens, sents } = draft
  const { head, dep, tag } = tokens
  freeDays(draft)
  freeDoers(draft)
  for (let past = 1; past < tokens.count; past++) {
    const sentence = sents[tokens.sent[past]!]!
    if (!/^VB[ND]$/.test(tag[past]!) || !CLAUSE.test(dep[past]!)) continue
    if (ONLY_PAST.has(tokens.lower[past]!)) continue
    if (freeUnder(tokens, past, sentence.first)) continue
    const { first, last } = reachOf(sentence, past)
    const subject = subjectBefore(tokens, past, first, last)
    const verb = subject < 0 ? -1 : finiteBehind(tokens, past, subject, last)
    if (verb < 0) continue
    const thing = thingOfContact(tokens, past, subject)
    headBy(tokens, past, thing < 0 ? subject : thing, verb, { first, last })
    head[past] = thing < 0 ? subject : thing
    dep[past] = thing < 0 ? 'acl' : 'acl:relcl'
    if (thing < 0) tag[past] = 'VBN'
    else {
      head[subject] = past
      dep[subject] = 'nsubj'
      for (let at = first; at < thing; at++) if (head[at] === subject) head[at] = thing
    }
  }
}

/** "Firms building yards may import": who builds imports, of two subjects that a parser gives the clause. */
function freeDoers({ tokens }: Draft): void {
  const { head, dep, tag, form, lower, sent } = tokens
  for (let ing = 1; ing < tokens.count; ing++) {
    const doer = ing - 1
    const verb = head[ing]!
    if (verb < ing || !/^NNP?S$/.test(tag[doer]!) || dep[doer] !== 'nsubj') continue
    const isVerb = tag[ing] === 'VBG' && /^(?:advcl|[cn]subj)$/.test(dep[ing]!) && head[doer] === ing
    const isNoun =
      tag[ing] === 'NN' && lower[ing]!.endsWith('ing') && dep[ing] === 'nsubj' && head[doer] === verb
    if (!isVerb && !isNoun) continue
    let object = -1
    let comma = false
    for (let at = ing + 1; at < verb; at++) {
      comma ||= form[at] === ','
      const isFree = head[at] === verb && dep[at] === 'nsubj'
      if ((isFree || (head[at] === ing && dep[at] === 'obj')) && object < 0) object = at
    }
    if (object < 0 || comma) continue
    for (let at = doer - 1; at >= 0 && sent[at] === sent[ing]; at--) if (head[at] === ing) head[at] = verb
    head[doer] = verb
    dep[doer] = 'nsubj'
    head[ing] = doer
    dep[ing] = 'acl'
    tag[ing] = 'VBG'
    head[object] = ing
    dep[object] = 'obj'
  }
}

/**
 * "The duties scheduled to be imposed on Monday are suspended", "an envoy, not allowed to speak, said": the verb over the participle
 * has no subject but the participle's.
 */
function freeUnder(tokens: Tokens, past: number, from: number): boolean {
  const { head, dep, tag, form } = tokens
  const verb = head[past]!
  const opens = /^(?:not|never)$/.test(tokens.lower[past - 1] ?? '') ? past - 2 : past - 1
  const isAside = dep[past] === 'ccomp' && form[opens] === ',' && form[verb - 1] === ','
  if (
    !(dep[past] === 'advcl' || isAside) ||
    !(tag[past] === 'VBN' || (isAside && ASKED.test(tokens.lower[past + 1]!))) ||
    verb < past ||
    hasAux(tokens, from - 1, past)
  )
    return false
  if (!/^VB[DNPZ]$/.test(tag[verb]!) || (tag[verb] === 'VBN' && !hasAux(tokens, past, verb))) return false
  let subject = -1
  // "The round failed over this, said an envoy": he says it.
  for (let at = verb + 1; isAside && at < verb + SUBJECT_WITHIN; at++)
    if (head[at] === verb && dep[at]?.startsWith('nsubj')) return false
  for (let at = from; at < verb; at++) {
    if (head[at] === verb && dep[at]!.startsWith('nsubj')) return false
    if (head[at] === past && dep[at]!.startsWith('nsubj') && at < past) subject = at
  }
  if (subject < 0) return false
  head[subject] = verb
  dep[subject] = isPassive(tokens, past, verb) ? 'nsubj:pass' : 'nsubj'
  head[past] = subject
  dep[past] = 'acl'
  tag[past] = 'VBN'
  return true
}

/** "The envoy, asked about it,": what follows a participle that looks like a past. */
const ASKED = /^(?:about|by|whether|why|how)$/

/** Tokens behind a verb of speech in which its subject stands. */
const SUBJECT_WITHIN = 10

/** "The duties Peru imposed": the noun before whoever acts, which the clause is about; −1 where there is none. */
function thingOfContact({ head, dep, tag, pos }: Tokens, past: number, subject: number): number {
  const thing = subject - 1
  if (thing < 1 || head[thing] !== subject || !/^(?:compound|amod|nmod:desc)$/.test(dep[thing]!)) return -1
  if (
    !/^NNS?$/.test(tag[thing]!) ||
    tag[past] !== 'VBD' ||
    (dep[subject - 2] !== 'det' && dep[subject - 2] !== 'compound')
  )
    return -1
  if (/^NNPS?$/.test(tag[subject]!)) return thing
  return tag[subject] === 'NNS' && pos[past + 1] !== ADP ? thing : -1
}

/** Makes the finite verb behind a participle the head of what the participle, or the noun before it, headed. */
function headBy(
  tokens: Tokens,
  past: number,
  subject: number,
  verb: number,
  { first, last }: { first: number; last: number },
): void {
  const { head, dep, tag } = tokens
  const old = dep[past]!.startsWith('acl') && head[past] === subject ? subject : past
  for (let at = first; at < last; at++) {
    if (head[at] !== old || at === verb || at === subject || at === past) continue
    if (at > verb || (old === past && at < subject) || dep[at] === 'punct') head[at] = verb
  }
  for (let at = verb + 1; at < last; at++)
    if (head[at]! < verb && head[at]! > past && dep[at]!.startsWith('obl')) head[at] = verb
  for (let at = past + 1; at < verb; at++)
    if (head[at] === verb && !dep[at]!.startsWith('aux') && dep[at] !== 'cop') head[at] = head[verb]!
  head[verb] = head[old]!
  dep[verb] = dep[old]!
  head[subject] = verb
  dep[subject] = isPassive(tokens, past, verb) ? 'nsubj:pass' : 'nsubj'
  if (!hasAux(tokens, past, verb)) {
    if (tag[verb] === 'VB') tag[verb] = 'VBP'
    if (tag[verb] === 'VBN') tag[verb] = 'VBD'
  }
}

/** "Duties announced on Monday take effect": a day that was taken for a part of the verb right behind it is a time of the verb before. */
function freeDays(draft: Draft): void {
  const { tokens, times, sents } = draft
  const { head, dep, tag, pos, sent } = tokens
  for (const time of times) {
    const day = headOf(draft, time)
    const next = time.last
    const verb = next < tokens.count && dep[next]!.startsWith('aux') ? head[next]! : next
    if (verb < next || verb >= tokens.count || sent[verb] !== sent[day]) continue
    const isVerb = pos[verb] === VERB && /^VB[PDNZ]?$/.test(tag[verb]!)
    const isNoun = tag[verb] === 'NN' && /^(?:DT|CD|PRP\$)$/.test(tag[verb + 1] ?? '')
    const isSubject = isVerb && dep[day]!.startsWith('nsubj') && isAdposition(tokens, time.first - 1, verb)
    if (!(isVerb || isNoun) || head[day] !== verb || !(isSubject || dep[day] === 'compound')) continue
    let above = head[verb]!
    while (above >= 0 && above > time.first) above = head[above]!
    if (above < 0 || !/^VB[ND]$/.test(tag[above]!)) continue
    head[day] = above
    dep[day] = 'obl'
    for (let at = above + 1; at < time.first; at++)
      if (head[at] === verb && /^(?:case|mark)$/.test(dep[at]!)) {
        head[at] = day
        dep[at] = 'case'
      }
    if (isNoun) {
      tag[verb] = 'VBP'
      pos[verb] = VERB
    }
    head[verb] = above
    dep[verb] = 'advcl'
    for (let at = verb + 1; at < tokens.count && sent[at] === sent[verb]; at++)
      if (head[at] === above && /^(?:obj|obl)/.test(dep[at]!)) head[at] = verb
    const noun = dep[above]!.startsWith('acl') ? head[above]! : -1
    if (noun >= 0 && CLAUSE.test(dep[noun]!) && NOUNS.has(pos[noun]!))
      headBy(tokens, above, noun, verb, reachOf(sents[sent[verb]!]!, above))
  }
}

const isAdposition = ({ head, dep }: Tokens, token: number, verb: number): boolean =>
  head[token] === verb && /^(?:case|mark)$/.test(dep[token]!)

/** The subject of a past verb that stands right before it, where the verb has neither an auxiliary nor an object; else −1. */
function subjectBefore({ head, dep, tag }: Tokens, past: number, first: number, last: number): number {
  let subject = -1
  for (let at = first; at < last; at++) {
    if (head[at] !== past) continue
    if (/^(aux|cop)/.test(dep[at]!) || (tag[past] === 'VBD' && /^(?:i?obj|expl)/.test(dep[at]!))) return -1
    if (at < past && dep[at]!.startsWith('nsubj')) subject = at
  }
  if (subject < 0) return -1
  for (let at = subject + 1; at < past; at++) if (dep[at] === 'punct') return -1
  return subject
}

/**
 * The first finite verb behind a participle, where it hangs under it, has no subject of its own and nothing between opens
 * a clause; else −1.
 */
function finiteBehind(tokens: Tokens, past: number, subject: number, last: number): number {
  const { head, dep, tag, pos, lower } = tokens
  for (let at = past + 1; at < last; at++) {
    if (OPENS.test(tag[at]!) || JOINING.has(lower[at]!)) return -1
    if (dep[at] === 'punct' && !/^[-()%]$/.test(lower[at]!)) return -1
    // "Needed to run its mines": what it is needed for.
    if (tag[at] === 'VB' && lower[at - 1] === 'to') continue
    const isPlain = tag[at] === 'VB' && !dep[at]!.startsWith('aux') && !hasAux(tokens, past, at)
    if (!FINITE.test(tag[at]!) && !isPlain && !(ONLY_PAST.has(lower[at]!) && pos[at] === VERB)) continue
    // "Agreed in May and prolonged in August": a second participle.
    if (tag[at] === 'VBD' && /^(?:and|or)$/.test(lower[at - 1]!)) continue
    const verb = dep[at]!.startsWith('aux') || dep[at] === 'cop' ? head[at]! : at
    if (verb < at || !UNDER.test(dep[verb]!) || !isUnder(tokens, verb, past)) return -1
    if (subjectOf(tokens, past, verb) >= 0 || isMarked(tokens, past, at, verb)) return -1
    if (opensClause(tokens, past, at)) return -1
    if (verb !== at || /^VB[ZP]$/.test(tag[verb]!)) return mayBeParticiple(tokens, past) ? verb : -1
    if (pos[verb] !== VERB) return -1
    const isMany = lower[subject]!.endsWith('s') || tag[subject]!.endsWith('S')
    if (isPlain) return isMany && (dep[verb] !== 'xcomp' || lower[past + 1] === 'by') ? verb : -1
    const isPast = ONLY_PAST.has(lower[verb]!) || lower[verb + 1] !== 'by'
    return isPast && mayBeParticiple(tokens, past) ? verb : -1
  }
  return -1
}

const FINITE = /^(?:MD|VB[DPZ])$/
/** Tags of words that open a clause or stand for its subject. */
const OPENS = /^(?:EX|PRP|W(?:DT|P|P\$|RB)|``|''|:)$/

/** "Resumed after a session was called off": what such a word stands before is the subject of the next verb, unless it is a day. */
function opensClause({ head, dep, lower, tag }: Tokens, past: number, verb: number): boolean {
  for (let at = past + 1; at < verb; at++) {
    if (!/^(?:after|before|since|until|as|while|when|because|if|once)$/.test(lower[at]!)) continue
    const noun = dep[at] === 'case' ? head[at]! : at + 1
    if (!DAY_NAME.test(lower[noun]!) && lower[noun] !== 'then' && tag[noun] !== 'CD') return true
  }
  return false
}

const UNDER = /^(?:obl|nmod|conj|parataxis|dep|appos|advcl|xcomp|ccomp)/

/** Words that join a clause to what stands before it. */
const JOINING: ReadonlySet<string> = new Set(
  'but nor that which who whom whose what if whether when while where because although though unless than'.split(
    ' ',
  ),
)

/** Pasts that are no participles. */
const ONLY_PAST: ReadonlySet<string> = new Set(
  'arose ate became began blew broke chose came did drank drew drove fell flew froze gave grew hid knew lay ran rang rode rose sang sank saw shook shrank spoke sprang stole swam swore threw took tore went woke wore wrote'.split(
    ' ',
  ),
)

/** Verbs that take no object, so that their past is told of their subject. */
const NO_OBJECT: ReadonlySet<string> = new Set(
  'apologise argue believe claim hope say think warn apologize appear arrive collapse compete complain depart die disagree disappear emerge end exist expire fail happen hesitate insist last leave lie listen live look matter meet object occur pause persist react remain resign resume retire return seem sit sleep stall stand stay step stop talk travel vanish vote wait walk work worry yield'.split(
    ' ',
  ),
)

/** Whether a past may be a participle: one that was tagged so, or takes an object and has none behind it. */
const mayBeParticiple = ({ tag, lower, lemma }: Tokens, past: number): boolean =>
  tag[past] === 'VBN' ||
  lower[past + 1] === 'by' ||
  (!NO_OBJECT.has(lemma[past]!) &&
    (tag[past + 1] === 'IN' ||
      DAY_NAME.test(lower[past + 1]!) ||
      /^(?:last|this|next|early|late)$/.test(lower[past + 1]!)))

/** Whether a token hangs on another, directly or through nouns. */
function isUnder({ head }: Tokens, token: number, top: number): boolean {
  let at = head[token]!
  for (let steps = 0; at > top && steps < 20; steps++) at = head[at]!
  return at === top
}

/** Whether a word between a participle and a verb's first word joins the verb to what stands before. */
const isMarked = ({ head, dep }: Tokens, after: number, start: number, verb: number): boolean => {
  for (let at = after + 1; at < start; at++)
    if (head[at] === verb && /^(?:mark|case|cc|obj)$/.test(dep[at]!)) return true
  return false
}

function auxOf({ head, dep }: Tokens, after: number, verb: number): number {
  for (let at = after + 1; at < verb; at++) if (head[at] === verb && /^(?:aux|cop)/.test(dep[at]!)) return at
  return -1
}

const hasAux = (tokens: Tokens, after: number, verb: number): boolean => auxOf(tokens, after, verb) >= 0

function isPassive({ head, dep }: Tokens, after: number, verb: number): boolean {
  for (let at = after + 1; at < verb; at++) if (head[at] === verb && dep[at] === 'aux:pass') return true
  return false
}
