// In: a record. Out: parties and people with the names and titles that reports give them.
import type { Party } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { bareLine, type Line, type Page, plain, strong } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { listWords } from './words/party-words.ts'
import { oneLine } from './words/safe-text.ts'

/** The page of parties: those who negotiate first, then people, then everybody else. */
export function partiesPage(reader: RecordReader): Page {
  const atTable = new Set(reader.negotiation.parties.map((ref) => ref.id))
  const parties = [...reader.parties()].sort(
    (a, b) => b.reports - a.reports || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
  const people = parties.filter((party) => party.kind === 'person')
  const section = (id: string, title: string, members: readonly Party[]) => ({
    id,
    title,
    lines: members.map((party) => partyLine(reader, party)),
    empty: 'None.',
  })
  return pageOf(reader, 'parties', 'Parties and people', [
    section(
      'at-the-table',
      'At the table',
      parties.filter((party) => atTable.has(party.id)),
    ),
    section('people', 'People', people),
    section(
      'others',
      'Others',
      parties.filter((party) => !atTable.has(party.id) && party.kind !== 'person'),
    ),
  ])
}

function partyLine(reader: RecordReader, party: Party): Line {
  const total = reader.counts().reports
  const of = party.of ? reader.party(party.of)?.name : undefined
  const titles = party.titles.map((title) => `${oneLine(title.title)} (${title.reports.length} of ${total})`)
  const others = party.names.map(oneLine).filter((name) => name !== oneLine(party.name))
  const facts = [
    party.kind === 'person' ? '' : party.kind,
    of ? `of ${oneLine(of)}` : '',
    titles.length > 0 ? titles.join(', ') : '',
    others.length > 0 ? `also ${listWords(others.slice(0, 6))}` : '',
    `named by ${party.reports} of ${total}`,
    party.id,
  ].filter(Boolean)
  return bareLine([strong(oneLine(party.name)), plain(` · ${facts.join(' · ')}`)])
}
