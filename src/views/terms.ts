// In: a record and an agreement. Out: the checklist of its terms: owed by, to, when, how verified, met or not, with evidence.
import type { RecordReader } from '../record/reader.ts'
import { agreementLine, agreementParts } from './agreements.ts'
import { entryLine } from './lines/entry-line.ts'
import { type Kind, type Line, type Page, plain, type Section, strong } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { dayKey, dayWords, isPast, isUnknown } from './words/day-words.ts'
import { namesOf } from './words/party-words.ts'
import { oneLine, withoutArticle } from './words/safe-text.ts'

type Agreement = Kind<'agreement'>
type Commitment = Kind<'commitment'>

/** How a term stands: what no report tells of stands as not reported, also after its day. */
type Standing = 'met' | 'unmet' | 'not reported'

const standingOf = ({ body }: Commitment): Standing => (body.status === 'open' ? 'not reported' : body.status)

const BOX: Readonly<Record<Standing, string>> = {
  met: '[x] met',
  unmet: '[!] unmet',
  'not reported': '[ ] not reported',
}

/** The agreement an entry is, or is a term of. */
export function agreementOf(reader: RecordReader, id: string): Agreement | undefined {
  const entry = reader.entry(id)
  if (entry?.kind === 'agreement') return entry
  if (entry?.kind !== 'commitment') return undefined
  const all = reader.entries({ kinds: ['agreement'], aside: true })
  return all.find((one): one is Agreement => one.kind === 'agreement' && one.body.terms.includes(id))
}

/** The page of one agreement's terms. */
export function termsPage(reader: RecordReader, agreement: Agreement): Page {
  const terms = agreement.body.terms.flatMap((id) => {
    const term = reader.entry(id)
    return term?.kind === 'commitment' ? [term] : []
  })
  const key = (term: Commitment) => `${dayKey(term.body.due)} ${term.id}`
  terms.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const other = agreementParts(reader, agreement, false)
  const sections: Section[] = [
    { id: 'agreement', title: 'The agreement', lines: [agreementLine(reader, agreement, false)] },
    {
      id: 'terms',
      title: `Terms: ${tallyOf(terms)}`,
      lines: terms.map((term) => termLine(reader, term)),
      empty: 'None of its terms was read.',
    },
    ...(other.length > 0 ? [{ id: 'beside', title: 'Steps, accounts, what is open', lines: other }] : []),
  ]
  return pageOf(reader, 'terms', `Terms of ${withoutArticle(oneLine(agreement.body.name))}`, sections)
}

/** The page of a promise that no report puts under an agreement. */
export const promisePage = (reader: RecordReader, promise: Commitment): Page =>
  pageOf(reader, 'terms', `Promise of ${namesOf(promise.body.by) || 'a party not named'}`, [
    {
      id: 'terms',
      title: 'Told under no agreement',
      lines: [termLine(reader, promise)],
    },
  ])

function tallyOf(terms: readonly Commitment[]): string {
  if (terms.length === 0) return 'none given'
  const count = (standing: Standing) => terms.filter((term) => standingOf(term) === standing).length
  return `${count('met')} met · ${count('unmet')} unmet · ${count('not reported')} not reported`
}

/** "[ ] not reported · owed by A · to B: … · by 1 Jul · verified by …"; what no report gives is said to be not given. */
function termLine(reader: RecordReader, term: Commitment): Line {
  const { body } = term
  const standing = standingOf(term)
  const to = namesOf(body.to)
  const late = standing === 'not reported' && isPast(body.due, reader.on)
  const facts = [
    isUnknown(body.due) ? 'when: not given' : `by ${dayWords(body.due)}${late ? ' (fell due)' : ''}`,
    body.verification ? `verified by ${oneLine(body.verification)}` : 'how verified: not given',
  ]
  return entryLine(term, [
    strong(BOX[standing]),
    plain(` · owed by ${namesOf(body.by) || '(not given)'}`),
    plain(` to ${to || '(not given)'}: ${oneLine(body.what)} · ${facts.join(' · ')}`),
  ])
}
