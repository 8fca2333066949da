// In: a definite phrase ("the ministry", "the president", "the company"). Out: the name it stands for, where one fits.
import type { Name, Reference } from '../doc.ts'
import { isCapital } from '../names/found.ts'
import { isCalendar } from '../names/words.ts'
import { personsToldOf } from '../quotations/told-of.ts'
import { clauseMates } from './clause-mates.ts'
import {
  CALLED_WITHIN,
  governmentOfSentence,
  governmentOfTeller,
  isOfNobodyKnown,
  LATEST,
  onlyGovernment,
  stateOfTeller,
} from './governments.ts'
import type { Mention } from './mention.ts'
import { mentionOf, roleOf } from './mention.ts'
import { hasOffice } from './office-told.ts'
import type { NounPhrase } from './phrases.ts'
import { beforeComma, personAt, type Reading } from './reading.ts'
import { candidatesAt } from './salience.ts'

const NOBODY: ReadonlySet<string> = new Set()
const DEFINITE = new Set(['the', 'this', 'that'])
const COMPANY =
  /\b(?:inc|corp|co|ltd|llc|plc|ag|sa|group|holdings|motors?|airlines?|airways|steel|technologies|electronics|industries|energy|oil|bank)\b\.?/

export function roleReference(reading: Reading, phrase: NounPhrase): Reference | undefined {
  if (!DEFINITE.has(phrase.determiner)) return undefined
  const { draft, nameWords, roleWords } = reading
  const { start, end, sent, lower } = draft.tokens
  if (phrase.plural || holdsName(reading, phrase) || explainsUnknown(reading, phrase)) return undefined
  if (isNamedBehind(draft, phrase)) return undefined
  // "the president of Acme", "the union representing dockers" say whom they mean; "the ministry" does not.
  if (
    /^(?:of|representing|that)$/.test(lower[phrase.last] ?? '') ||
    besideName(reading, phrase) ||
    isSomewhere(reading, phrase) ||
    isToldWhich(draft, phrase)
  )
    return undefined
  const kind = roleWords.kind.get(phrase.lemma)
  // "Seen by this newspaper": the one that writes it.
  if (kind === 'outlet' && phrase.determiner === 'this') return undefined
  const office = nameWords.offices.get(phrase.lemma)
  const side = sideIn(reading, phrase)
  let fits: ((mention: Mention) => boolean) | undefined
  if (office)
    fits = (mention) =>
      mention.kind === 'person' && !mention.plural && hasOffice(reading, mention, phrase, office.kind, side)
  else if (kind !== undefined)
    fits = (mention) => fitsKind(reading, phrase.head, mention, kind, phrase.lemma, side)
  const unnamed = calledSo(reading, phrase)
  // "Senior officials … one said …, the official said": one of them, whoever has a name.
  if (office && unnamed?.plural) return undefined
  const same = unnamed?.kind === 'person' && !unnamed.plural ? unnamed : undefined
  if (!fits && !same) return undefined
  const own = kind === 'government' && side === '' ? governmentOfTeller(reading, phrase) : undefined
  if (own) return own
  if (kind === 'government' && side === '' && isOfNobodyKnown(reading, phrase)) return undefined
  const bound = boundSubject(reading, phrase)
  // "The administration" is by itself that of the United States.
  const isAny = kind === 'government' && side === '' && phrase.lemma !== 'administration'
  const isHere = isAny ? governmentOfSentence(reading, phrase) : ''
  if (isHere !== '') return toState(reading, phrase, isHere)
  const told = isAny ? onlyGovernment(reading, bound) : undefined
  const place = {
    token: phrase.first,
    sent: sent[phrase.head]!,
    role: roleOf(draft, phrase.first, phrase.last),
    quote: reading.quote[phrase.head]!,
  }
  const meant = FIRM.has(kind ?? '') ? reading.meant.get(phrase.lemma) : undefined
  const suits = fits
  const spoken = draft.quotations[reading.sourceOf[phrase.head]!]
  const toldOf = office && spoken ? personsToldOf(draft, spoken) : NOBODY
  const isHead = office?.kind === 'head' && side === ''
  const ofTeller = isHead ? stateOfTeller(reading, phrase) : ''
  const isOfOther = ({ name }: Mention) => (draft.names[name]?.of ?? ofTeller) !== ofTeller
  const isMain = isHead || phrase.lemma === 'group'
  const seldom = isMain && suits ? seldomNamed(reading, suits) : NOBODY
  const mates = kind === 'country' ? clauseMates(reading, phrase) : NOBODY
  if (suits)
    fits = (mention) =>
      mention.id !== bound &&
      !toldOf.has(mention.id) &&
      !mates.has(mention.id) &&
      !(ofTeller !== '' && isOfOther(mention)) &&
      !(seldom.has(mention.id) && (isHead || mention.sent !== place.sent - 1)) &&
      (meant === undefined || mention.id === meant || mention.role === 'subject') &&
      suits(mention)
  const best =
    heldBy(reading, phrase, same, office && fits) ??
    (office ? ownersOf(reading, phrase, office.kind) : undefined) ??
    told ??
    (fits && !isAny ? lastOf(reading, phrase, place, { kind, side, fits }) : undefined) ??
    (kind === 'body' ? (toldAs(reading, phrase) ?? namedLater(reading, phrase)) : undefined)
  if (!best || isOneOfSeveral(reading, phrase, best)) return undefined
  return {
    start: start[phrase.first]!,
    end: end[phrase.head]!,
    first: phrase.first,
    last: phrase.last,
    id: kind === 'government' ? stateOf(reading, best) : best.id,
    name: best.name,
    ...(best.name < 0 ? { antecedent: { start: start[best.first]!, end: end[best.last - 1]! } } : {}),
    kind: 'role',
  }
}

