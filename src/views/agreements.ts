// In: a record. Out: agreements with their stage, terms, what is left open, who must approve, and each side's account.
import { type Day, isActual } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { commitmentLine } from './commitments.ts'
import { entryLine, partLine } from './lines/entry-line.ts'
import { byImportance } from './lines/importance.ts'
import { bareLine, type Kind, type Line, type Mark, type Page, plain, quoted, strong } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { reportedOver } from './lines/reported.ts'
import { dayWords, isPast, isUnknown } from './words/day-words.ts'
import { explained, isThin } from './words/in-its-words.ts'
import { listWords, namesOf, someOf } from './words/party-words.ts'
import { cutAt, oneLine, unquoted, withoutArticle } from './words/safe-text.ts'

type Agreement = Kind<'agreement'>

/** The page of all agreements. */
export function agreementsPage(reader: RecordReader): Page {
  return pageOf(reader, 'agreements', 'Agreements', [
    {
      id: 'agreements',
      title: 'Agreements',
      lines: orderedAgreements(reader).map((entry) => agreementLine(reader, entry)),
      empty: 'Nothing that was read tells of an agreement.',
    },
  ])
}

/** Agreements in order of importance. */
export const orderedAgreements = (reader: RecordReader): Agreement[] =>
  byImportance(reader.ofKind('agreement'), reader)

/** The line of an agreement with its terms and what is open below. */
export function agreementLine(reader: RecordReader, entry: Agreement, withParts = true): Line {
  const { body } = entry
  const reached = body.stages.filter(({ stage }) => stage === body.stage)
  const done = reached.filter(({ modality }) => isActual(modality))
  const dated = (done.length > 0 ? done : reached).findLast(({ on }) => !isUnknown(on))
  const name = withoutArticle(oneLine(body.name))
  const about = body.about.map(oneLine).filter((words) => !name.includes(withoutArticle(words)))
  const facts = [
    name.toLowerCase().includes(body.form) ? '' : body.form,
    stageWords(entry),
    dated ? dayWords(dated.on) : '',
    aheadWords(body, reader.on),
    body.between.length > 0 ? `sides: ${namesOf(body.between)}` : '',
    about.length > 0 ? `on ${someOf(about)}` : '',
    withParts || body.terms.length > 0 ? '' : 'terms not given',
    dated ? '' : reportedOver(entry, reader),
  ].filter(Boolean)
  const lines = withParts ? agreementParts(reader, entry) : []
  // What lines below tell is of something: "the accord" says of nothing.
  const words =
    lines.length > 0 && !isThin(name) ? [] : explained(entry, `${name} ${facts.join(' ')}`, dated?.on)
  const without: readonly Mark[] = isOfPast(body, reader.on) ? ['planned', 'expected'] : []
  return entryLine(entry, [strong(name), plain(`: ${facts.join(' · ')}`), ...words], { lines, without })
}

/** What can only become of an agreement that there is. */
const OF_STANDING: ReadonlySet<string> = new Set(['left', 'extended', 'suspended', 'lapsed'])

/** How far it has come: "ratified by the crews", which binds nobody else, "not agreed" where that is denied, nothing where only what is planned for a standing one is told. */
function stageWords({ body: { stage, stages, approvals }, polarity }: Agreement): string {
  if (polarity === 'denied') return `not ${stage}`
  const done = stage === 'ratified' ? approvals.filter((one) => one.done) : []
  const names = done.map(({ who }) => oneLine(who.name))
  // "The dockers" beside "the port's dockers".
  const who = names.filter(
    (name) => !names.some((other) => other !== name && other.toLowerCase().endsWith(name.toLowerCase())),
  )
  if (who.length > 0) return `${stage} by ${listWords(who)}`
  return stage === 'proposed' && stages.length > 0 && stages.every((one) => OF_STANDING.has(one.stage))
    ? ''
    : stage
}

/** "planned: in force 28 Jan 2027", "was to be signed 3 May": the one stage told of an agreement that has not come to it. */
function aheadWords(body: Agreement['body'], on: Day | undefined): string {
  const [only] = body.stages
  if (!only || !isAhead(body)) return ''
  if (isOfPast(body, on)) return `was to be ${only.stage} ${dayWords(only.on)}`
  if (isUnknown(only.on)) return OF_STANDING.has(only.stage) ? `${only.modality}: ${only.stage}` : ''
  return `${only.modality}: ${only.stage} ${dayWords(only.on)}`
}

const isAhead = ({ stage, stages: [only, more] }: Agreement['body']): boolean =>
  only !== undefined && !more && only.stage !== stage

/** Planned for a day that is over: nobody can say that it is still planned. */
const isOfPast = (body: Agreement['body'], on: Day | undefined): boolean =>
  isAhead(body) && body.stages.every((one) => !isActual(one.modality) && isPast(one.on, on))

/** Each side's account of what was agreed; the same words are told once, by all who tell them and with all their evidence. */
function accountsOf(body: Agreement['body']): { by: string; words: string; evidence: string[] }[] {
  const accounts = new Map<string, { by: Set<string>; evidence: Set<string> }>()
  for (const { by, content, evidence } of body.accounts) {
    const words = unquoted(oneLine(content))
    const account = accounts.get(words) ?? { by: new Set(), evidence: new Set() }
    account.by.add(oneLine(by.name))
    account.evidence.add(evidence)
    accounts.set(words, account)
  }
  return [...accounts].map(([words, { by, evidence }]) => ({
    words,
    by: listWords([...by]),
    evidence: [...evidence],
  }))
}

/** Its stages, terms unless they are told elsewhere, accounts, approvals and what is left open. */
export function agreementParts(reader: RecordReader, entry: Agreement, withTerms = true): Line[] {
  const { body } = entry
  const terms = (withTerms ? body.terms : []).flatMap((id) => {
    const term = reader.entry(id)
    return term?.kind === 'commitment' ? [commitmentLine(term, reader, true)] : []
  })
  const stages = body.stages.length > 1 ? body.stages : []
  return [
    ...stages.map((stage) =>
      partLine(
        reader,
        entry,
        stage.evidence,
        [plain(`${stage.stage}${isUnknown(stage.on) ? '' : ` ${dayWords(stage.on)}`}`)],
        stage.modality,
      ),
    ),
    ...terms,
    ...accountsOf(body).map(({ words, by, evidence }) =>
      partLine(reader, entry, evidence, [plain(`as told by ${by}: `), quoted(cutAt(words, 200))]),
    ),
    ...(body.approvals.some(({ done }) => !done)
      ? [
          bareLine([
            plain(
              `to approve or sign: ${body.approvals.map((step) => `${oneLine(step.who.name)} (${step.done ? 'done' : 'not reported'})`).join(', ')}`,
            ),
          ]),
        ]
      : []),
    ...body.leftOpen.map((open) => bareLine([plain('left open: '), quoted(oneLine(open))])),
  ].map((line) =>
    line.evidence.length > 0
      ? line
      : { ...line, evidence: entry.evidence.map((item) => item.id), entry: entry.id },
  )
}
