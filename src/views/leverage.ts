// In: a record. Out: what hangs on what (leverage, preconditions, packages, exchange) and who depends on whom.
import type { RecordReader } from '../record/reader.ts'
import { concentrationLine } from './concentration-line.ts'
import { dayWords, isUnknown } from './day-words.ts'
import { entryLine } from './entry-line.ts'
import { byImportance } from './importance.ts'
import { type Kind, type Line, type Page, plain, quoted, strong } from './line.ts'
import { pageOf } from './page.ts'
import { listWords, namesOf } from './party-words.ts'
import { oneLine, unquoted } from './safe-text.ts'
import { valueWords } from './value-words.ts'

/** The page of leverage and dependency. */
export function leveragePage(reader: RecordReader): Page {
  return pageOf(reader, 'leverage', 'What hangs on what', [
    {
      id: 'linkages',
      title: 'What hangs on what',
      lines: byImportance(reader.ofKind('linkage'), reader).map(linkageLine),
      empty: 'No report ties one matter to another.',
    },
    {
      id: 'dependencies',
      title: 'Who depends on whom',
      lines: byImportance(reader.ofKind('dependency'), reader).map((entry) => {
        const measured = concentrationLine(entry)
        return { ...dependencyLine(entry), ...(measured && { lines: [measured] }) }
      }),
      empty: 'No report tells of a dependency.',
    },
  ])
}

const BETWEEN: Readonly<Record<Kind<'linkage'>['body']['relation'], string>> = {
  leverage: 'over',
  precondition: 'hangs on',
  package: 'together with',
  exchange: 'for',
  retaliation: 'in answer to',
  sequence: 'then',
  pressure: 'to press for',
}

/** A condition told with its own "unless", "until" or "once" needs no word before it. */
const between = (relation: Kind<'linkage'>['body']['relation'], to: string) =>
  /^(unless|until|till|if|once|after|when)\b/i.test(to) ? ', ' : ` ${BETWEEN[relation]} `

/** "leverage: “rare earths” over “chips” · used by CN against US". */
export function linkageLine(entry: Kind<'linkage'>): Line {
  const { body } = entry
  const facts = [
    body.user.length > 0 ? `by ${namesOf(body.user)}` : '',
    body.target.length > 0 ? `against ${namesOf(body.target)}` : '',
  ].filter(Boolean)
  return entryLine(entry, [
    strong(body.relation),
    plain(': '),
    quoted(unquoted(oneLine(body.from))),
    ...(body.to ? [plain(between(body.relation, body.to)), quoted(unquoted(oneLine(body.to)))] : []),
    ...(body.goal
      ? [plain(/^to\b/.test(body.goal) ? ' · ' : ' · so that: '), quoted(unquoted(oneLine(body.goal)))]
      : []),
    plain(facts.length > 0 ? ` · ${facts.join(' ')}` : ''),
  ])
}

/** "US depends on CN for rare earths: about 70 % · affects …". */
export function dependencyLine(entry: Kind<'dependency'>): Line {
  const { body } = entry
  const facts = [
    body.share ? valueWords(body.share) : '',
    isUnknown(body.asOf) ? '' : `as of ${dayWords(body.asOf)}`,
    body.affects.length > 0 ? `affects ${listWords(body.affects.map(oneLine))}` : '',
  ].filter(Boolean)
  const who = namesOf(body.dependent)
  return entryLine(entry, [
    strong(who === '' ? 'Others' : who),
    plain(` on ${oneLine(body.on.name)} for ${oneLine(body.what)}`),
    plain(facts.length > 0 ? `: ${facts.join(' · ')}` : ''),
  ])
}
