// In: a draft with tags and names. Out: tags that agree with the names: the words of a person's name are proper nouns; words for talks that are no verbs are nouns, and so are those written with a hyphen or without.
import { type Name, type NameType, UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'

const PROPN = UPOS.indexOf('PROPN')
const PUNCT = UPOS.indexOf('PUNCT')
const ADP = UPOS.indexOf('ADP')
const DET = UPOS.indexOf('DET')
const CCONJ = UPOS.indexOf('CCONJ')
const PART = UPOS.indexOf('PART')
const SCONJ = UPOS.indexOf('SCONJ')

/** Types whose words are all proper nouns; laws, goods and events hold common words. */
const PROPER: ReadonlySet<NameType> = new Set<NameType>([
  'person',
  'place',
  'outlet',
  'product',
  'organisation',
])
const KEEPS: ReadonlySet<number> = new Set([PUNCT, ADP, DET, CCONJ, PART])

/** A name is found by more than its tags ("He" as a surname), so the tags give way to it before the parser reads them. */
export function retagNames(draft: Draft): void {
  const { tokens } = draft
  for (const name of draft.names) {
    if (!PROPER.has(name.type) && !isState(name)) continue
    for (let at = name.first; at < name.last; at++) {
      const form = tokens.form[at]!
      if (KEEPS.has(tokens.pos[at]!) || form === form.toLowerCase()) continue
      tokens.pos[at] = PROPN
      if (!tokens.tag[at]!.startsWith('NNP')) tokens.tag[at] = 'NNP'
      tokens.lemma[at] = form
    }
    if (name.type === 'person') retagTitle(draft, name.first)
  }
}

/** A state as a government has the id of a state; ministries hold common words. */
const isState = (name: Name) =>
  name.type === 'government' && !name.id.includes(':') && name.last > name.first + 1

/** The capitalised words of a title right before a person ("Vice Premier") are proper nouns too. */
function retagTitle(draft: Draft, first: number): void {
  const { tokens } = draft
  const sentence = tokens.sent[first]
  for (let at = first - 1; at >= 0 && at >= first - 6 && tokens.sent[at] === sentence; at--) {
    const form = tokens.form[at]!
    if (!/^\p{Lu}\p{Ll}/u.test(form) || DEMONYM.has(tokens.tag[at]!)) return
    tokens.pos[at] = PROPN
    tokens.tag[at] = 'NNP'
    tokens.lemma[at] = form
  }
}

const DEMONYM: ReadonlySet<string> = new Set(['JJ', 'CD'])

const NOUN = UPOS.indexOf('NOUN')
const ADJ = UPOS.indexOf('ADJ')
const VERB = UPOS.indexOf('VERB')
const TO_BE: ReadonlySet<string> = new Set("am are be been being is was were 're 's 'm".split(' '))

/** Nouns that are written as one word or with a hyphen, which is three tokens. */
const JOINED: ReadonlySet<string> = new Set(
  'bailout buyout ceasefire handover lockout phaseout pullout rollback shutdown standoff takeover walkout'.split(
    ' ',
  ),
)

/** "Cease-fire": its last token is the noun, by the lemma of the word that is written in one. */
export function joinHyphened({ tokens }: Draft): void {
  for (let at = 2; at < tokens.count; at++) {
    if (tokens.tag[at - 1] !== 'HYPH') continue
    // "Across-the-board cuts": no preposition of what follows.
    if (tokens.tag[at - 2] === 'IN' && tokens.lower[at] === 'the') {
      for (const word of [at - 2, at]) {
        tokens.pos[word] = ADJ
        tokens.tag[word] = 'JJ'
      }
    }
    const word = tokens.lower[at - 2]! + tokens.lower[at]!
    const singular = word.endsWith('s') ? word.slice(0, -1) : word
    if (!JOINED.has(singular)) continue
    tokens.pos[at] = NOUN
    tokens.tag[at] = word === singular ? 'NN' : 'NNS'
    tokens.lemma[at] = singular
  }
}

/** "Weeks of bargaining between", "and bargaining opened", "the Lima round, postponed": nouns that a tagger takes for something else. */
export function retagTalks({ tokens }: Draft): void {
  for (let at = 1; at < tokens.count; at++) {
    const lower = tokens.lower[at]!
    if (lower !== 'bargaining' && lower !== 'round') continue
    if (!(lower === 'round' ? isRound(tokens, at) : isBargaining(tokens, at))) continue
    tokens.pos[at] = NOUN
    tokens.tag[at] = 'NN'
    tokens.lemma[at] = lower
  }
}

/** "The sanctions run until 3 May", "the ban on cod stays in force": no race and no visits, where a time or what lasts stands behind. */
export function retagLasting({ tokens }: Draft): void {
  const { lower, tag, pos, lemma, count } = tokens
  for (let at = 1; at + 2 < count; at++) {
    if (!/^(?:run|stay|remain)s?$/.test(lower[at]!) || !tag[at]!.startsWith('NN')) continue
    if (!/^(?:NN|NNS|NNPS?|,|RB|CD)$/.test(tag[at - 1]!)) continue
    const verb = lower[at]!.replace(/s$/, '')
    const isInForce = verb !== 'run' && lower[at + 1] === 'in' && IN_FORCE.test(lower[at + 2]!)
    const isUntil =
      verb === 'run' ? UNTIL.test(lower[at + 1]!) && OF_TIME.test(lower[at + 2]!) : lower[at + 1] === 'until'
    if (!isInForce && !isUntil) continue
    // "Let the pause run from July": not the verb of the clause.
    if (verb === 'run' && lower[at] === verb && !/^(?:NNPS?|NNS|,)$/.test(tag[at - 1]!)) continue
    pos[at] = VERB
    tag[at] = lower[at] === verb ? 'VBP' : 'VBZ'
    lemma[at] = verb
  }
}

const UNTIL = /^(?:until|till|through|to|from)$/
const IN_FORCE = /^(?:force|effect|place)$/

/** What a time begins with. */
const OF_TIME =
  /^(?:\d{1,4}|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?|late|early|mid\S*|next|\S+day)$/

/** "A Gulf official familiar with the plan", "a senior executive close to it": somebody, though the tagger takes the word for an adjective of what follows. */
export function retagVoices({ tokens }: Draft): void {
  const { lower, tag, pos, lemma, sent, count } = tokens
  for (let at = 1; at + 1 < count; at++) {
    if (tag[at] !== 'JJ' || !/^(?:official|executive|representative)$/.test(lower[at]!)) continue
    if (sent[at + 1] !== sent[at] || !BEHIND_VOICE.test(lower[at + 1]!)) continue
    let first = at
    while (first > 0 && sent[first - 1] === sent[at] && /^(?:JJ|NNP?|HYPH)$/.test(tag[first - 1]!)) first--
    if (tag[first - 1] !== 'DT' && lower[first - 1] !== 'one') continue
    pos[at] = NOUN
    tag[at] = 'NN'
    lemma[at] = lower[at]!
  }
}

/** What tells of somebody, and of no thing, behind the word that he is told by. */
const BEHIND_VOICE = /^(?:familiar|close|briefed|involved|knowledgeable|privy|aware|who|said|says|told)$/

/** No "is bargaining", "by bargaining hard", "bargaining the price". */
const isBargaining = ({ tag, lower }: Draft['tokens'], at: number): boolean =>
  tag[at] === 'VBG' &&
  !TO_BE.has(lower[at - 1]!) &&
  /^(?:CC|DT|JJ|NN|,)|^PRP\$|^IN$/.test(tag[at - 1]!) &&
  !/^(?:by|for|while|without)$/.test(lower[at - 1]!) &&
  /^(?:VB[DNZ]|IN|MD|[.,])$/.test(tag[at + 1] ?? '.')

/** "The Lima round, postponed": behind an article, with nothing that it could go round. */
const isRound = ({ tag, lower }: Draft['tokens'], at: number): boolean =>
  /^(?:RB|IN|RP)$/.test(tag[at]!) &&
  /^(?:NNP|JJ|DT)$/.test(tag[at - 1]!) &&
  (lower[at - 1] === 'the' || lower[at - 2] === 'the' || lower[at - 3] === 'the') &&
  /^(?:VB[DZP]|MD|IN|[.,])$/.test(tag[at + 1] ?? '.')

/** "Has cost the port $4 million", "fees amount to $900 a day": verbs before an amount that a tagger takes for nouns. */
export function retagAmounting({ tokens }: Draft): void {
  const { lower, tag } = tokens
  for (let at = 1; at < tokens.count; at++) {
    if (tag[at] !== 'NN') continue
    const before = tag[at - 1]!
    const isCost = lower[at] === 'cost' && /^(?:has|have|had|'ve|having)$/.test(lower[at - 1]!)
    const isAmount =
      lower[at] === 'amount' &&
      before === 'NNS' &&
      lower[at + 1] === 'to' &&
      /^(?:\$|CD|IN|RB|JJR)$/.test(tag[at + 2] ?? '')
    if (!isCost && !isAmount) continue
    tokens.pos[at] = VERB
    tokens.tag[at] = isCost ? 'VBN' : 'VBP'
    tokens.lemma[at] = lower[at]!
  }
}

/** "Where does the FSP stand?", "What does the pact cover?": behind who is asked of, the last word of such a question is its verb. */
export function retagAsked({ tokens, sents }: Draft): void {
  const { tag, pos, lower, lemma, form } = tokens
  for (const { first, last } of sents) {
    const verb = last - 2
    if (form[last - 1] !== '?' || verb < first + 3 || tag[verb] !== 'NN') continue
    if (!/^(?:where|what|how|when|why)$/.test(lower[first]!) || !/^(?:do|does|did)$/.test(lower[first + 1]!))
      continue
    let hasVerb = false
    for (let at = first + 2; at < verb; at++) if (/^VB/.test(tag[at]!)) hasVerb = true
    if (hasVerb || !/^NNP?S?$/.test(tag[verb - 1]!)) continue
    tag[verb] = 'VB'
    pos[verb] = VERB
    lemma[verb] = lower[verb]!
  }
}

/** Measures in the plural that are verbs too. */
const MEASURES = /^(?:bans|controls|curbs|levies|limits|probes|sanctions|tariffs|taxes)$/

/** "Said that tariffs on steel would be doubled", "imposed visa bans on two officials": behind them what they hit is told, so they are nouns. */
export function retagMeasures({ tokens }: Draft): void {
  const { lower, tag, pos, sent, count } = tokens
  for (let at = 1; at + 2 < count; at++) {
    if (tag[at] !== 'VBZ' || !MEASURES.test(lower[at]!) || sent[at + 2] !== sent[at]) continue
    // "Suspended for a year the export controls it announced".
    const isKind = /^(?:border|capital|export|import|price)$/.test(lower[at - 1]!)
    const isAimed = /^(?:on|against|into)$/.test(lower[at + 1]!) && !lower[at + 2]!.endsWith('day')
    if (!isAimed && !(isKind && /^(?:DT|PRP\$|POS|JJ|NNP?)$/.test(tag[at - 2] ?? ''))) continue
    pos[at] = NOUN
    tag[at] = 'NNS'
    if (lower[at - 1] !== 'that' || tag[at - 1] !== 'WDT') continue
    tag[at - 1] = 'IN'
    pos[at - 1] = SCONJ
  }
}
