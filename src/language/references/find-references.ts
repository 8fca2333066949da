// In: a parsed draft with names and quotations, the Lexicon. Out: `draft.references`: who or what pronouns, roles, groups and events mean.
import { firstWhere } from '../../model/range.ts'
import type { Name, Reference } from '../doc.ts'
import type { Draft, NamedGroup } from '../draft.ts'
import { type Lexicon, slugOf } from '../lexicon.ts'
import { nameWordsOf } from '../names/words.ts'
import { dealingsIn } from './dealings.ts'
import { eventReference } from './events.ts'
import { bothReference, groupReference, isBothAlone } from './groups.ts'
import { genderOf, type Mention, type MentionKind, roleOf } from './mention.ts'
import { findOfficesHeld } from './offices-held.ts'
import { type NounPhrase, phraseHeadedBy } from './phrases.ts'
import { isPronoun, pronounReference } from './pronouns.ts'
import { beforeComma, personAt, type Reading } from './reading.ts'
import { roleWordsOf } from './role-words.ts'
import { roleReference } from './roles.ts'
import { addWord, titlesOf } from './titles.ts'
import { voiceReference } from './voices.ts'

const KINDS: Partial<Record<Name['type'], MentionKind>> = {
  person: 'person',
  organisation: 'body',
  outlet: 'body',
  government: 'body',
  place: 'state',
  product: 'thing',
  law: 'thing',
  event: 'event',
}

/**
 * Fills `draft.references` by sieves in one pass, precision first (Lappin & Leass 1994 for pronouns; Raghunathan et al.
 * 2010 for the order): a mention gets an antecedent only where one fits in gender, number and kind.
 */
export function findReferences(draft: Draft, lexicon: Lexicon): void {
  const reading: Reading = {
    draft,
    nameWords: nameWordsOf(lexicon),
    roleWords: roleWordsOf(lexicon),
    mentions: [],
    references: [],
    quote: new Int32Array(draft.tokens.count).fill(-1),
    sourceOf: new Int32Array(draft.tokens.count).fill(-1),
    nameAt: namesByToken(draft),
    told: new Uint8Array(draft.tokens.count),
    subject: subjectsOf(draft),
    speakers: new Map(),
    sides: new Map(),
    governments: new Map(),
    ministers: new Map(),
    genders: new Map(),
    titles: titlesOf(draft, nameWordsOf(lexicon)),
    meant: new Map(),
    nouns: new Map(),
    dealings: dealingsIn(draft, nameWordsOf(lexicon)),
  }
  draft.quotations.forEach((quotation, q) => {
    if (quotation.form !== 'indirect')
      for (const range of quotation.content)
        mark(draft, reading.quote, range.start, range.end, q, quotation.form === 'mixed')
    for (const range of quotation.content) mark(draft, reading.told, range.start, range.end, 1, false)
    // "Ann Lee, who met Bo Holm, said": Holm does not.
    for (const { start, end } of quotation.source) {
      const clause = draft.text.slice(start, end).search(/,\s(?:who|whose|which)\s/)
      // "Holm, she said, brought it up": she says it, whom the words inside are about does not.
      mark(draft, reading.sourceOf, start, clause < 0 ? end : start + clause, q, false, quotation.inside)
    }
  })
  // Who speaks behind the quotation is known before it, and so is whom he speaks for.
  for (const { first, id, of } of draft.names) {
    addSpeaker(reading, first, id)
    if (of !== undefined) addSpeaker(reading, first, of)
  }
  const starts = new Map(draft.names.map((name, n) => [name.first, n]))
  const ends = new Map<number, number>()
  const groups = new Map((draft.namedGroups ?? []).map((group) => [group.first, group]))
  for (let i = 0; i < draft.tokens.count; i++) {
    const n = starts.get(i)
    if (n !== undefined) {
      const name = draft.names[n]!
      ends.set(name.last, n)
      addName(reading, name, n)
      addPair(reading, name.first, name.last)
      i = name.last - 1
      continue
    }
    const group = groups.get(i)
    if (group) keep(reading, namedGroupReference(draft, group))
    else if (isPronoun(draft, i)) keep(reading, pronounReference(reading, i))
    else if (isBothAlone(draft, i)) keep(reading, bothReference(reading, i))
    else {
      const phrase = phraseHeadedBy(draft, i, reading.nameWords.offices)
      if (!phrase) continue
      const reference =
        groupReference(reading, phrase) ??
        voiceReference(reading, phrase) ??
        roleReference(reading, phrase) ??
        eventReference(reading, phrase)
      if (reference) {
        keep(reading, reference)
        countGovernment(reading, phrase, reference)
      } else addPhrase(reading, i, phrase)
    }
  }
  draft.references = reading.references
  findOfficesHeld(draft, reading.nameWords)
}

