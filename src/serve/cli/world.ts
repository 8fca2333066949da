// In: nothing. Out: what the command line needs of the machine it runs on, so that tests can give it another.
import type { Notice, Report } from '../../model/index.ts'
import type { Engine } from '../../reading/read-report.ts'
import type { RecordReader } from '../../record/reader.ts'
import type { SentenceSource } from '../../views/lines/found-sentences.ts'

/** Which record is asked for. */
export interface RecordQuestion {
  readonly paths: readonly string[]
  /** The dossier to read instead of paths. */
  readonly dossier?: string
  readonly packs: readonly string[]
  /** A file of names to read with. */
  readonly glossary?: string
  /** Parties and words the record is narrowed to. */
  readonly about?: readonly string[]
  /** A file of the user's own issues. */
  readonly issues?: string
  readonly asOf?: string
  readonly on?: string
  /** Of a dossier: as it stood at this instant of its own clock. */
  readonly recordedBy?: string
}

/** A record made from paths; `loss` says that something there could not be read. */
export interface Opened {
  readonly reader: RecordReader
  /** The sentences it was made from. */
  readonly sentences: SentenceSource
  /** Trouble to tell: all that was met, of a dossier only what is left unread, as the rest was told when it was added. */
  readonly notices: readonly Notice[]
  readonly loss: boolean
}

/** Reports as they were read, with the engine that reads them: for `annotate`. */
export interface OpenedReports {
  readonly reports: readonly Report[]
  readonly engine: Engine
  readonly notices: readonly Notice[]
  readonly loss: boolean
}

/** Streams, terminal, files and the way to a record. */
export interface World {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
  readonly pathExists: (path: string) => boolean
  readonly readFile: (path: string) => Promise<string>
  readonly openRecord: (question: RecordQuestion, progress: Progress) => Promise<Opened>
  readonly openReports: (question: RecordQuestion, progress: Progress) => Promise<OpenedReports>
  /** Dossiers in this folder. */
  readonly dossiersHere: () => readonly string[]
}

/** Told what is being done, how much of it is done, and how much there is. */
export type Progress = (doing: string, done: number, of: number) => void
