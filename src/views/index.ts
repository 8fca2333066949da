// In: the views beside this file. Out: all of them by the name of their command.
import type { RecordReader } from '../record/reader.ts'
import { actsPage } from './acts.ts'
import { agendaPage } from './agenda.ts'
import { agreementsPage } from './agreements.ts'
import { asideSection } from './aside.ts'
import { commitmentsPage } from './commitments.ts'
import { disputesPage } from './disputes.ts'
import { figuresPage } from './figures.ts'
import { briefPage } from './first-page/brief.ts'
import { leveragePage } from './leverage.ts'
import type { Page, ViewOptions } from './lines/line.ts'
import { measuresPage } from './measures.ts'
import { partiesPage } from './parties.ts'
import { positionsPage } from './positions.ts'
import { sourcesPage } from './sources.ts'
import { statementsPage } from './statements.ts'
import { talksPage } from './talks.ts'
import { timelinePage } from './timeline.ts'
import { unreadPage } from './unread.ts'

/** A view: pure, a record in, a page of plain data out. */
export type View = (reader: RecordReader, options: ViewOptions) => Page

const ALL = {
  brief: briefPage,
  timeline: timelinePage,
  talks: talksPage,
  measures: measuresPage,
  agenda: agendaPage,
  positions: positionsPage,
  statements: statementsPage,
  figures: figuresPage,
  disputes: disputesPage,
  agreements: agreementsPage,
  commitments: commitmentsPage,
  leverage: leveragePage,
  acts: actsPage,
  parties: partiesPage,
  sources: sourcesPage,
  unread: unreadPage,
} as const satisfies Record<string, View>

export type ViewName = keyof typeof ALL

/** Every view that needs no more than a record. Where all is asked for, a page ends with the matters aside. */
export const VIEWS = Object.fromEntries(
  Object.entries(ALL).map(([name, view]: [string, View]) => [name, withAside(name, view)]),
) as Readonly<Record<ViewName, View>>

function withAside(name: string, view: View): View {
  return (reader, options) => {
    const page = view(reader, options)
    const aside = options.all ? asideSection(reader, name) : undefined
    return aside ? { ...page, sections: [...page.sections, aside] } : page
  }
}
