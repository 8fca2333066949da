// In: a tagged draft with names. Out: sentences that read as a string of nouns have a verb where number and tagger allow one.

import { type Sentence, UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { lemmaOf } from '../reader/lemmas.ts'
import type { Models } from '../reader/models.ts'
import { DAY_NAME } from './day-names.ts'

const VERB = UPOS.indexOf('VERB')
const FINITE = /^(VBD|VBP|VBZ|MD)$/
const PLURAL = /^NNP?S$/
const SINGULAR = /^NNP?$/
/** Words of a noun phrase. */
const PHRASE = /^(DT|JJ|NNP?S?|PRP\$?|CD|POS)$/
const MAY_BE_VERB = /^(NN|NNS|VB|VBN)$/

/** Log odds that a tag may have against it: less in a sentence with a full stop, which has a verb in nearly all cases. */
const IN_SENTENCE = -8.8
const IN_HEADLINE = -11
const BEHIND_RELATIVE = -6
const IN_CLAUSE = -8.8
const IN_CONTENT = -2.5
const AS_PAST = -6
const BEFORE_THAT = -11

/** Behind a day or year a plain form behind it, where a verb is missing, is no word of its phrase ("levied since May stay in place"). */
const BEHIND_DAY = 9

const CLAUSE = /^(as|while|if|because|when|once|unless|although|though|after|before|until|since)$/

/** Verbs with a content: what may follow is a clause with a verb of its own. */
const TAKES_CONTENT =
  /^(say|fear|hope|warn|doubt|claim|think|believe|predict|insist|vow|deny|confirm|find|show)$/

/**
 * "Hungary blocks EU aid package", "Companies that ship copper face new duties": where a sentence has fewer finite verbs
 * than it has to, the likeliest of its words that agrees in number with a noun before it is one.
 */
export function findHiddenVerbs(draft: Draft, models: Models): void {
  for (const sentence of draft.sents) {
    findBehindRelatives(draft, models, sentence)
    findInClauses(draft, models, sentence)
    findPasts(draft, sentence)
    findAfterNames(draft, models, sentence)
    findOfSentence(draft, models, sentence)
  }
}

/** "companies that ship copper". */
function findBehindRelatives(draft: Draft, models: Models, { first, last }: Sentence): void {
  const { tag } = draft.tokens
  for (let at = first + 2; at < last; at++) {
    if (!/^W(DT|P)$/.test(tag[at - 1]!) || !/^NNP?S?$/.test(tag[at - 2]!) || !/^(NN|NNS)$/.test(tag[at]!))
      continue
    if (/^(MD|VB[DPZ])$/.test(tag[at + 1] ?? '')) continue
    if (
      marginOf(draft, at) > BEHIND_RELATIVE &&
      agrees(draft, at, at - 2) &&
      hasVerbForms(draft.tokens, at, models)
    )
      make(draft, models, at)
  }
}

/** Verbs whose participle may have an object ("a firm named Lund", "workers paid a bonus"). */
const TWO_OBJECTS =
  /^(call|name|dub|deem|label|consider|make|elect|appoint|give|offer|show|pay|teach|tell|ask|send|grant|award|sell|lend|owe|deny|promise|allow|cost|charge|fine|know|set|put|cut)$/

/** "said the ministry needed time": a participle with an object, behind a noun that a verb of saying stands before, is a past. */
function findPasts(draft: Draft, { first, last }: Sentence): void {
  const { tag, lemma, pos } = draft.tokens
  for (let at = first + 2; at + 1 < last; at++) {
    if (tag[at] !== 'VBN' || !/^(NNP?S?|DT|CD|PRP\$?)$/.test(tag[at + 1]!) || TWO_OBJECTS.test(lemma[at]!))
      continue
    let cue = at - 1
    while (cue > first && PHRASE.test(tag[cue]!)) cue--
    if (cue === at - 1 || !FINITE.test(tag[cue]!) || !TAKES_CONTENT.test(lemma[cue]!)) continue
    if (!/^(NN|PRP$)/.test(tag[at - 1]!) || marginOf(draft, at) < AS_PAST) continue
    tag[at] = 'VBD'
    pos[at] = VERB
  }
}

/** "after Norway imposed duties": a participle or adjective in "-ed" right behind such a word and a name is a past. */
function findAfterNames(draft: Draft, models: Models, { first, last }: Sentence): void {
  const { tag, lower, lemma, form, pos } = draft.tokens
  for (let mark = first; mark + 3 < last; mark++) {
    if (!CLAUSE.test(lower[mark]!)) continue
    let at = mark + 1
    if (tag[at] === 'DT') at++
    const name = at
    while (at < last && /^NNPS?$/.test(tag[at]!)) at++
    if (at === name || !/^(VBN|JJ)$/.test(tag[at] ?? '') || !/(?:[^e]|re)ed$/.test(lower[at]!)) continue
    if (!/^(DT|NNP?S?|CD|PRP\$?)$/.test(tag[at + 1] ?? '')) continue
    tag[at] = 'VBD'
    pos[at] = VERB
    lemma[at] = lemmaOf(form[at]!, lower[at]!, 'VBD', models.lemmas, models.vocabulary)
  }
}

/** "as OPEC cuts output", "while pilots strike": behind the noun phrase that follows such a word. */
function findInClauses(draft: Draft, models: Models, { first, last }: Sentence): void {
  const { tag, lower, form } = draft.tokens
  for (let mark = first + 1; mark < last; mark++) {
    if (!/^(as|while|if|because|when|once|unless|although|though)$/.test(lower[mark]!)) continue
    let end = mark + 1
    while (end < last && !FINITE.test(tag[end]!) && !/^[,.;:]$/.test(lower[end]!)) end++
    if (end < last && FINITE.test(tag[end]!)) continue
    for (let at = mark + 2; at < end && PHRASE.test(tag[at]!); at++) {
      if (!/^(NN|NNS)$/.test(tag[at]!) || form[at] !== lower[at] || marginOf(draft, at) < IN_CLAUSE) continue
      if (!/^NN/.test(tag[at - 1]!) || !agrees(draft, at, at - 1) || !hasVerbForms(draft.tokens, at, models))
        continue
      make(draft, models, at)
      break
    }
  }
}

function findOfSentence(draft: Draft, models: Models, { first, last }: Sentence): void {
  const { tag, form, lower, lemma } = draft.tokens
  if (form[last - 1] === '?') return
  let needed = 1
  let found = 0
  let from = first + 1
  let end = last
  const stops = /^[.!]$/.test(form[last - 1]!)
  let most = stops ? IN_SENTENCE : IN_HEADLINE
  let clause = false
  let teller = -1
  for (let at = first; at < last; at++) {
    // "Observers caution that talks are slow": the verb behind "that" is not the sentence's own either.
    if (/^W(DT|P)$/.test(tag[at]!) && form[at] === lower[at]) needed++
    else if (lower[at] === 'that' && tag[at] === 'IN' && at > first + 1 && mayTell(draft, models, at - 1)) {
      needed++
      teller = at - 1
    } else if (lower[at] === 'that' && found === 0 && /^NN/.test(tag[at - 1] ?? '')) needed++
    clause = (at > first && CLAUSE.test(lower[at]!)) || (clause && lower[at] !== ',')
    if (!FINITE.test(tag[at]!)) continue
    // A verb of a clause with "as", one joined to the verb that is looked for, one of who says it all.
    const joined = found === 0 && /^(and|but)$/.test(lower[at - 1]!)
    const comma = found === 0 && at >= last - 2 ? commaBefore(lower, first + 2, at) : -1
    const told = comma >= 0
    if (told) end = comma
    if (joined) end = at - 1
    if (!clause && !joined && !told) found++
    if (found === 1 && needed === 1 && TAKES_CONTENT.test(lemma[at]!) && tag[at + 1] !== ',') from = at + 2
    else from = first + 1
  }
  // "Sources say talks end without deal": a second verb only where the tagger all but takes it.
  const inContent = found === needed && from > first + 1
  if (found >= needed && !inContent) return
  if (inContent) most = IN_CONTENT
  let best = -1
  for (let at = from; at < end; at++) {
    if (inContent && !PHRASE.test(tag[at - 1]!)) break
    const margin =
      marginOf(draft, at) + (needed > 1 && stops && DAY_NAME.test(lower[at - 1]!) ? BEHIND_DAY : 0)
    if (
      margin <= (at === teller ? Math.min(most, BEFORE_THAT) : most) ||
      !MAY_BE_VERB.test(tag[at]!) ||
      form[at] !== lower[at]
    )
      continue
    // "demands of Peru", "home runs, steel duties"
    if (/s$/.test(lower[at]!) && (lower[at + 1] === 'of' || (lower[at + 1] === ',' && at + 1 < end))) continue
    const past = tag[at] === 'VBN'
    if (!past && !hasVerbForms(draft.tokens, at, models)) continue
    if (
      past &&
      (!stops || !/^(NN|CD|,)/.test(tag[at - 1]!) || /^by$/.test(lower[at + 1]!) || lower[at + 2] === 'by')
    )
      continue
    const subject = subjectBefore(draft, first, at)
    const agreed = agrees(draft, at, subject) || isOfPlural(draft, first, at)
    if (subject < 0 || !(past || isPast(draft, models, at) || agreed)) continue
    best = at
    most = margin
  }
  if (best >= 0) make(draft, models, best)
}

/** True of "caution" in "Observers caution that": a noun by its tag that agrees with the noun before it. */
const mayTell = (draft: Draft, models: Models, at: number): boolean =>
  /^(NN|NNS)$/.test(draft.tokens.tag[at]!) &&
  /^NN/.test(draft.tokens.tag[at - 1]!) &&
  agrees(draft, at, at - 1) &&
  hasVerbForms(draft.tokens, at, models)

/** The comma of ", the envoy says", four words back at most; −1 where there is none. */
function commaBefore(lower: readonly string[], from: number, at: number): number {
  for (let comma = at - 1; comma >= from && comma >= at - 4; comma--) if (lower[comma] === ',') return comma
  return -1
}

/** The noun right before a word; past a participle or a relative clause the first one of the sentence. */
function subjectBefore({ tokens }: Draft, first: number, at: number): number {
  const { tag, lower } = tokens
  // "The tariffs, according to the ministry, raise prices."
  if (lower[at - 1] === ',') {
    let comma = at - 2
    while (comma > first && lower[comma] !== ',') comma--
    return comma > first && /^NN/.test(tag[comma - 1]!) && /^(VBG|WDT|WP)$/.test(tag[comma + 1]!)
      ? comma - 1
      : -1
  }
  let before = at - 1
  while (before > first && tag[before] === 'RB') before--
  // "The dam that Ethiopia built worries Egypt."
  const clause = /^VB[DN]$/.test(tag[before]!)
  if (!clause && !/^(NNP?S?|JJ|CD)$/.test(tag[before]!)) return -1
  let noun = -1
  for (let k = first; k < before; k++) {
    if (noun < 0 && /^NNP?S?$/.test(tag[k]!) && !/^NNP?S?$/.test(tag[k + 1]!)) noun = k
    if (noun >= 0 && k > noun && (/^(WDT|WP|VBN|VBG)$/.test(tag[k]!) || lower[k] === 'that')) return noun
  }
  return clause ? -1 : before
}

/** "The ban hit growers": a plain form that the tagger would have for a past. */
const isPast = ({ words, tokens }: Draft, { reader }: Models, at: number): boolean =>
  tokens.tag[at] === 'NN' && reader.penn[words!.finite.tag[at]! - 1] === 'VBD'

/** A form in "s" with a singular, a plain form with a plural or with two names. */
function agrees({ tokens }: Draft, verb: number, subject: number): boolean {
  const { tag, lower } = tokens
  if (/[^s]s$/.test(lower[verb]!)) return SINGULAR.test(tag[subject]!) && !isJoined(tokens, subject)
  return PLURAL.test(tag[subject]!) || isJoined(tokens, subject)
}

/** "Duties on tin and lead stay in place": a word that the tagger has for a verb's plain form, with a plural anywhere before it. */
function isOfPlural({ tokens: { tag } }: Draft, first: number, verb: number): boolean {
  if (tag[verb] !== 'VB') return false
  for (let at = first; at < verb; at++) if (PLURAL.test(tag[at]!)) return true
  return false
}

/** The last of "Peru and Chile", "Peru, Chile": names joined right before it. */
function isJoined({ tag, lower }: Draft['tokens'], noun: number): boolean {
  let at = noun
  while (at >= 0 && tag[at] === 'NNP') at--
  return at < noun && /^(and|,)$/.test(lower[at] ?? '') && tag[at - 1] === 'NNP'
}

/** True where the vocabulary has the word with "-ing" or "-ed" too: "block" and "fund" are verbs, "tariff" and "voter" none. */
function hasVerbForms({ lower }: Draft['tokens'], at: number, { vocabulary }: Models): boolean {
  const word = lower[at]!
  const stems = word.endsWith('ies')
    ? [`${word.slice(0, -3)}y`]
    : /[^s]s$/.test(word)
      ? [word.slice(0, -1), word.slice(0, -2)]
      : [word]
  return stems.some((stem) => {
    const cut = stem.endsWith('e') ? stem.slice(0, -1) : stem
    return [`${cut}ing`, `${cut}ed`, `${cut}${cut.at(-1)}ing`].some((form) => vocabulary.id(form) !== 0)
  })
}

const marginOf = ({ words }: Draft, at: number): number => words?.finite.margin[at] ?? -Infinity

function make({ tokens, words }: Draft, { reader, lemmas, vocabulary }: Models, at: number): void {
  const penn = reader.penn[words!.finite.tag[at]! - 1]!
  tokens.tag[at] = penn
  tokens.pos[at] = VERB
  tokens.lemma[at] = lemmaOf(tokens.form[at]!, tokens.lower[at]!, penn, lemmas, vocabulary)
}
