// In: a record. Out: who said what, with the second hand where there is one.
import { type Ref, voicesIn } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { type Open, openIn } from '../record/weights/open-words.ts'
import { weightOfStatement } from '../record/weights/statement-weight.ts'
import { isScrap } from '../record/weights/substance.ts'
import { contentWords } from '../record/words.ts'
import { beforeRuns } from './lines/before-it.ts'
import { entryLine } from './lines/entry-line.ts'
import { byImportance } from './lines/importance.ts'
import { type Kind, type Line, type Page, plain, quoted, type Run, strong, weak } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { reportedOver } from './lines/reported.ts'
import { dayKey, dayWords, isUnknown } from './words/day-words.ts'
import { inItsWords, leavesOut, WHOLE } from './words/in-its-words.ts'
import { listWords, namesOf } from './words/party-words.ts'
import { cutAt, oneLine, unquoted, withoutDateline } from './words/safe-text.ts'

type Statement = Kind<'statement'>

/** The page of all statements, by day where known, else by importance. */
export function statementsPage(reader: RecordReader): Page {
  const statements = byImportance(reader.ofKind('statement'), reader)
  const key = (entry: Statement) => dayKey(entry.body.on)
  const ordered = statements.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  return pageOf(reader, 'statements', 'Statements', [
    {
      id: 'statements',
      title: 'Statements',
      lines: ordered.map((entry) => statementLine(reader, entry, 600)),
      empty: 'Nothing that was read tells what anyone said.',
    },
  ])
}

/** How much more a statement says that names an issue, and one of a side of the negotiation. */
const OF_ISSUE = 1.5
const OF_SIDE = 1.3

const isOfSide = (reader: RecordReader, { body }: Statement): boolean =>
  [...body.speaker, ...body.of].some(({ id }) => reader.negotiation.parties.some((party) => party.id === id))

/** Statements for a short page: what says most first (see `record/weights/statement-weight.ts`), equals in the order given. */
export function tellingFirst(
  reader: RecordReader,
  statements: readonly Statement[],
  issues: readonly string[],
): Statement[] {
  const names = issues.map((issue) => ` ${issue.toLowerCase()}`)
  const isOfIssue = (words: string) =>
    names.some((name) => ` ${words.toLowerCase()}`.includes(name)) || reader.issueIn(words) !== undefined
  return statements
    .map((entry) => ({
      entry,
      says:
        weightOfStatement(entry) *
        (isOfIssue(oneLine(entry.body.content)) ? OF_ISSUE : 1) *
        (isOfSide(reader, entry) ? OF_SIDE : 1),
    }))
    .sort((a, b) => b.says - a.says)
    .map(({ entry }) => entry)
}

/** "Jane Doe (US): “…” · via Reuters · 14 Sep 2025". Content in a speaker's own words is quoted, the report's words are not. */
export function statementLine(reader: RecordReader, entry: Statement, length = WHOLE): Line {
  const { body } = entry
  const second = secondHand(reader, entry)
  const facts = [
    body.addressee.length > 0 ? `to ${namesOf(body.addressee)}` : '',
    second === '' ? '' : `via ${second}`,
    retold(reader, entry),
    isUnknown(body.on) ? reportedOver(entry, reader) : dayWords(body.on),
  ].filter(Boolean)
  const quote = entry.evidence[0]?.quote ?? ''
  const shown = `${speakerWords(reader, entry)} ${body.content} ${body.cue} ${dayWords(body.on)}`
  const open = openOf(entry)
  const isWhole =
    quote.length <= WHOLE &&
    (isFragment(body) || leavesOut(shown, quote) || (open !== undefined && saysMore(quote, shown)))
  const line = entryLine(entry, [
    strong(speakerWords(reader, entry)),
    weak(isWhole ? '' : cueWords(body.cue)),
    plain(': '),
    isWhole ? inItsWords(entry, body.content) : contentRun(body, length),
    plain(facts.length > 0 ? ` · ${facts.join(' · ')}` : ''),
    ...(open && !isWhole ? beforeRuns(reader, entry.evidence[0]!, open) : []),
  ])
  return second === '' ? line : { ...line, marks: [...line.marks, 'second-hand'] }
}

