// In: a pronoun. Out: the person, body, state or group it means, where one fits.
import type { Reference } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { personsToldOf } from '../quotations/told-of.ts'
import { PLANS } from '../trees/plan-nouns.ts'
import { isNotAmong, isSubjectOfRelative } from './clause-mates.ts'
import { isEmptyIt } from './empty-it.ts'
import { genderOf, type Mention, type Role, roleOf } from './mention.ts'
import type { Reading } from './reading.ts'
import { candidatesAt, type Place } from './salience.ts'
import {
  isNearPeople,
  lastSpeech,
  MENTIONS_NEAR,
  opensAnew,
  openWithTellers,
  subjectOfSaid,
} from './speech-before.ts'

interface PronounForm {
  readonly gender: 'm' | 'f' | 'n'
  readonly plural: boolean
  readonly possessive: boolean
  readonly reflexive: boolean
}

const form = (
  gender: 'm' | 'f' | 'n',
  plural = false,
  possessive = false,
  reflexive = false,
): PronounForm => ({ gender, plural, possessive, reflexive })

const PRONOUNS: ReadonlyMap<string, PronounForm> = new Map([
  ['he', form('m')],
  ['him', form('m')],
  ['his', form('m', false, true)],
  ['himself', form('m', false, false, true)],
  ['she', form('f')],
  ['her', form('f')],
  ['hers', form('f', false, true)],
  ['herself', form('f', false, false, true)],
  ['it', form('n')],
  ['its', form('n', false, true)],
  ['itself', form('n', false, false, true)],
  ['they', form('n', true)],
  ['them', form('n', true)],
  ['their', form('n', true, true)],
  ['theirs', form('n', true, true)],
  ['themselves', form('n', true, false, true)],
])

export function isPronoun(draft: Draft, token: number): boolean {
  const { lower, tag } = draft.tokens
  return PRONOUNS.has(lower[token]!) && (tag[token] === '' || /^PRP/.test(tag[token]!))
}

/** Speech goes on from the speaker before: what that is worth, and what any other speaker is. */
const SAME_SPEAKER = 130
const A_SPEAKER = 40
/** What the one who says or thinks it is worth to the subject of what is said ("X told Y that he …"). */
const WHO_TELLS = 150
/** What "they" and "it" do only as persons or bodies. */
const MINDS = new Set(
  'want need try meet ask like love hate send urge refuse reject intend approve vote sign accept oppose support withdraw retaliate negotiate'.split(
    ' ',
  ),
)
/** Things that tell. */
const DOCUMENTS =
  /^(?:report|statement|study|paper|document|survey|poll|letter|memo|note|release|message|filing|ruling|order|bill|law|text|draft|agreement|treaty|resolution|article)$/
/** How much what "they" and "it" mean must stand out. */
const LEAST = 40
/** How far the first candidate for "it" stands before the second. */
const SURE = 1.15
/** What a possessive or reflexive in the clause of its subject is worth. */
const OWN_SUBJECT = 90