/** Counts "Norway's government", "the Norwegian government", for "the government" later on. */
function countGovernment(reading: Reading, { lemma }: NounPhrase, { id, name }: Reference): void {
  if (lemma !== 'government' || !reading.nameWords.states.has(id)) return
  const known = reading.governments.get(id)
  if (known) known.n++
  else if (name >= 0) reading.governments.set(id, { n: 1, mention: reading.mentions.at(-1)! })
}

/** A name for several states stands for them all. */
function namedGroupReference({ tokens }: Draft, { first, last, members }: NamedGroup): Reference {
  return {
    start: tokens.start[first]!,
    end: tokens.end[last - 1]!,
    first,
    last,
    id: `group:${[...members].sort().join('+')}`,
    name: -1,
    kind: 'group',
  }
}

/** Marks tokens of a range, but those that hold a value to be kept; in mixed quotations only what stands between the marks. */
function mark(
  draft: Draft,
  column: Int32Array | Uint8Array,
  start: number,
  end: number,
  value: number,
  onlyMarked: boolean,
  kept = -1,
): void {
  const { tokens } = draft
  let open = !onlyMarked
  for (
    let i = firstWhere(tokens.count, (at) => tokens.end[at]! > start);
    i < tokens.count && tokens.start[i]! < end;
    i++
  ) {
    if (tokens.form[i] === '"' && onlyMarked) open = !open
    if (open && (kept < 0 || column[i] !== kept)) column[i] = value
  }
}

function subjectsOf(draft: Draft): Int32Array {
  const { count, head, dep } = draft.tokens
  const subject = new Int32Array(count).fill(-1)
  for (let i = count - 1; i >= 0; i--) if (head[i]! >= 0 && dep[i]!.startsWith('nsubj')) subject[head[i]!] = i
  return subject
}

function namesByToken(draft: Draft): Int32Array {
  const at = new Int32Array(draft.tokens.count).fill(-1)
  for (const [n, name] of draft.names.entries()) at.fill(n, name.first, name.last)
  return at
}

function addSpeaker(reading: Reading, token: number, id: string): void {
  const quote = reading.sourceOf[token]!
  if (quote < 0) return
  const known = reading.speakers.get(quote)
  if (known) known.add(id)
  else reading.speakers.set(quote, new Set([id]))
}

/** Counts who acts, for "the two sides". */
function countSide(reading: Reading, mention: Mention, name: Name): void {
  const { states } = reading.nameWords
  const of = name.of ?? name.id
  const id = name.type === 'government' && states.has(of) ? of : mention.kind === 'body' ? of : ''
  if (id === '' || name.type === 'outlet') return
  const known = reading.sides.get(id)
  if (known) known.n++
  else reading.sides.set(id, { n: 1, mention: { ...mention, id } })
}

const MINISTRY = /\b(?:ministry|treasury|cabinet|parliament)\b/i

/** Counts the ministers and ministries of a state, for "the government" later on. */
function countMinister({ nameWords, ministers }: Reading, state: string, mention: Mention): void {
  if (!nameWords.states.has(state) || state === 'EU') return
  const known = ministers.get(state)
  if (known) known.n++
  else ministers.set(state, { n: 1, mention: { ...mention, id: state } })
}

