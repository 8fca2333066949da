// In: the record as `parley record` prints it. Out: one row for every evidence: kind, place in the report, values by field.

import type { Entry, Evidence, RecordJson } from '#parley/model/entry.ts'
import { voicesIn } from '#parley/model/index.ts'

/** A value found: a party or thing with its names, words, a code or number, or days (both included). */
export type Found =
  | { readonly ref: string; readonly names: readonly string[] }
  | { readonly text: string }
  | { readonly number: number }
  | { readonly earliest: string; readonly latest: string }

export interface Seen {
  readonly entry: string
  readonly kind: string
  readonly report: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  /** Values by field; an absent field and an empty list are both "not said". `members:US` holds a delegation. */
  readonly fields: Readonly<Record<string, readonly Found[]>>
}

type Ref = { readonly id: string; readonly name: string }
type Days = { readonly earliest?: string | undefined; readonly latest?: string | undefined }
type Draft = Record<string, Found[]>

/** Rows of every evidence of every entry. `reportOf` names a report by its id in the record. */
export function seenIn(record: RecordJson, reportOf: (id: string) => string | undefined): Seen[] {
  const speaksFor = new Map(record.parties.map((party) => [party.id, party.of]))
  const rows: Seen[] = []
  for (const entry of record.entries) {
    for (const evidence of entry.evidence) {
      const report = reportOf(evidence.report)
      if (report === undefined) continue
      rows.push({
        entry: entry.id,
        kind: entry.kind,
        report,
        spans: evidence.spans,
        fields: fieldsOf(entry, evidence, speaksFor),
      })
    }
  }
  return rows
}