export function pronounReference(reading: Reading, token: number): Reference | undefined {
  const { draft, mentions } = reading
  const { lower, tag, sent, start, end } = draft.tokens
  const word = lower[token]!
  const given = PRONOUNS.get(word)!
  const possessive = given.possessive || tag[token] === 'PRP$'
  if (given.gender === 'n' && !given.plural && !possessive && isEmptyIt(draft, token)) return undefined
  if (given.reflexive && /^NNP?S?$/.test(tag[token - 1] ?? '')) return emphasised(reading, token)
  const role: Role = possessive ? 'possessor' : roleOf(draft, token, token + 1)
  const place: Place = { token, sent: sent[token]!, role, quote: reading.quote[token]! }
  const clause = clauseOf(draft, token)
  const subject = clause < 0 ? -1 : subjectOf(reading, clause)
  const own = possessive || given.reflexive ? subject : pastWho(draft, clause, subject)
  const speaks = reading.sourceOf[token]! >= 0
  const tellers = speaks && given.plural && openWithTellers(reading, place)
  const said = speaks && given.gender === 'n' && !tellers ? subjectOfSaid(reading, token) : -1
  // "Ann Berg said her party would leave": the party is no person that "her" could be of.
  const ofThing = possessive && given.gender !== 'n' && !given.plural && !isPersonAt(reading, own)
  const byTeller = role === 'subject' || role === 'unknown' || ofThing
  const teller = said >= 0 ? said : byTeller ? tellerAt(reading, token, clause) : -1
  const bound = (possessive || given.reflexive) && !(ofThing && teller >= 0) ? own : teller
  const barred = possessive
    ? apposedTo(reading, token)
    : given.reflexive
      ? undefined
      : doerOf(reading, token, own)
  const minds =
    (role === 'subject' || speaks) &&
    clause >= 0 &&
    (MINDS.has(draft.tokens.lemma[clause]!) ||
      // "A driver would, it says, earn less".
      isParenthesis(draft, token) ||
      (reading.roleWords.tells.has(draft.tokens.lemma[clause]!) && tellsClause(reading, token, clause)))
  const topic = minds && given.gender === 'n' ? topicBefore(reading, token) : undefined
  // "They met again": nobody meets alone.
  const together = given.plural && role === 'subject' && clause >= 0 && meetsAlone(draft, clause)
  const spoken = speaks && given.gender !== 'n' ? draft.quotations[reading.sourceOf[token]!] : undefined
  const toldOf = spoken && personsToldOf(draft, spoken)
  const people = given.plural && mentions.slice(-MENTIONS_NEAR).some((one) => isNearPeople(one, place.sent))
  const candidates = candidatesAt(
    mentions,
    place,
    (mention) =>
      mention.id !== barred &&
      !toldOf?.has(mention.id) &&
      !(tellers && mention.sent === place.sent) &&
      (mention.plural || !together) &&
      fits(
        reading,
        mention,
        given,
        possessive,
        place,
        own,
        minds,
        !people && covers(mention, possessive ? own : teller),
      ),
    (mention) =>
      (mention === topic ? TOPIC : 0) +
      bonus(
        reading,
        mention,
        place,
        given,
        bound,
        speaks && !opensAnew(reading, token, given.gender) ? lastSpeech(reading, token) : -1,
      ),
    given.gender === 'n' || speaks ? 0.3 : 1,
  )
  if (given.gender === 'n' && (candidates[0]?.score ?? 0) < LEAST) return undefined
  const ahead = given.plural ? undefined : subjectAhead(reading, token, given.gender)
  if (ahead) return ahead === 'unknown' ? undefined : ahead
  let best = candidates[0]?.mention
  if (given.gender === 'm' || given.gender === 'f') {
    // A known gender beats an unknown one that stands out a little more.
    const sure = candidates.find((candidate) => candidate.mention.gender === given.gender)
    const isSurer = sure && best?.gender === 'u' && sure.score > candidates[0]!.score * 0.5
    if (isSurer && best && !(best.name >= 0 && covers(best, bound))) best = sure.mention
  }
  if (!best) return undefined
  // "Norway, Peru and Chile met. They left.": all of them.
  const one = best
  if (given.plural) best = candidates.find(({ mention }) => isAmong(one, mention))?.mention ?? best
  // "Berg and Reed met. He left.": of two that stand side by side neither is meant more.
  const other = candidates[1]
  if (!given.plural && other && best === candidates[0]?.mention && areJoined(mentions, best, other.mention)) {
    const told = candidates[0].score > other.score * SIDE_BY_SIDE
    if (!told && (given.gender === 'n' || best.gender === other.mention.gender)) return undefined
  }
  // A bare "it" means too many things to guess between two.
  if (word === 'it' && candidates[1] && candidates[1].score * SURE > candidates[0]!.score) return undefined
  if ((given.gender === 'm' || given.gender === 'f') && best.gender === 'u') {
    best.gender = given.gender
    reading.genders.set(best.id, given.gender)
  }
  return {
    start: start[token]!,
    end: end[token]!,
    first: token,
    last: token + 1,
    id: best.id,
    name: best.name,
    ...(best.name < 0 ? { antecedent: { start: start[best.first]!, end: end[best.last - 1]! } } : {}),
    kind: 'pronoun',
  }
}

/** "Ann Lee, who received her": of a relative clause whom it is about. */
const pastWho = ({ tokens: { tag, dep, head } }: Draft, clause: number, subject: number): number =>
  subject >= 0 && tag[subject]!.startsWith('W') && dep[clause] === 'acl:relcl' ? head[clause]! : subject

/** Between commas with a verb of its own: ", it says,". */
const isParenthesis = ({ tokens }: Draft, token: number): boolean =>
  tokens.form[token - 1] === ',' && tokens.form[token + 2] === ',' && /^VB[DZP]$/.test(tokens.tag[token + 1]!)

/** What a body is worth whose position or complaint the sentence before is about. */
const TOPIC = 90