/** "Norway's finance minister", "the Norwegian president" without a name: whose they are. */
function countOffice(reading: Reading, { first, last }: NounPhrase): void {
  const { draft, nameAt, mentions } = reading
  const from = /^['’]s?$/.test(draft.tokens.lower[first - 1] ?? '') ? first - 2 : first
  for (let at = from; at < last; at++) {
    const name = draft.names[nameAt[at] ?? -1]
    const mention = mentions.findLast(({ first, last }) => first <= at && at < last)
    if (name?.type === 'government' && mention) countMinister(reading, name.of ?? name.id, mention)
  }
}

function addName(reading: Reading, name: Name, index: number): void {
  const kind = KINDS[name.type]
  if (kind === undefined) return
  const { draft } = reading
  // Whose picture it is nobody speaks of ("REUTERS/Ann Lee").
  if (kind === 'person' && draft.tokens.form[name.first - 1] === '/') return
  const adjective = draft.tokens.tag[name.first] === 'JJ'
  const mention: Mention = {
    first: name.first,
    last: name.last,
    id: name.id,
    name: index,
    kind: kind === 'body' && name.id.length <= 6 && !name.id.includes(':') ? 'state' : kind,
    gender: kind === 'person' ? genderFor(reading, name) : 'u',
    plural: false,
    sent: draft.tokens.sent[name.first]!,
    role: adjective ? 'modifier' : roleOf(draft, name.first, name.last),
    quote: reading.quote[name.first]!,
    called: name.canonical.toLowerCase(),
  }
  reading.mentions.push(mention)
  if (kind === 'body') for (const noun of nounsBeside(reading, name)) addWord(reading.nouns, name.id, noun)
  addSpeaker(reading, name.first, name.id)
  countSide(reading, mention, name)
  if (name.type === 'office' || name.title !== undefined || MINISTRY.test(name.canonical))
    countMinister(reading, name.of ?? '', mention)
}

/** What a body is by the words at its name: "the union Verdi", "the Verdi union", "Verdi, the largest union in the port,". */
function nounsBeside({ draft, roleWords }: Reading, { first, last }: Name): string[] {
  const { lower, dep, sent, count } = draft.tokens
  const found = [lower[first - 1], lower[last]]
  // "At Nordbahn, the union said": a comma alone explains nothing.
  if (lower[last] === ',')
    for (let at = last + 2; at < Math.min(count, last + 8) && sent[at] === sent[first]; at++)
      if (dep[at] === 'appos') found.push(lower[at])
  return found.filter((noun): noun is string => noun !== undefined && roleWords.kind.has(noun))
}

/** "X and Y", "X, Y and Z", "X's government and the Y movement": they may be meant together. */
function addPair(reading: Reading, named: number, last: number): void {
  const { draft, mentions } = reading
  const { lower } = draft.tokens
  const told = mentions.at(-1)
  if (!told) return
  const first = firstWithTitle(draft, told, named)
  if (lower[first - 1] !== 'and' && !(lower[first - 1] === 'the' && lower[first - 2] === 'and')) return
  const members = [told]
  let at = lower[first - 1] === 'and' ? first - 1 : first - 2
  for (let i = mentions.length - 2; i >= 0 && members.length < 5; i--) {
    const mention = mentions[i]!
    // "Norway's government": the state before it is told by it.
    if (mention.last > at) continue
    const glue = at - mention.last
    if (mention.name < 0 || glue < 0 || glue > 1 || !isAlike(mention, members[0]!)) break
    if (glue === 1 && lower[mention.last] !== ',') break
    if (members.some(({ id }) => id === mention.id)) break
    members.push(mention)
    at = firstWithTitle(draft, mention, ownerOf(reading, mention).first)
    if (lower[at - 1] === 'the') at--
    if (lower[at - 1] !== ',') break
    at--
  }
  if (members.length < 2) return
  const start = members.at(-1)!
  mentions.push({
    first: ownerOf(reading, start).first,
    last,
    id: `group:${members
      .map((member) => member.id)
      .sort()
      .join('+')}`,
    name: -1,
    kind: start.kind === 'person' ? 'person' : 'body',
    gender: 'u',
    plural: true,
    sent: start.sent,
    role: start.role,
    quote: start.quote,
    called: '',
  })
}

/** The mention with the name that owns it: "Norway's government". */
function ownerOf({ mentions, draft }: Reading, mention: Mention): Mention {
  if (!/^['’]s?$/.test(draft.tokens.form[mention.first - 1] ?? '')) return mention
  return mentions.findLast(({ last, name }) => last === mention.first - 1 && name >= 0) ?? mention
}

/** Where the title said before a name begins ("Speaker John Dorn"); the name itself where none is. */
function firstWithTitle({ tokens, names }: Draft, { name }: Mention, first: number): number {
  const words = names[name]?.title?.toLowerCase().split(/\s+/) ?? []
  const from = first - words.length
  return words.length > 0 && words.every((word, i) => tokens.lower[from + i] === word) ? from : first
}

/** Persons with persons, states and bodies with each other. */
const isAlike = (a: Mention, b: Mention): boolean =>
  a.kind === b.kind || (SIDED.has(a.kind) && SIDED.has(b.kind))
const SIDED: ReadonlySet<MentionKind> = new Set(['state', 'body'])

function genderFor(reading: Reading, name: Name): 'm' | 'f' | 'u' {
  const known = reading.genders.get(name.id)
  if (known) return known
  const own = genderOf(name.canonical, name.title, reading.nameWords)
  if (own !== 'u') return own
  // "Her sister, Ona, waited": by what she is to somebody.
  const { lower } = reading.draft.tokens
  return PEOPLE.get(lower[lower[name.first - 1] === ',' ? name.first - 2 : name.first - 1] ?? '') ?? 'u'
}

/** "Neither company", "the union, whose leaders": nobody that is told of later. */
const OF_NONE = /^(?:no|neither|either|any|whose|what|which)$/

/** A phrase that names nothing yet may be meant later. */
function addPhrase(reading: Reading, head: number, phrase: NounPhrase): void {
  const { draft, nameWords } = reading
  const office = nameWords.offices.get(phrase.lemma)
  if (office) countOffice(reading, phrase)
  const person = office !== undefined || PEOPLE.has(phrase.lemma) || isOneWhoActs(reading, phrase)
  // The office before or after a name is that person's, not one more; so is "the state company" before its name.
  if (person && (besideName(reading, phrase.first, phrase.last) || isOfPerson(reading, phrase))) return
  if (COLLECTIVE.has(phrase.lemma) && draft.names[reading.nameAt[phrase.last]!]?.type === 'organisation')
    return
  if (!person && explainsName(reading, phrase)) return
  const acts = person || isCollective(reading, phrase) || reading.roleWords.doers.has(phrase.lemma)
  if (acts && OF_NONE.test(draft.tokens.lower[phrase.first]!)) return
  const words = draft.text.slice(draft.tokens.start[phrase.first]!, draft.tokens.end[phrase.head]!)
  reading.mentions.push({
    first: phrase.first,
    last: phrase.last,
    id: `phrase:${slugOf(words.replace(/^(?:an?|the|this|that|its|their|his|her|one|another) /i, ''))}`,
    name: -1,
    kind:
      person || (phrase.plural && (DOERS.test(phrase.lemma) || reading.roleWords.doers.has(phrase.lemma)))
        ? 'person'
        : isCollective(reading, phrase)
          ? 'body'
          : 'thing',
    gender:
      office?.gender === 'm' || office?.gender === 'f' ? office.gender : (PEOPLE.get(phrase.lemma) ?? 'u'),
    plural: phrase.plural,
    sent: draft.tokens.sent[head]!,
    role: roleOf(draft, phrase.first, phrase.last),
    quote: reading.quote[head]!,
    called: phrase.lemma,
  })
}

/** "Ann Lee, the union's leader,": what explains a person by the tree. */
const isOfPerson = (reading: Reading, { head }: NounPhrase): boolean =>
  reading.draft.tokens.dep[head] === 'appos' && personAt(reading, reading.draft.tokens.head[head]!)

/** "Solidar, the largest union in the port,": one who is named already. */
const explainsName = (reading: Reading, { first, head }: NounPhrase): boolean =>
  reading.draft.tokens.dep[head] === 'appos' && (reading.nameAt[beforeComma(reading, first)] ?? -1) >= 0

/** Plurals that are people by their make ("teachers", "refugees", "scientists"). */
const DOERS = /(?:[^w]er|or|ist|ian|ee|eer|ant|man|woman)$/
/** "A trader": one of the people that act, and no firm ("a carrier"). */
const isOneWhoActs = ({ roleWords }: Reading, { lemma, plural }: NounPhrase): boolean =>
  !plural && DOERS.test(lemma) && roleWords.doers.has(lemma) && !roleWords.kind.has(lemma)
/** A singular that acts as one body, or a noun by which a body, a firm or a government is told of again. */
const isCollective = ({ roleWords }: Reading, { lemma, plural }: NounPhrase): boolean =>
  COLLECTIVE.has(lemma) || (!plural && ACTING.has(roleWords.kind.get(lemma) ?? ''))
const ACTING: ReadonlySet<string> = new Set(['body', 'company', 'government', 'bloc'])
const COLLECTIVE = new Set(
  'team group family police staff crew couple committee panel jury government union company firm ministry council court bank agency party delegation army military coalition administration club band crowd'.split(
    ' ',
  ),
)
const PEOPLE: ReadonlyMap<string, 'm' | 'f' | 'u'> = new Map([
  ['man', 'm'],
  ['woman', 'f'],
  ['father', 'm'],
  ['mother', 'f'],
  ['husband', 'm'],
  ['wife', 'f'],
  ['son', 'm'],
  ['daughter', 'f'],
  ['brother', 'm'],
  ['sister', 'f'],
  ['uncle', 'm'],
  ['aunt', 'f'],
  ['nephew', 'm'],
  ['niece', 'f'],
  ['widow', 'f'],
  ['widower', 'm'],
  ['boy', 'm'],
  ['girl', 'f'],
  ['person', 'u'],
  ['official', 'u'],
  ['source', 'u'],
  ['leader', 'u'],
  ['people', 'u'],
  ['worker', 'u'],
  ['resident', 'u'],
  ['critic', 'u'],
  ['member', 'u'],
  ['employee', 'u'],
  ['negotiator', 'u'],
  ['lawmaker', 'u'],
  ['farmer', 'u'],
  ['analyst', 'u'],
])

function besideName(reading: Reading, first: number, last: number): boolean {
  const { form } = reading.draft.tokens
  if (personAt(reading, last) || (form[last] === ',' && personAt(reading, last + 1))) return true
  // "the governor of Texas, Dale Whit"
  let comma = last
  if (form[last] === 'of') while (comma < last + 6 && form[comma] !== ',' && form[comma] !== '.') comma++
  if (comma > last && form[comma] === ',' && personAt(reading, comma + 1)) return true
  return personAt(reading, first - 1) || personAt(reading, beforeComma(reading, first))
}

/** Keeps a reference and lets it be meant in its turn. */
function keep(reading: Reading, reference: Reference | undefined): void {
  if (!reference) return
  const { draft } = reading
  reading.references.push(reference)
  addSpeaker(reading, reference.first, reference.id)
  const before = reading.mentions.slice(-200).findLast((mention) => mention.id === reference.id)
  const called = reference.kind === 'role' ? draft.tokens.lemma[reference.last - 1]! : ''
  if (called !== '' && reference.name >= 0) reading.meant.set(called, reference.id)
  reading.mentions.push({
    first: reference.first,
    last: reference.last,
    id: reference.id,
    name: reference.name,
    kind: SPEAKERS.test(called)
      ? 'person'
      : (before?.kind ?? (reference.kind === 'event' ? 'event' : 'body')),
    gender: before?.gender ?? 'u',
    plural:
      reference.kind === 'group' ||
      (reference.kind === 'role' && draft.tokens.tag[reference.last - 1] === 'NNS') ||
      (before?.plural ?? false),
    sent: draft.tokens.sent[reference.first]!,
    role: roleOf(draft, reference.first, reference.last),
    quote: reading.quote[reference.first]!,
    called: SPEAKERS.test(called) ? called : (before?.called ?? ''),
  })
}

const SPEAKERS = /^(?:spokes(?:man|woman|person)|official|diplomat|negotiator|envoy)$/