function fieldsOf(
  entry: Entry,
  evidence: Evidence,
  speaksFor: ReadonlyMap<string, string | undefined>,
): Draft {
  const out: Draft = {}
  const add = (field: string, ...found: Found[]) => (out[field] ??= []).push(...found)
  const text = (field: string, ...words: (string | undefined)[]) => {
    for (const w of words) if (w !== undefined && w !== '') add(field, { text: w })
  }
  const number = (field: string, n: number | undefined) => {
    if (n !== undefined) add(field, { number: n })
  }
  const days = (field: string, d: Days | undefined) => {
    const earliest = d?.earliest ?? d?.latest
    const latest = d?.latest ?? d?.earliest
    if (earliest !== undefined && latest !== undefined) add(field, { earliest, latest })
  }
  const refs = (field: string, list: readonly (Ref | undefined)[]) => {
    for (const ref of list) {
      if (ref === undefined) continue
      add(field, { ref: ref.id, names: [ref.name] })
      const of = speaksFor.get(ref.id)
      if (of !== undefined) add(field, { ref: of, names: [] })
    }
  }
  const value = (v: { value: number; unit: string; bound: string } | undefined) => {
    if (v === undefined) return
    number('value', v.value)
    text('unit', v.unit)
    text('bound', v.bound)
  }
  text('modality', evidence.modality)
  text('polarity', evidence.polarity)
  for (const source of evidence.according.flatMap(voicesIn)) {
    add('according', { ref: source, names: [source] })
    add('via', { ref: source, names: [source] })
  }
  for (const d of evidence.days) for (const field of ['days', 'day']) days(field, d)
  for (const d of evidence.days)
    if (d.role === 'due' || d.role === 'originalDue' || d.role === 'to') days('due', d)

  switch (entry.kind) {
    case 'round': {
      const { body } = entry
      text('form', body.form)
      text('type', body.form)
      text('status', body.status)
      text('what', body.form, body.name)
      number('ordinal', body.ordinal)
      refs('place', [body.place])
      days('opens', body.opens)
      days('ends', body.ends)
      for (const d of body.inSession) days('inSession', d)
      for (const d of [body.opens, body.ends, ...body.inSession]) days('days', d)
      for (const d of [body.opens, body.ends, ...body.inSession]) days('day', d)
      text('agenda', ...body.agenda, body.name)
      for (const delegation of body.delegations) {
        refs('parties', [delegation.party])
        for (const seat of delegation.members) {
          refs(`members:${delegation.party?.id ?? ''}`, [seat.person])
          refs('persons', [seat.person])
          refs('parties', [seat.person])
          text(`office:${seat.person.id}`, seat.office)
        }
      }
      const leaders = body.form === 'summit' || /president|leader|summit|trump|\bxi\b/i.test(body.name)
      text('level', leaders ? 'leaders' : undefined, /minister/i.test(body.name) ? 'ministers' : undefined)
      break
    }
    case 'measure': {
      const { body } = entry
      text('type', body.type)
      text('direction', body.direction)
      text('authority', body.authority)
      text('what', body.name, ...body.goods)
      text('goods', body.name, ...body.goods)
      refs('by', body.by)
      refs('actor', body.by)
      refs('on', body.on)
      refs('to', body.on)
      const told = body.steps.filter((step) => step.evidence.includes(evidence.id))
      text('status', ...(told.length > 0 ? told.map((step) => step.status) : [body.status]))
      for (const step of told.length > 0 ? told : body.steps) {
        value(step.rate)
        for (const field of ['due', 'until']) days(field, step.to)
        for (const field of ['day', 'days']) days(field, step.from)
        text('untilBound', step.toIsBound ? '≥' : undefined)
      }
      break
    }
    case 'deadline': {
      const { body } = entry
      text('what', body.what, body.name)
      text('onLapse', body.onLapse)
      text('authority', body.authority)
      text('status', body.outcome)
      refs('obligor', body.obligor)
      refs('by', [...body.setBy, ...body.moves.flatMap((move) => move.by)])
      refs('between', [...body.setBy, ...body.moves.flatMap((move) => move.by)])
      days('due', body.due)
      days('until', body.due)
      for (const d of [body.originalDue, ...body.chain]) days('originalDue', d)
      for (const count of body.counts) if (count.evidence === evidence.id) number('moveCount', count.moves)
      for (const move of body.moves.filter((one) => one.evidence.includes(evidence.id))) {
        const open = ['planned', 'expected', 'possible', 'conditional'].includes(move.modality)
        number(open ? 'nextMove' : 'moveCount', move.n)
        refs('movedBy', move.by)
        text('moved', 'true')
      }
      break
    }
    case 'agreement': {
      const { body } = entry
      text('form', body.form)
      text('stage', body.stage)
      text('status', body.stage)
      text('what', body.name, body.form, ...body.about)
      text('issue', body.name, ...body.about)
      for (const field of ['between', 'parties', 'by', 'actor']) refs(field, body.between)
      break
    }
    case 'commitment': {
      const { body } = entry
      text('what', body.what)
      text('status', body.status)
      for (const field of ['by', 'actor', 'between']) refs(field, body.by)
      refs('to', body.to)
      refs('between', body.to)
      days('due', body.due)
      break
    }
    case 'act': {
      const { body } = entry
      text('type', body.type, body.plover)
      text('what', body.object)
      text('goods', body.object)
      text('issue', body.object)
      refs('place', [body.place])
      for (const field of ['actor', 'by', 'between', 'persons', 'party', 'parties']) refs(field, body.actor)
      for (const field of ['to', 'on', 'between', 'persons', 'parties']) refs(field, body.recipient)
      days('day', body.on)
      days('days', body.on)
      text('level', /president|leader|summit|\bxi\b/i.test(body.object ?? '') ? 'leaders' : undefined)
      break
    }
    case 'statement': {
      const { body } = entry
      refs('speaker', [...body.speaker, ...body.of])
      refs('party', [...body.speaker, ...body.of])
      text('speaker', body.unnamed)
      text('form', body.form)
      refs('addressee', body.addressee)
      text('content', body.content)
      break
    }
    case 'position': {
      const { body } = entry
      for (const field of ['party', 'speaker', 'actor']) refs(field, [body.party])
      text('issue', body.issue, body.content)
      text('what', body.issue, body.content)
      text('stance', body.stance)
      text('toldBy', body.toldBy)
      break
    }
    case 'figure': {
      const { body } = entry
      value(body.value)
      text('measures', body.measures, ...body.scope)
      text('scope', ...body.scope)
      text('what', body.measures, ...body.scope)
      for (const field of ['by', 'on', 'subject']) refs(field, body.of)
      days('asOf', body.asOf)
      break
    }
    case 'linkage': {
      const { body } = entry
      text('relation', body.relation)
      text('from', body.from)
      text('to', body.to, body.goal)
      for (const field of ['user', 'party']) refs(field, body.user)
      refs('target', body.target)
      break
    }
    case 'dependency': {
      const { body } = entry
      refs('dependent', body.dependent)
      refs('on', [body.on])
      text('what', body.what)
      value(body.share)
      break
    }
  }
  return out
}