/** "Bolivia's position has shifted. It says …": whose the subject of the sentence before is, where that is no body itself. */
function topicBefore({ draft, mentions }: Reading, token: number): Mention | undefined {
  const { sent, dep, head } = draft.tokens
  const near = mentions.slice(-MENTIONS_NEAR)
  return near.findLast((one) => {
    const noun = one.role === 'possessor' && one.sent === sent[token]! - 1 ? head[one.last - 1]! : -1
    if (noun < one.last || !dep[noun]!.startsWith('nsubj')) return false
    return !near.some((other) => covers(other, noun) && other.kind !== 'thing')
  })
}

/** "The president himself ended it": who stands right before, where he is told of by a mention. */
function emphasised({ draft, mentions }: Reading, token: number): Reference | undefined {
  const { start, end } = draft.tokens
  const meant = mentions.findLast(({ last }) => last === token)
  return (
    meant && {
      start: start[token]!,
      end: end[token]!,
      first: token,
      last: token + 1,
      id: meant.id,
      name: meant.name,
      ...(meant.name < 0 ? { antecedent: { start: start[meant.first]!, end: end[meant.last - 1]! } } : {}),
      kind: 'pronoun',
    }
  )
}

/** A verb of meeting that tells of no partner: "met with Peru", "met the deadline". */
function meetsAlone({ tokens }: Draft, verb: number): boolean {
  if (tokens.lemma[verb] !== 'meet') return false
  for (let at = verb + 1; at < Math.min(tokens.count, verb + 12); at++) {
    if (tokens.head[at] === verb && tokens.dep[at] === 'obj') return false
    if (tokens.lower[at] === 'with') return false
  }
  return true
}

/** Whether a verb has a clause, or words in marks, as what is said or thought; "they add weight" has neither. */
const tellsClause = ({ draft, sourceOf }: Reading, token: number, verb: number): boolean => {
  const { dep, head, count } = draft.tokens
  const quotation = draft.quotations[sourceOf[token]!]
  if (quotation && quotation.form !== 'indirect') return true
  for (let at = verb + 1; at < Math.min(count, verb + 40); at++)
    if (head[at] === verb && (dep[at] === 'ccomp' || dep[at] === 'xcomp')) return true
  return false
}

/** "Norway … it fined it": who does something does it to another (principle B). */
function doerOf({ draft, mentions }: Reading, token: number, own: number): string | undefined {
  if (own < 0 || !/^i?obj$/.test(draft.tokens.dep[token]!)) return undefined
  return mentions.findLast((mention) => covers(mention, own))?.id
}

/** "Norsk Stål, its main rival": what explains a name is not its own. */
function apposedTo({ draft, mentions }: Reading, token: number): string | undefined {
  const { head, dep } = draft.tokens
  const noun = head[token]!
  if (noun < 0 || dep[noun] !== 'appos' || head[noun]! < 0) return undefined
  return mentions.findLast((mention) => covers(mention, head[noun]!))?.id
}

/** "Angered by a levy that she had opposed, Ann Berg left": what opens a sentence without a subject has the one behind it. */
function subjectAhead(
  reading: Reading,
  token: number,
  gender: 'm' | 'f' | 'n',
): Reference | 'unknown' | undefined {
  const { draft, nameWords } = reading
  const { tag, sent, form, start, end } = draft.tokens
  const { first, last } = draft.sents[sent[token]!]!
  if (gender === 'n' || !/^VB[NG]$/.test(tag[first]!)) return undefined
  const at = draft.names.findIndex((name) => name.first > token)
  const name = draft.names[at]
  if (!name || name.last > last) return undefined
  const verb = tag[name.last] === 'RB' ? name.last + 1 : name.last
  if (form[name.first - 1] !== ',' || !/^(?:VB[DZP]|MD)$/.test(tag[verb] ?? '')) return undefined
  if (reading.mentions.slice(-MENTIONS_NEAR).some((one) => one.kind === 'person' && one.first >= first))
    return undefined
  // A surname that no list knows may be read as a body's.
  if (name.type !== 'person')
    return name.type === 'organisation' && name.last - name.first === 1 ? 'unknown' : undefined
  const known = genderOf(name.canonical, name.title, nameWords)
  if (known !== 'u' && known !== gender) return undefined
  return {
    start: start[token]!,
    end: end[token]!,
    first: token,
    last: token + 1,
    id: name.id,
    name: at,
    kind: 'pronoun',
  }
}

/** What one of two joined names must be worth more than the other. */
const SIDE_BY_SIDE = 1.3

const isAmong = ({ first, last }: Mention, group: Mention): boolean =>
  group.plural && group.id.startsWith('group:') && group.first <= first && last <= group.last