const toState = ({ draft }: Reading, { first, last, head }: NounPhrase, id: string): Reference => ({
  start: draft.tokens.start[first]!,
  end: draft.tokens.end[head]!,
  first,
  last,
  id,
  name: draft.names.findIndex((name) => (name.of ?? name.id) === id),
  kind: 'role',
})

/** Of those who fit, who came up so much less than another that the office alone does not stand for them. */
function seldomNamed({ mentions }: Reading, fits: Fits): ReadonlySet<string> {
  const times = new Map<string, number>()
  for (const mention of mentions.slice(-LATEST))
    if (mention.name >= 0 && fits(mention)) times.set(mention.id, (times.get(mention.id) ?? 0) + 1)
  const most = Math.max(0, ...times.values())
  return new Set([...times].flatMap(([id, n]) => (n * SELDOM <= most ? [id] : [])))
}
const SELDOM = 4

type Fits = (mention: Mention) => boolean

/** "The prime minister of Norway, Eva Lund, …": of whom the noun was told, or who is named by the office since. */
function heldBy(
  { mentions }: Reading,
  { first }: NounPhrase,
  same: Mention | undefined,
  fits: Fits | undefined,
) {
  const holder = same && fits ? lastFit(mentions, first, fits) : undefined
  return holder && holder.first > same!.first ? holder : same
}

/** Of those that fit a noun the one meant: the firm of who tells it, or that is called so, else whom the place favours, else the last. */
function lastOf(
  reading: Reading,
  phrase: NounPhrase,
  place: Parameters<typeof candidatesAt>[1],
  { kind, side, fits }: { readonly kind: string | undefined; readonly side: string; readonly fits: Fits },
): Mention | undefined {
  const { mentions } = reading
  return (
    (kind === 'company' && side === '' ? companyOfTeller(reading, phrase, fits) : undefined) ??
    // "The airline" is Nord Airways rather than a port named since.
    (kind === 'company' ? lastFit(mentions, phrase.first, isNamedSo(reading, phrase, fits)) : undefined) ??
    // "The country" is the one just spoken of, not the one most spoken of.
    candidatesAt(mentions, place, fits, (one) => aheadOf(reading, one, kind), 0)[0]?.mention ??
    (kind === 'company' ? onlyFit : lastFit)(mentions, phrase.first, fits)
  )
}

