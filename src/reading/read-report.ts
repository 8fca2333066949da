// In: a report and an engine. Out: its reading: the claims it makes, plain JSON, no day resolved.
import { type ClaimEngine, findAll } from '../claims/engine.ts'
import { toldDates } from '../claims/sentence/told-dates.ts'
import { type Doc, type Sentence, UPOS } from '../language/doc.ts'
import { type NameWords, nameWordsOf } from '../language/names/words.ts'
import { readText } from '../language/read.ts'
import type { Models } from '../language/reader/models.ts'
import type { Mention, Reading, Report, Sentences } from '../model/index.ts'

/** What reading needs, made once: weights, words and cards. `version` names them all in every record. */
export interface Engine {
  readonly models: Models
  readonly claims: ClaimEngine
  readonly version: string
}

/** The table of a report: every layer of the language, before claims. */
export const readDoc = (report: Report, engine: Engine): Doc =>
  readText(report.text, report.parts, report.language, engine.models, engine.claims.lexicon, report.outlet)

/** Reads one report. Text in another language than English is kept and not read. Pure and synchronous. */
export function readReport(report: Report, engine: Engine): Reading {
  return readingOf(report, readDoc(report, engine), engine)
}

/** The reading of a report whose table is at hand. */
export function readingOf(report: Report, doc: Doc, engine: Engine): Reading {
  const { claims, tellings, denials } = findAll(doc, report.id, engine.claims)
  const { earliest, latest } = report.published
  const dates = earliest !== undefined && earliest === latest ? [] : toldDates(doc)
  const { text: _text, ...rest } = report
  const told = new Set(claims.flatMap((claim) => claim.evidence.spans.map((span) => span.start)))
  return {
    report: rest,
    fingerprint: { outside: [...doc.fingerprint.outside], inside: [...doc.fingerprint.inside] },
    credits: doc.fingerprint.credits.map(({ start, end, outlet, relation, whole }) => ({
      start,
      end,
      outlet,
      relation,
      whole,
    })),
    mentions: mentionsOf(doc, nameWordsOf(engine.claims.lexicon)),
    claims,
    tellings,
    denials,
    ...(dates.length > 0 ? { dates } : {}),
    sentences: sentencesOf(doc, told),
    notices: [],
    readingVersion: engine.version,
  }
}

/** How many sentences were read, and those that tell something and gave no claim; `told` holds where those begin that did. */
function sentencesOf(doc: Doc, told: ReadonlySet<number>): Sentences {
  const unread = doc.sents
    .filter((sentence) => !told.has(sentence.start) && tellsSomething(doc, sentence))
    .map(({ start, end }) => ({ start, end }))
  return {
    read: doc.sents.length,
    withClaim: doc.sents.filter(({ start }) => told.has(start)).length,
    ...(unread.length > 0 ? { unread } : {}),
  }
}

/** A whole sentence with a verb, of no more characters than a line has room for, and no question. */
const tellsSomething = ({ text, tokens }: Doc, { start, end, first, last, role }: Sentence): boolean =>
  role === 'body' &&
  end - start <= LONGEST_UNREAD &&
  /[.!]["”’']?\s*$/.test(text.slice(start, end)) &&
  tokens.pos.subarray(first, last).some((pos) => pos === VERB || pos === AUX)

const LONGEST_UNREAD = 320
const [VERB, AUX] = [UPOS.indexOf('VERB'), UPOS.indexOf('AUX')]

/** Whom a report names, and the bodies that somebody is of though it names them by no word ("Ada Lind (R-Ohio)"). */
function mentionsOf(doc: Doc, { bodies }: NameWords): Mention[] {
  const mentions = new Map<string, Mention>()
  for (const name of doc.names) {
    const known = mentions.get(name.id)
    if (known) {
      known.count++
      if (name.title && !known.title) known.title = name.title
      if (name.of && !known.of) known.of = name.of
    } else
      mentions.set(name.id, {
        id: name.id,
        name: name.canonical,
        type: name.type,
        ...(name.of ? { of: name.of } : {}),
        ...(name.title ? { title: name.title } : {}),
        count: 1,
      })
  }
  const short = abbreviationsIn(doc)
  for (const { of } of [...mentions.values()]) {
    const body = of !== undefined && !mentions.has(of) ? bodies.get(of) : undefined
    if (of === undefined || !body) continue
    const { name } = body
    mentions.set(of, { id: of, name, type: 'organisation', ...(body.of ? { of: body.of } : {}), count: 0 })
  }
  return [...mentions.values(), ...short].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Bodies by the abbreviations that the report explains, once each: other reports may use them without a word. */
function abbreviationsIn({ names, text }: Doc): Mention[] {
  const found = new Map<string, Mention>()
  for (const { id, type, canonical, start, end, foundBy } of names) {
    const name = text.slice(start, end)
    if (foundBy !== 'acronym' || name === canonical || !/^(?:organisation|government)$/.test(type)) continue
    found.set(`${id} ${name}`, { id, name, type, count: 0 })
  }
  return [...found.values()]
}