/** True where a pair holds both mentions. */
const areJoined = (mentions: readonly Mention[], one: Mention, other: Mention): boolean =>
  mentions.slice(-MENTIONS_NEAR).some((group) => isAmong(one, group) && isAmong(other, group))

function fits(
  reading: Reading,
  mention: Mention,
  given: PronounForm,
  possessive: boolean,
  place: Place,
  own: number,
  minds: boolean,
  ofClause: boolean,
): boolean {
  if (mention.id === '' || mention.kind === 'event') return false
  const type = reading.draft.names[mention.name]?.type
  if (given.gender === 'm' || given.gender === 'f') {
    if (mention.kind !== 'person' || mention.plural) return false
    if (genderNow(reading, mention) !== 'u' && genderNow(reading, mention) !== given.gender) return false
  } else if (given.plural) {
    const body =
      (mention.kind === 'body' || mention.kind === 'state') &&
      mention.role !== 'modifier' &&
      type !== 'outlet' &&
      type !== 'place'
    if (
      minds
        ? !(body || (mention.plural && mention.kind !== 'thing'))
        : !(
            mention.plural ||
            (body && (mention.kind === 'body' || isPluralName(reading, mention) || ofClause))
          )
    )
      return false
  } else {
    if (mention.kind === 'person' || mention.plural || mention.role === 'modifier') return false
    if (type === 'outlet' && mention.role !== 'subject') return false
    if ((mention.kind === 'body' || mention.kind === 'state') && isWhatIsSaid(reading, place.token))
      return false
    if (minds && mention.kind === 'thing' && !DOCUMENTS.test(mention.called)) return false
    if (possessive && isOfFirms(reading, place.token) && isNoFirm(mention)) return false
  }
  if (isNotAmong(reading.draft, place.token, mention)) return false
  // Nobody is the object of his own doing but by a reflexive.
  if (!possessive && !given.reflexive && !/^(?:subject|unknown)$/.test(place.role) && covers(mention, own))
    return false
  // What is told of in a quotation does not speak it: "'A cut is near,' it wrote".
  const source = reading.sourceOf[place.token]!
  if (source >= 0 && mention.quote === source && mention.quote !== place.quote) return false
  // Who speaks does not speak of himself as "he".
  if (place.quote >= 0 && isSpeaker(reading, mention, place.quote)) return false
  return true
}

/** "Its chief executive", "its shareholders": a firm's. */
const isOfFirms = ({ draft: { tokens } }: Reading, token: number): boolean =>
  /^(?:ceo|cfo|executive|shareholder|subsidiary)$/.test(tokens.lemma[tokens.head[token]!] ?? '')
const isNoFirm = ({ kind, called }: Mention): boolean =>
  kind === 'state' ||
  /\b(?:workers|union|guild|brotherhood|federation|offer|proposal|counterproposal|statement|letter|report|plan|deal|strike)$/i.test(
    called,
  )

/** "Moscow denies it": a thing said or done, no party. */
const isWhatIsSaid = ({ draft }: Reading, token: number): boolean => {
  const { lower, dep, head, lemma } = draft.tokens
  return lower[token] === 'it' && dep[token] === 'obj' && OF_WORDS.has(lemma[head[token]!] ?? '')
}
const OF_WORDS: ReadonlySet<string> = new Set(
  'deny confirm dispute say know believe doubt mean do mind regret repeat explain admit'.split(' '),
)

const covers = ({ first, last }: Mention, token: number): boolean => first <= token && token < last

/** "The Faroe Islands said they would sign." */
const isPluralName = ({ draft }: Reading, { last }: Mention): boolean =>
  /^(?:islands|states|emirates|nations|netherlands|philippines|maldives|bahamas)$/.test(
    draft.tokens.lower[last - 1]!,
  )

const genderNow = (reading: Reading, mention: Mention) =>
  mention.gender === 'u' ? (reading.genders.get(mention.id) ?? 'u') : mention.gender

const isSpeaker = (reading: Reading, mention: Mention, quote: number): boolean =>
  reading.sourceOf[mention.first] === quote || (reading.speakers.get(quote)?.has(mention.id) ?? false)

/** What the subject of a relative clause is worth less than that of a sentence. */
const OF_RELATIVE = 40

const isPersonAt = ({ mentions }: Reading, token: number): boolean =>
  mentions.slice(-MENTIONS_NEAR).some((one) => one.kind === 'person' && covers(one, token))

/** What a thing is worth less than persons and bodies where "they" act. */
const THINGS_ACT = -70

