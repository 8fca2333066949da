// In: a report, its table and its reading. Out: everything found in it, every offset in its text, as one JSON value.
import * as z from 'zod'
import { type Doc, UPOS } from '../language/doc.ts'
import { resolveTimes } from '../language/times/resolve.ts'
import { Bound, Claim, Genre, Notice, PartRole, type Reading, type Report } from '../model/index.ts'

const Extent = z.object({ start: z.int(), end: z.int() })

/** One line of `parley annotate` (docs/schema): a stable contract; fields may be added, not renamed. */
export const Annotation = z.object({
  report: z.object({
    id: z.string(),
    path: z.string(),
    outlet: z.string().optional(),
    title: z.string().optional(),
    genre: Genre,
    published: z.object({
      value: z.string().optional(),
      earliest: z.string().optional(),
      latest: z.string().optional(),
      how: z.string(),
    }),
  }),
  text: z.string(),
  parts: z.array(Extent.extend({ role: PartRole })),
  sents: z.array(Extent),
  /** `pos` UPOS; `dep` UD, "" where unparsed; `head` a token index, −1 for roots and unparsed sentences. */
  tokens: z.array(
    Extent.extend({
      lemma: z.string(),
      pos: z.enum(UPOS),
      head: z.int(),
      dep: z.string(),
    }),
  ),
  names: z.array(Extent.extend({ type: z.string(), id: z.string() })),
  /** TIMEX3 `value`, resolved against the report's own day of publication where that is known; `from`/`to` half-open. */
  times: z.array(
    Extent.extend({
      type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
      value: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
    }),
  ),
  quantities: z.array(
    Extent.extend({ value: z.number(), high: z.number().optional(), unit: z.string(), bound: Bound }),
  ),
  quotations: z.array(
    z.object({
      source: z.array(Extent),
      cue: z.array(Extent),
      content: z.array(Extent),
      speaker: z.array(z.string()),
      via: z.array(z.string()),
      form: z.enum(['direct', 'indirect', 'mixed']),
    }),
  ),
  claims: z.array(Claim),
  notices: z.array(Notice),
})
export type Annotation = z.infer<typeof Annotation>

/** The annotation of one report. */
export function annotationOf(report: Report, doc: Doc, reading: Reading): Annotation {
  const { earliest, latest, how } = report.published
  const value = earliest !== undefined && earliest === latest ? earliest : undefined
  return {
    report: {
      id: report.id,
      path: report.path,
      ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
      ...(report.title === undefined ? {} : { title: report.title }),
      genre: report.genre,
      published: {
        ...(value === undefined ? {} : { value }),
        ...(earliest === undefined ? {} : { earliest }),
        ...(latest === undefined ? {} : { latest }),
        how,
      },
    },
    text: report.text,
    parts: report.parts.map(({ start, end, role }) => ({ start, end, role })),
    sents: doc.sents.map(extentOf),
    tokens: tokensOf(doc),
    names: doc.names.map((name) => ({ ...extentOf(name), type: name.type, id: name.id })),
    times: timesOf(doc, value),
    quantities: doc.quantities.map((one) => ({
      ...extentOf(one),
      value: one.value,
      ...(one.high === undefined ? {} : { high: one.high }),
      unit: one.unit,
      bound: one.bound,
    })),
    quotations: doc.quotations.map((one) => ({
      source: one.source.map(extentOf),
      cue: one.cue.map(extentOf),
      content: one.content.map(extentOf),
      speaker: [...one.speakers],
      via: [...one.via],
      form: one.form,
    })),
    claims: reading.claims,
    notices: reading.notices,
  }
}

const extentOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end })

function tokensOf({ tokens }: Doc): Annotation['tokens'] {
  return Array.from({ length: tokens.count }, (_, at) => ({
    start: tokens.start[at] ?? 0,
    end: tokens.end[at] ?? 0,
    lemma: tokens.lemma[at] ?? '',
    pos: UPOS[tokens.pos[at] ?? 0] ?? 'X',
    head: tokens.head[at] ?? -1,
    dep: tokens.dep[at] ?? '',
  }))
}

function timesOf(doc: Doc, published: string | undefined): Annotation['times'] {
  const resolved = resolveTimes(doc, published === undefined ? {} : { published })
  return doc.times.map((time, at) => {
    const { value = time.value, from, to } = resolved[at] ?? {}
    return {
      ...extentOf(time),
      type: time.type,
      ...(value === undefined ? {} : { value }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }
  })
}
