// In: a record and a deal picked from it. Out: the page of what it takes, crosses and leaves open, and what holds after it.
import type { Deal, OpenMatter, Position } from '../outlook/deal/deal.ts'
import { termsToPick } from '../outlook/deal/deal.ts'
import { letLapse } from '../outlook/scenario/resolve-scenario.ts'
import type { Regimes } from '../outlook/told/regimes.ts'
import type { RecordReader } from '../record/reader.ts'
import { entryLine, partLine } from './lines/entry-line.ts'
import { type Line, type Page, plain, quoted, strong, weak } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { whatIfPage } from './what-if.ts'
import { listWords } from './words/party-words.ts'
import { cutAt, oneLine, unquoted } from './words/safe-text.ts'

/** What there is to pick from. No deal is proposed. */
export function picksPage(reader: RecordReader): Page {
  const { asks, refusals, first } = termsToPick(reader)
  const section = (id: string, title: string, list: readonly Position[]) => ({
    id,
    title,
    lines: list.map((one) => positionLine(one, true)),
    empty: 'No report tells of any.',
  })
  return pageOf(reader, 'deal', 'Terms to pick from', [
    section('asks', 'What each side asks, offers or is open to', asks),
    section('refusals', 'What each side refuses', refusals),
    section('first', 'What each side wants first', first),
  ])
}

/** The deal's page. */
export function dealPage(reader: RecordReader, regimes: Regimes, deal: Deal): Page {
  const after = whatIfPage(reader, regimes, letLapse(regimes), deal.after)
  const lines = (list: readonly Position[]) => list.map((one) => positionLine(one))
  const page = pageOf(reader, 'deal', `Deal: ${deal.name}`, [
    { id: 'taken', title: 'Terms taken', lines: lines(deal.taken) },
    {
      id: 'crosses',
      title: 'Red lines and refusals that it may cross, by the words they share',
      lines: deal.crosses.map(({ line, by }) => ({
        ...positionLine(line),
        lines: by.map(({ term, words }) => ({
          ...positionLine(term),
          runs: [plain(`by ${listWords(words.map((word) => `“${word}”`))}: `), ...positionLine(term).runs],
        })),
      })),
      empty: 'None of those read shares a word with what is taken.',
    },
    {
      id: 'untouched',
      title: 'Red lines and refusals that it does not touch',
      lines: lines(deal.untouched),
      empty: 'None was read.',
    },
    {
      id: 'preconditions',
      title: 'Preconditions',
      lines: deal.preconditions.map((one) => matterLine(reader, one)),
      empty: 'None was read.',
    },
    {
      id: 'approvals',
      title: 'Approvals',
      lines: deal.approvals.map((one) => matterLine(reader, one)),
      empty: 'Nothing that was read says who must approve.',
    },
    {
      id: 'not-taken',
      title: 'Asked and offered, not taken',
      lines: lines(deal.notTaken),
      empty: 'Nothing.',
    },
    ...after.sections.map((section) => ({
      ...section,
      title:
        section.id === 'differences'
          ? 'What holds after it, against letting everything lapse'
          : section.title,
    })),
  ])
  return page
}

function positionLine(entry: Position, withId = false): Line {
  const { body } = entry
  return entryLine(entry, [
    strong(oneLine(body.party.name)),
    plain(` · ${body.stance.replace('-', ' ')}: `),
    quoted(cutAt(unquoted(oneLine(body.content)), 200)),
    weak(
      body.toldBy === 'self'
        ? ''
        : ` · told by ${body.toldBy === 'opponent' ? 'the other side' : body.toldBy}`,
    ),
    weak(withId ? ` · take: ${entry.id}` : ''),
  ])
}

function matterLine(reader: RecordReader, { entry, evidence, words, who, met }: OpenMatter): Line {
  return partLine(
    reader,
    entry,
    evidence,
    [
      strong(met ? 'met' : 'left open'),
      plain(`: ${who ? `${oneLine(who.name)}: ` : ''}`),
      quoted(cutAt(unquoted(oneLine(words)), 200)),
    ],
    entry.modality,
  )
}