function bonus(
  reading: Reading,
  mention: Mention,
  place: Place,
  given: PronounForm,
  own: number,
  speech: number,
): number {
  let sum = 0
  if (given.plural && mention.kind === 'thing') sum += place.role === 'subject' ? THINGS_ACT : THINGS_ACT / 2
  if (given.plural && mention.kind === 'body' && !mention.plural) sum -= 30
  // "Norway sued Chile over its refusal": Chile's.
  const isOver = given.possessive && reading.draft.tokens.lower[place.token - 1] === 'over'
  if (isOver && mention.last === place.token - 1) sum += WHO_TELLS
  else if (covers(mention, own)) sum += place.role === 'subject' ? WHO_TELLS : OWN_SUBJECT
  // "A person close to the employers said", "an aide to General Lee said": not they, nor he.
  const isBeside = /^(?:to|with)$/.test(reading.draft.tokens.lower[beginOf(reading, mention) - 1] ?? '')
  const isApposed = reading.draft.tokens.dep[mention.last - 1] === 'appos'
  if (given.gender !== 'n' && isSubjectOfRelative(reading.draft, mention)) sum -= OF_RELATIVE
  const isIn = mention.name < 0 && given.gender !== 'n' && (mention.role === 'modifier' || isApposed)
  if (speech >= 0 && reading.sourceOf[mention.first]! >= 0 && !isBeside && !isIn)
    sum += reading.sourceOf[mention.first] === speech ? SAME_SPEAKER : A_SPEAKER
  return sum
}

/** Where a mention begins with the title before it. */
function beginOf({ draft }: Reading, { first, name }: Mention): number {
  const words = draft.names[name]?.title?.toLowerCase().split(' ') ?? []
  const begin = first - words.length
  return words.every((word, n) => draft.tokens.lower[begin + n] === word) ? begin : first
}

/** Who says what a pronoun stands in: by the tree, else by the verb right before it. */
function tellerAt(reading: Reading, token: number, clause: number): number {
  const teller = clause < 0 ? -1 : tellerOf(reading, clause)
  if (teller >= 0) return teller
  const { lemma, lower, sent, tag } = reading.draft.tokens
  const verb = lower[token - 1] === 'that' ? token - 2 : token - 1
  if (verb < 0 || sent[verb] !== sent[token] || !tag[verb]!.startsWith('VB')) return -1
  if (!reading.roleWords.tells.has(lemma[verb]!)) return -1
  const subject = subjectOf(reading, verb)
  if (subject >= 0) return subject
  return (
    reading.mentions.slice(-12).find((mention) => mention.sent === sent[token] && mention.kind === 'person')
      ?.first ?? -1
  )
}

/** The subject of the verb that a clause is told by, or −1. */
function tellerOf(reading: Reading, verb: number): number {
  const { head, dep } = reading.draft.tokens
  let at = verb
  for (let step = 0; step < 3; step++) {
    const up = head[at]!
    if (up < 0) return -1
    if (dep[at] === 'ccomp') return subjectOf(reading, up)
    if (dep[at] !== 'conj' && dep[at] !== 'xcomp') return -1
    at = up
  }
  return -1
}

/** The verb whose clause a token stands in, or −1. */
function clauseOf(draft: Draft, token: number): number {
  const { head, pos, dep } = draft.tokens
  let at = head[token]!
  for (let step = 0; at >= 0 && step < 12; step++) {
    // 16 is VERB, 4 AUX in UPOS.
    if (pos[at] === 16 || dep[at] === 'root') return at
    at = head[at]!
  }
  return -1
}

/** The head of a verb's subject; a verb joined on or without its own has that of the verb it hangs on. */
function subjectOf(reading: Reading, verb: number): number {
  const { head, dep } = reading.draft.tokens
  let at = verb
  for (let step = 0; step < 4 && at >= 0; step++) {
    if (reading.subject[at]! >= 0) return reading.subject[at]!
    if (dep[at] === 'acl') return plannerOf(reading.draft, at)
    if (!/^(?:conj|xcomp|advcl)/.test(dep[at]!)) return -1
    at = head[at]!
  }
  return -1
}

/** "Norway's move to double its duty", "the decision of Norway to raise it": whose plan the infinitive is, or −1. */
function plannerOf({ tokens }: Draft, verb: number): number {
  const { head, dep, lemma, tag } = tokens
  const plan = head[verb]!
  if (tag[verb] !== 'VB' || !PLANS.has(lemma[plan]!)) return -1
  for (let at = verb - 1; at >= 0 && at > verb - OWNER_WITHIN; at--)
    if (head[at] === plan && /^nmod(?::poss)?$/.test(dep[at]!)) return at
  return -1
}

/** Tokens before an infinitive in which whose plan it is stands. */
const OWNER_WITHIN = 10
