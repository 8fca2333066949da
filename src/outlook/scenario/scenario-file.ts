// In: the text of a scenario file (YAML). Out: what it assumes, checked; misuse is a problem that says where.
import { LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { isDay } from '../../model/index.ts'
import { problem } from '../../problem.ts'

const Day = z
  .union([z.string(), z.date()])
  .transform((value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)))
  .refine(isDay, { error: 'no day that exists; write it as YYYY-MM-DD' })

/** Words; a number alone is one too. */
export const Words = z.union([z.string().min(1), z.number()]).transform(String)

/** "20 %" or 20: percent of the value. */
const Percent = z
  .union([z.number(), z.string()])
  .transform((value) => (typeof value === 'number' ? value : Number(value.replace(/\s*%$/, ''))))
  .refine((value) => Number.isFinite(value) && value >= 0 && value < 1e6, { error: 'no rate in percent' })

export const AssumedStep = z
  .strictObject({
    /** Words of the layer it acts on; a layer of its own where none that was read has them. */
    layer: Words,
    set: Percent.optional(),
    suspend: z.union([z.literal(true), Percent]).optional(),
    end: z.literal(true).optional(),
    ban: z.literal(true).optional(),
    licence: z.string().optional(),
    status: z.string().optional(),
    from: Day,
    /** The first day on which it no longer holds. */
    until: Day.optional(),
    /** Whose measure it is and whom it hits, by id; for a layer of its own. */
    by: z.string().optional(),
    on: z.string().optional(),
    because: z.string().optional(),
  })
  .refine(
    (step) =>
      [step.set, step.suspend, step.end, step.ban, step.licence, step.status].filter(
        (one) => one !== undefined,
      ).length === 1,
    { error: 'expected exactly one of set, suspend, end, ban, licence, status' },
  )
export type AssumedStep = z.infer<typeof AssumedStep>

/** Terms that go on for some days more, by words of their layer; all that are open where no words are given. */
export const Extensions = z
  .array(
    z.strictObject({
      term: Words.optional(),
      days: z.int().min(1).max(36_500),
      because: z.string().optional(),
    }),
  )
  .default([])

export const ScenarioFile = z.strictObject({
  name: Words.optional(),
  by: Words.optional(),
  /** Terms that go on, by words of their layer; all that are open where no words are given. */
  extend: Extensions,
  /** What is announced comes about: all of it, or what is on the layers with these words. */
  announced: z.union([z.boolean(), z.array(Words)]).default(false),
  /** Whether something comes about that steps hang on, by its words. */
  facts: z.array(z.strictObject({ event: Words, happens: z.boolean() })).default([]),
  /** Steps that rest on this evidence are taken out: what a person holds to be read wrongly. */
  without: z.array(Words).default([]),
  steps: z.array(AssumedStep).default([]),
})
export type ScenarioFile = z.infer<typeof ScenarioFile>

/** Reads a scenario; throws `scenario-not-understood` with the line and what was expected there. */
export const readScenario = (text: string, path: string): ScenarioFile => readYaml(text, path, ScenarioFile)

/** Reads a YAML file by its schema; throws `scenario-not-understood` with the line and what was expected there. */
export function readYaml<S extends z.ZodType>(text: string, path: string, schema: S): z.infer<S> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors
  const lineAt = (offset: number) => `line ${lines.linePos(offset).line}`
  if (broken)
    throw problem('scenario-not-understood', {
      path,
      wrong: `${lineAt(broken.pos[0])}: ${broken.message.replace(/ at line \d[\s\S]*/, '')}`,
    })
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 20 }) ?? {})
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const node = document.getIn(issue?.path ?? [], true) as { range?: [number, number, number] } | undefined
  const where = [...(node?.range ? [lineAt(node.range[0])] : []), (issue?.path ?? []).join('.') || 'the file']
  throw problem('scenario-not-understood', {
    path,
    wrong: `${where.join(': ')}: ${issue?.message ?? 'not understood'}`,
  })
}