/** What the words told leave open; a speaker's "she" is herself, and so is a body's "it". */
export function openOf({ body: { content, form, speaker, unnamed = '' } }: Statement): Open | undefined {
  const words = unquoted(oneLine(content)).replace(/^that,?\s+(?=\S)/i, '')
  const [own] = OF_SPEAKER.exec(words) ?? []
  if (own === undefined) return openIn(words) ?? speakerOf(speaker, unnamed)
  const isOfThing = /^(?:it|they)/i.test(own) && speaker.every(({ id }) => id.startsWith('person:'))
  const isLed = /^(?:It|They)/.test(own) && form === 'indirect'
  return isOfThing || isLed || isScrap(words) || ELLIPSIS.test(words)
    ? { noun: '' }
    : (openIn(words.slice(own.length)) ?? speakerOf(speaker, unnamed))
}

/** "The union", "a spokesman", "her ministry": which, only what stands before may say. */
function speakerOf(speaker: readonly Ref[], unnamed: string): Open | undefined {
  const names = [unnamed, ...speaker.map(({ name }) => name)]
  if (!names.every((name) => OF_NO_NAME.test(name))) return undefined
  return names.some((name) => /^(?:her|his) /i.test(name)) ? { noun: '', isOfPerson: true } : { noun: '' }
}
const OF_NO_NAME =
  /^(?:(?:[Tt]he(?! (?:people|officials|sources|diplomats))|[Bb]oth|[Ii]ts|[Tt]heir|[Hh]er|[Hh]is) [\p{Ll}-]+|(?:[Aa] )?(?:spokes\p{Ll}+|executive|group|lawyer|aide))?$/u

/** "Its members to stay out", "about who may buy": what stands behind "told" or "argue" and is no clause of its own. */
const isFragment = ({ content, cue, form }: Statement['body']): boolean => {
  const words = unquoted(oneLine(content))
  if (form === 'direct' || /^\p{Lu}/u.test(words)) return false
  return OF_NO_CLAUSE.test(cue) || NO_CLAUSE.test(words) || (ASKS.test(cue) && INFINITIVE.test(words))
}
const OF_NO_CLAUSE = /^(?:call|describe|brand|dub|label|term)$/
const NO_CLAUSE =
  /^(?:about|to|on|of|for|against|as|with|more|not|was|were|is|are|had|has|be|been|\p{Ll}+ed (?:on|in|at|by|to|from|with|late|early))\b/u
