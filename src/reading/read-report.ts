// In: a report and an engine. Out: its reading: the claims it makes, plain JSON, no day resolved.
import { type ClaimEngine, findAll } from '../claims/engine.ts'
import type { Doc } from '../language/doc.ts'
import type { Models } from '../language/models.ts'
import { readText } from '../language/read.ts'
import type { Mention, Reading, Report } from '../model/index.ts'

/** What reading needs, made once: weights, words and cards. `version` names them all in every record. */
export interface Engine {
  readonly models: Models
  readonly claims: ClaimEngine
  readonly version: string
}

/** The table of a report: every layer of the language, before claims. */
export const readDoc = (report: Report, engine: Engine): Doc =>
  readText(report.text, report.parts, report.language, engine.models, engine.claims.lexicon)

/** Reads one report. Text in another language than English is kept and not read. Pure and synchronous. */
export function readReport(report: Report, engine: Engine): Reading {
  return readingOf(report, readDoc(report, engine), engine)
}

/** The reading of a report whose table is at hand. */
export function readingOf(report: Report, doc: Doc, engine: Engine): Reading {
  const { claims, tellings, denials } = findAll(doc, report.id, engine.claims)
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
    mentions: mentionsOf(doc),
    claims,
    tellings,
    denials,
    sentences: {
      read: doc.sents.length,
      withClaim: doc.sents.filter((sentence) => told.has(sentence.start)).length,
    },
    notices: [],
    readingVersion: engine.version,
  }
}

function mentionsOf(doc: Doc): Mention[] {
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
  return [...mentions.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