/** What a subject of the whole sentence is worth more than another. */
const MAIN = 20
/** What a subject is worth more than others to a subject: who says something is one, however that is parsed. */
const SAYS = 75

/** "Norgas said … after its talks with Peroil lapsed. The company": who does what the whole sentence tells, or says it, is ahead. */
function aheadOf(
  { draft, subject, roleWords, sourceOf }: Reading,
  { first, last, role }: Mention,
  kind: string | undefined,
): number {
  const { head, dep, sent, lemma } = draft.tokens
  if (!FIRM.has(kind ?? '')) return 0
  if (sourceOf[first]! >= 0) return role === 'subject' ? MAIN : SAYS + MAIN
  for (let at = first; at < last; at++) {
    const verb = head[at]!
    if (verb < 0 || sent[verb] !== sent[at] || subject[verb] !== at) continue
    if (dep[verb] === 'root' || roleWords.tells.has(lemma[verb]!)) return MAIN
  }
  return 0
}

/** Sentences after which "the ministry" may be another's. */
const FAR = 5

/** "The ministry" long after one was named, in a text that tells of another minister too: of whom, nobody can say. */
function isOneOfSeveral(
  { draft, mentions }: Reading,
  { lemma, head }: NounPhrase,
  { id, name }: Mention,
): boolean {
  const last = mentions.slice(-LATEST).findLast((one) => one.id === id)
  if (lemma !== 'ministry' || !last || draft.tokens.sent[head]! - last.sent <= FAR) return false
  const state = draft.names[name]?.of
  return draft.names.some(({ title = '', of }) => /\bminister$/i.test(title) && of !== state)
}

const OF_PLACE: ReadonlySet<string> = new Set(['head', 'minister', 'official'])