const ASKS = /^(?:tell|ask|urge|order|instruct|advise|warn|invite|direct)$/
const INFINITIVE = /^(?:[\p{L}\d,’'-]+ ){1,4}(?:not )?to \p{Ll}+/u

/** Whether a sentence has words enough beside those shown to say of what they are. */
const saysMore = (sentence: string, shown: string): boolean => {
  const told = new Set(contentWords(shown))
  return contentWords(sentence).filter((word) => !told.has(word)).length >= FEW
}
const FEW = 3

/** "It had, on 3 May", "they would not.": what, only the words before say. */
const ELLIPSIS =
  /^(?:it|they|he|she) (?:had|has|have|did|do|does|was|were|is|are|would|will|could)(?: not|n['’]t)?(?:[,;.]|$)/i
/** What a speaker says of himself, or a body of itself. */
const OF_SPEAKER = /^(?:it|they|he|she|its|their|his|her)\b/i

// Cues that say no more than that somebody said it; what is called, described or asked has no verb of its own.
const PLAIN_CUES = new Set(
  'say tell state add note report quote accord speak write put explain comment remark'.split(' '),
)

/** " (deny)", " (warn)": the cue where it says more than that something was said. */
const cueWords = (cue: string): string =>
  /^[a-z]+$/.test(cue) && !PLAIN_CUES.has(cue) ? ` (${DENIALS.has(cue) ? `${cue} that` : cue})` : ''

/** What is denied must not read as said. */
const DENIALS: ReadonlySet<string> = new Set(['deny', 'reject', 'dispute', 'refute'])

/** Who speaks, and for whom. */
function speakerWords(reader: RecordReader, { body }: Statement): string {
  // A report that gives a surname alone is told with the name that others give in full.
  const inFull = (ref: Ref): Ref =>
    ref.id.startsWith('person:') && !ref.name.includes(' ')
      ? { ...ref, name: reader.party(ref.id)?.name ?? ref.name }
      : ref
  const speakers =
    body.speaker.length > 0 && body.unnamed === undefined
      ? namesOf(body.speaker.map(inFull))
      : oneLine(body.unnamed ?? 'speaker not named').replace(/^[\s,;:]+|[\s,;:]+$/g, '')
  const isSpeaker = (ref: Ref) => body.unnamed === undefined && body.speaker.some(({ id }) => id === ref.id)
  const of = namesOf(body.of.filter((ref) => !isSpeaker(ref)))
  return of === '' || speakers.includes(of) ? speakers : `${speakers} (${of})`
}

// A mixed statement keeps the quotation marks inside it, unless all of it is quoted.
function contentRun(body: Statement['body'], length: number): Run {
  // "We ran out of time," ends for its reader where the comma stands.
  const words = withoutDateline(oneLine(body.content))
    .replace(/^that,?\s+(?=\S)/i, '')
    .replace(/,(?=["”']?$)/, '')
  const allQuoted = /^[“"][^”"]*[”"]?[.,]?$/.test(words)
  if (body.form === 'direct' || (body.form === 'mixed' && allQuoted))
    return quoted(cutAt(unquoted(words), length))
  return plain(cutAt(body.form === 'mixed' ? words : unquoted(words), length))
}

/** "As told by Lund": who tells that another said it, where no report has it otherwise; "" else. */
function retold(reader: RecordReader, entry: Statement): string {
  const own = new Set([...entry.body.speaker, ...entry.body.of].flatMap((ref) => [ref.id, ref.name]))
  const tellers = entry.evidence.map((item) =>
    item.according.filter(
      (who) =>
        !voicesIn(who).every((one) => own.has(one)) && !isOutlet(reader, who) && who !== entry.body.unnamed,
    ),
  )
  if (tellers.length === 0 || tellers.some((chain) => chain.length === 0)) return ''
  return `as told by ${listWords([...new Set(tellers.map(([who]) => whoWords(reader, who!)))])}`
}

/** Outlets and agencies through which every report of it has it; "" where some report has it at first hand. */
function secondHand(reader: RecordReader, entry: Statement): string {
  const own = new Set([...entry.body.speaker, ...entry.body.of].flatMap((ref) => [ref.id, ref.name]))
  if (entry.body.unnamed) own.add(entry.body.unnamed)
  const chains = entry.evidence.map((item) =>
    item.according.filter((who) => !voicesIn(who).every((one) => own.has(one))),
  )
  if (chains.length === 0 || chains.some((chain) => chain.length === 0)) return ''
  const outlets = chains.map((chain) => chain.filter((who) => isOutlet(reader, who)))
  if (outlets.some((chain) => chain.length === 0)) return ''
  return listWords([...new Set(outlets.flat().map((who) => whoWords(reader, who)))])
}

function isOutlet(reader: RecordReader, who: string): boolean {
  if (who.startsWith('outlet:')) return true
  return reader.origin(who) !== undefined
}

/** The name of someone given by id or by words. */
export function whoWords(reader: RecordReader, who: string): string {
  const voices = voicesIn(who)
  if (voices.length > 1) return listWords(voices.map((one) => whoWords(reader, one)))
  const known = reader.party(who) ?? reader.origin(who)
  if (known) return oneLine(known.name)
  const bare = /^[a-z]+:(.+)$/.exec(who)?.[1]
  if (bare === undefined)
    return oneLine(who).replace(/^(?:An?|One|Two|Three|Four|Five|Several|Some|The)(?= \p{Ll})/u, (word) =>
      word.toLowerCase(),
    )
  return oneLine(
    bare
      .split('-')
      .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
      .join(' '),
  )
}