/** "Jutland's Karl Berg has gone further. The governor said": whom the paragraph tells of by nothing but the place that he is of. */
function ownersOf(
  { draft, mentions, titles }: Reading,
  { first, head, determiner }: NounPhrase,
  kind: string,
): Mention | undefined {
  const { tokens, sents, names } = draft
  if (!OF_PLACE.has(kind) || determiner !== 'the' || head - first !== 1) return undefined
  const paragraphOf = (token: number) => sents[tokens.sent[token]!]!.paragraph
  const near = mentions
    .slice(-NEAR)
    .filter((one) => one.kind === 'person' && paragraphOf(one.first) === paragraphOf(head))
  const one = near.findLast(({ name }) => names[name]?.type === 'person')
  if (!one || titles.has(one.id) || !/^['’]s$/.test(tokens.form[one.first - 1] ?? '')) return undefined
  const owner = mentions.findLast(({ last }) => last === one.first - 1)
  return /^(?:place|government)$/.test(names[owner?.name ?? -1]?.type ?? '') ? one : undefined
}

/** Mentions back that a paragraph may have. */
const NEAR = 40

/** What is told by one noun again and again: another takes its place only by acting itself. */
const FIRM: ReadonlySet<string> = new Set(['body', 'company'])

/** "The union" of long ago, without a name. */
const toldAs = ({ mentions }: Reading, { lemma, first, head }: NounPhrase): Mention | undefined =>
  head - first === 1 ? mentions.slice(-LATEST).findLast(({ id }) => id === `phrase:${lemma}`) : undefined

/**
 * "The union accused the employers …" in a lead, its name in the sentence behind: where only one body of the text can
 * be called so.
 */
function namedLater(reading: Reading, phrase: NounPhrase): Mention | undefined {
  const { draft } = reading
  let found: Mention | undefined
  for (const [index, name] of draft.names.entries()) {
    if (name.type !== 'organisation' || !isCalled(reading, name, phrase.lemma)) continue
    if (!isOfThisKind(reading, phrase.head, name)) continue
    if (found && found.id !== name.id) return undefined
    found ??= mentionOf(draft, name, index)
  }
  return found
}

/** A government told of by a place of its state is that state's. */
const stateOf = ({ draft, nameWords }: Reading, { id, name }: Mention): string => {
  const of = draft.names[name]?.of
  return id.startsWith('place:') && of !== undefined && nameWords.states.has(of) ? of : id
}

/** "Norway, which backs the government": who does it to somebody does it to another (principle B); "" where nobody does. */
function boundSubject({ draft, mentions, subject }: Reading, { head, first }: NounPhrase): string {
  const { tokens } = draft
  if (!/^(?:i?obj|obl)$/.test(tokens.dep[head]!)) return ''
  const verb = tokens.head[head]!
  let doer = verb < 0 ? -1 : subject[verb]!
  if (doer >= 0 && /^W/.test(tokens.tag[doer]!))
    doer = tokens.dep[verb] === 'acl:relcl' ? tokens.head[verb]! : -1
  if (doer < 0) return ''
  return mentions.findLast((one) => one.first <= doer && doer < one.last && one.last <= first)?.id ?? ''
}

/** "Agrokred, the state lender,": what explains a word in capitals that is no name here is no other name. */
const explainsUnknown = ({ draft, nameAt }: Reading, { first, head }: NounPhrase): boolean => {
  const { form, dep, tag } = draft.tokens
  return (
    form[first - 1] === ',' && dep[head] === 'appos' && tag[first - 2] === 'NNP' && nameAt[first - 2] === -1
  )
}

/** "The group seeking to buy the mine": which, the words behind it say. */
const isToldWhich = ({ tokens }: Reading['draft'], { head, last }: NounPhrase): boolean =>
  tokens.tag[last] === 'VBG' && tokens.dep[last] === 'acl' && tokens.head[last] === head

/** "The government in Oslo": a name behind it says which. */
const isSomewhere = ({ draft, nameAt }: Reading, { last }: NounPhrase): boolean =>
  /^(?:in|at|for)$/.test(draft.tokens.lower[last] ?? '') &&
  ((nameAt[last + 1] ?? -1) >= 0 ||
    /^(?:an?|one|each|every|another|some)$/.test(draft.tokens.lower[last + 1] ?? ''))

/** "A senior official of the bank … the official": who was called so, and by no name of his own, a few sentences before. */
function calledSo({ mentions, draft }: Reading, phrase: NounPhrase): Mention | undefined {
  const sentence = draft.tokens.sent[phrase.head]!
  const last = mentions
    .slice(-LATEST)
    .findLast(
      ({ sent, called, first, last }) =>
        sentence - sent < CALLED_WITHIN && called === phrase.lemma && last - first > 1,
    )
  return last && draft.names[last.name]?.type !== 'person' ? last : undefined
}

/** "Its chief executive said the airline would pay": the firm of who tells it. */
function companyOfTeller(
  { mentions, draft }: Reading,
  phrase: NounPhrase,
  fits: (mention: Mention) => boolean,
): Mention | undefined {
  const { sent } = draft.tokens
  const near = mentions.slice(-LATEST)
  const teller = near.findLast(
    ({ first, kind, role }) =>
      first < phrase.first && sent[first] === sent[phrase.head] && kind === 'person' && role === 'subject',
  )
  const of = draft.names[teller?.name ?? -1]?.of
  return of === undefined ? undefined : near.findLast((one) => one.id === of && one.name >= 0 && fits(one))
}

const lastFit = (mentions: readonly Mention[], token: number, fits: (mention: Mention) => boolean) =>
  mentions.slice(-LATEST).findLast((mention) => mention.first < token && mention.name >= 0 && fits(mention))

/** The one that fits where all that do are the same; of several firms named long ago none is "the company". */
function onlyFit(mentions: readonly Mention[], token: number, fits: Fits): Mention | undefined {
  const last = lastFit(mentions, token, fits)
  return last && lastFit(mentions, token, (one) => one.id !== last.id && fits(one)) ? undefined : last
}

/** The state or body in the phrase itself: "the Chinese minister", "the EU official". */
function sideIn(reading: Reading, phrase: NounPhrase): string {
  for (let i = phrase.first; i < phrase.last; i++) {
    const index = reading.nameAt[i]!
    if (index >= 0) return reading.draft.names[index]!.of ?? reading.draft.names[index]!.id
  }
  return ''
}

/** True where a name of something that does not lend its side stands in the phrase. */
function holdsName(reading: Reading, phrase: NounPhrase): boolean {
  for (let i = phrase.first; i < phrase.last; i++) {
    const index = reading.nameAt[i]!
    if (index < 0) continue
    const { type } = reading.draft.names[index]!
    if (type !== 'place' && type !== 'government') return true
  }
  return false
}

/** "The union Solidar said": one that its own name follows. */
const isNamedBehind = ({ tokens }: Reading['draft'], { last }: NounPhrase): boolean =>
  tokens.tag[last] === 'NNP' &&
  tokens.sent[last] === tokens.sent[last - 1] &&
  isCapital(tokens.form[last]!) &&
  !isCalendar(tokens.form[last]!)

function besideName(reading: Reading, phrase: NounPhrase): boolean {
  const { form } = reading.draft.tokens
  // "Ann Lee, the union's president": the union is not she.
  if (/^['’]s?$/.test(form[phrase.last] ?? '')) return false
  if (personAt(reading, phrase.last)) return true
  if (form[phrase.last] === ',' && personAt(reading, phrase.last + 1)) return true
  return personAt(reading, beforeComma(reading, phrase.first))
}

/**
 * "The sovereign wealth fund" is no Monetary Fund, "the campaign group" no bank: what stands before the noun is of the
 * name or its kind, a state, or says no kind at all.
 */
function isOfThisKind({ draft, nameAt }: Reading, head: number, { id, canonical }: Name): boolean {
  const { tag, lower, lemma, sent } = draft.tokens
  const words = canonical.toLowerCase()
  // "The union, which represents 900 dockers".
  if (id === 'EU' && lower[head + 2] === 'which' && lemma[head + 3] === 'represent') return false
  for (
    let at = head - 1;
    at >= 0 && sent[at] === sent[head] && /^(?:NN|JJ|HYPH|VBN|VBG)/.test(tag[at]!);
    at--
  ) {
    const kind = /^(?:NNS?|JJ)$/.test(tag[at]!) && nameAt[at]! < 0 && !NO_KIND.has(lower[at]!)
    if (kind && !words.includes(lemma[at]!)) return false
  }
  return true
}
/** Words by which a body is told to be no firm and no party. */
const SUCH =
  /\b(?:organi[sz]ation|council|federation|association|union|institute|institution|foundation|league|alliance|agency|fund|forum|society|network|group|movement|committee|commission|charity|chamber|academy|cent(?:er|re))\b/
const draftWords = ({ draft }: Reading, { start, end }: Name): string => draft.text.slice(start, end)

const NO_KIND: ReadonlySet<string> = new Set(
  'same new former big large small giant huge major main top own whole entire central national federal local private public independent powerful embattled troubled struggling listed rival parent other second third'.split(
    ' ',
  ),
)

/** A fit whose name says that it is such a firm. */
const isNamedSo =
  (reading: Reading, { lemma }: NounPhrase, fits: (mention: Mention) => boolean) =>
  (mention: Mention): boolean => {
    const name = reading.draft.names[mention.name]
    return name !== undefined && fits(mention) && isCalled(reading, name, lemma)
  }

/** Whether a body may be told of by a noun: it was before, its name holds the noun, or a word that says as much. */
function isCalled({ nouns, roleWords }: Reading, { id, canonical }: Name, lemma: string): boolean {
  const others = roleWords.named.get(lemma)
  return (
    nouns.get(id)?.has(lemma) ||
    canonical
      .toLowerCase()
      .split(/['’]s?(?: |$)|[ -]/)
      .some((word) => word === lemma || others?.has(word) || (others && endsAs(word, others)))
  )
}

/** "Screenwriters" are writers. */
const endsAs = (word: string, others: ReadonlySet<string>): boolean =>
  word.length > 8 && [...others].some((other) => other.length > 5 && word.endsWith(other))

/** "The company" is no union and no movement; "the group" may be a movement, or a body of states. */
function isNoFirm(reading: Reading, name: Name, lemma: string): boolean {
  const { fighters, unions, publicBodies } = reading.nameWords
  if (unions.has(name.id) || isCalled(reading, name, 'union')) return true
  return lemma !== 'group' && (fighters.has(name.id) || publicBodies.has(name.id))
}

function fitsKind(
  reading: Reading,
  token: number,
  mention: Mention,
  kind: string,
  lemma: string,
  side: string,
): boolean {
  if (mention.name < 0)
    return (
      kind !== 'country' && mention.called === lemma && mention.id.startsWith('phrase:') && !mention.plural
    )
  const name = reading.draft.names[mention.name]!
  if (side !== '' && name.of !== undefined && name.of !== side && name.id !== side) return false
  const called = mention.called
  switch (kind) {
    case 'body':
      if (!isOfThisKind(reading, token, name)) return false
      return (
        name.type !== 'person' &&
        (name.type === 'organisation' || name.type === 'government') &&
        isCalled(reading, name, lemma)
      )
    case 'company':
      return (
        isOfThisKind(reading, token, name) &&
        name.type === 'organisation' &&
        !isNoFirm(reading, name, lemma) &&
        !/\b(?:union|workers|guild|federation|fund|party|ministry|department|court|committee|council|association|congress|senate|university|board|commission|tribunal|authority|parliament|office|bureau|alliance|organi[sz]ation|institute|chamber|secretariat|agency|regulator|cent(?:er|re)|research|college|school|foundation|society|museum|observatory|forum|coalition|league|army|police|navy|embassy)\b/.test(
          called,
        ) &&
        (name.foundBy !== 'pack' || name.of === undefined || COMPANY.test(called))
      )
    case 'product':
      return name.type === 'product'
    case 'country':
      return (
        mention.kind === 'state' &&
        reading.nameWords.states.has(name.id) &&
        name.id !== 'EU' &&
        name.id.length === 2 &&
        mention.role !== 'modifier'
      )
    case 'government':
      // A union of states has no government that is called so; "the ports administration" is an agency.
      if ((name.of ?? name.id) === 'EU') return false
      if (lemma === 'administration' && !isOfThisKind(reading, token, name)) return false
      // "The administration" that no word says to be another's is that of the United States.
      if (
        lemma === 'administration' &&
        side === '' &&
        (name.of ?? name.id) !== 'US' &&
        !called.includes(lemma)
      )
        return false
      if (
        mention.kind === 'state' &&
        mention.sent === reading.draft.tokens.sent[token] &&
        reading.nameWords.states.has(name.of ?? '')
      )
        return true
      if (lemma === 'administration') return called.includes(lemma) || name.id === 'US'
      return (
        name.type === 'government' &&
        (called.includes(lemma) || reading.nameWords.states.has(name.id)) &&
        mention.role !== 'modifier'
      )
    case 'bloc':
      if (mention.role === 'modifier') return false
      return lemma === 'bloc'
        ? name.id === 'EU' || (name.type === 'organisation' && called.includes('union'))
        : name.type === 'organisation' &&
            (/^\p{Lu}{2,6}$/u.test(draftWords(reading, name)) || SUCH.test(called))
    case 'outlet':
      return name.type === 'outlet'
    case 'thing':
      return name.type === 'law' && called.includes(lemma)
    default:
      return false
  }
}
