// In: an id, a kind of correction and its words. Out: the correction in the dossier and the record made anew, in one transaction.
import type { Days, Entry, Evidence, Party, Scope } from '../model/index.ts'
import { isDay } from '../model/index.ts'
import { problem } from '../problem.ts'
import type { RecordReader } from '../record/reader.ts'
import { itemOf } from '../store/item.ts'
import { findEvidence } from '../views/evidence.ts'
import { evidenceIndex } from '../views/lines/evidence-index.ts'
import { writeRecord } from './build.ts'
import { anchorsOf, type Correction, type CorrectionKind, stateOf } from './corrections/correction.ts'
import { fieldOf, withField } from './corrections/set-field.ts'
import { type Author, type Dossier, logChange } from './dossier.ts'

export interface Corrected {
  readonly change: number
  readonly entry: string
}

/** Kinds that `parley correct` takes, with the words that follow. */
export const CORRECTION_WORDS: Readonly<Record<Exclude<CorrectionKind, 'checked' | 'scope'>, string>> = {
  value: 'FIELD VALUE',
  date: 'FIELD DAY[..DAY]',
  party: 'FROM TO',
  merge: 'OTHER-ID',
  split: 'EVIDENCE-ID…',
  reject: '',
  note: 'TEXT',
}

/**
 * Puts something right. `id` is an entry's or an evidence's; the correction hangs on the words behind it. Throws
 * `entry-not-found` and `correction-not-understood`.
 */
export function correctEntry(
  dossier: Dossier,
  id: string,
  kind: keyof typeof CORRECTION_WORDS,
  words: readonly string[],
  author: Author & { readonly by: string },
): Corrected {
  return keep(dossier, author, (reader) => {
    const target = targetOf(reader, id)
    const rest = { ...author, entry: target.entry.id }
    return { ...CORRECT[kind](reader, target, words), ...rest } as Correction
  })
}

/** Marks an entry as checked by a person. The mark holds until what the entry rests on changes. */
export function checkEntry(
  dossier: Dossier,
  id: string,
  text: string | undefined,
  author: Author & { readonly by: string },
): Corrected {
  return keep(dossier, author, (reader) => {
    const { entry } = targetOf(reader, id)
    return {
      kind: 'checked',
      on: anchorsOf(entry.kind, entry.evidence),
      state: stateOf(entry),
      ...(text === undefined ? {} : { text }),
      ...author,
      entry: entry.id,
    }
  })
}

/** Says which negotiation is meant. An empty scope goes back to the one proposed. */
export function setScope(
  dossier: Dossier,
  scope: Scope,
  author: Author & { readonly by: string },
): Corrected {
  return keep(dossier, author, () => ({ kind: 'scope', on: [], entry: 'the negotiation', scope, ...author }))
}

function keep(
  dossier: Dossier,
  author: Author,
  correctionFrom: (reader: RecordReader) => Correction,
): Corrected {
  const { store } = dossier
  return store.transact(() => {
    const reader = store.reader()
    if (!reader) throw problem('empty-dossier', { path: store.where })
    const correction = correctionFrom(reader)
    const item = itemOf('correction', correction)
    store.putItem(item)
    const kind = correction.kind === 'checked' ? 'checked' : 'correct'
    const change = logChange(dossier, kind, wordsOf(correction), author)
    // Said once more, it is the newest: it holds over what was said meanwhile.
    store.end(item.id, change)
    store.begin(item.id, change)
    writeRecord(store)
    return { change, entry: correction.entry }
  })
}

function wordsOf({ kind, entry, field, value, party, text }: Correction): string {
  const what =
    field !== undefined
      ? ` ${field} = ${JSON.stringify(value)}`
      : party
        ? ` ${party.from} → ${party.to.id}`
        : text
          ? ` “${text}”`
          : ''
  return `${entry}: ${kind}${what}`
}

interface Target {
  readonly entry: Entry
  readonly evidence: readonly Evidence[]
}

type Partly = Pick<Correction, 'kind' | 'on'> & Partial<Correction>

const whole = ({ entry }: Target) => anchorsOf(entry.kind, entry.evidence)

const CORRECT: Readonly<
  Record<
    keyof typeof CORRECTION_WORDS,
    (reader: RecordReader, target: Target, words: readonly string[]) => Partly
  >
> = {
  value: (reader, target, [field, ...value]) => ({
    kind: 'value',
    on: whole(target),
    ...fieldValue(target.entry, field, value.join(' '), valuesMeant(reader)),
  }),
  date: (_, target, [field, ...value]) => ({
    kind: 'date',
    on: whole(target),
    ...fieldValue(target.entry, field, value.join(' '), daysMeant),
  }),
  party: (reader, target, [from, ...to]) => ({
    kind: 'party',
    on: whole(target),
    party: { from: partyIn(target.entry, from ?? ''), to: partyKnown(reader, to.join(' ')) },
  }),
  merge: (reader, target, [other]) => {
    const same = targetOf(reader, other ?? '')
    if (same.entry.id === target.entry.id || same.entry.kind !== target.entry.kind)
      throw wrong(
        `${same.entry.id} cannot be the same as ${target.entry.id}`,
        'the id of another entry of the same kind',
      )
    return { kind: 'merge', on: whole(target), with: whole(same) }
  },
  split: (reader, target, ids) => {
    const apart = [...ids.map((id) => targetOf(reader, id)), ...(ids.length === 0 ? [target] : [])]
    const evidence = apart.flatMap((one) => one.evidence)
    const own = new Set(target.entry.evidence.map((one) => one.id))
    if (evidence.some((one) => !own.has(one.id)) || evidence.length >= own.size)
      throw wrong(
        'these are not some of its sentences',
        'ids of some, not all, of the sentences of the entry',
      )
    return { kind: 'split', on: anchorsOf(target.entry.kind, evidence) }
  },
  reject: (_, { entry, evidence }) => ({ kind: 'reject', on: anchorsOf(entry.kind, evidence) }),
  note: (_, target, words) => {
    if (words.length === 0) throw wrong('there is no text', 'the words of the note')
    return { kind: 'note', on: whole(target), text: words.join(' ') }
  },
}

const wrong = (why: string, expected: string) => problem('correction-not-understood', { why, expected })

function targetOf(reader: RecordReader, id: string): Target {
  const plain = id.replace(/^\[|\]$/g, '')
  const entry = reader.entry(plain)
  if (entry) return { entry, evidence: entry.evidence }
  const found = findEvidence(reader, plain)
  if ('near' in found) throw problem('entry-not-found', { found: id, near: found.near })
  const index = evidenceIndex(reader)
  const targets = found.evidence.flatMap((one) => index.get(one) ?? [])
  const [first] = targets
  if (!first || targets.some((one) => one.entry.id !== first.entry.id))
    throw problem('entry-not-found', {
      found: id,
      near: [...new Set(targets.map((one) => one.entry.id))].slice(0, 8),
    })
  return { entry: first.entry, evidence: targets.map((one) => one.evidence) }
}

/** The first thing the words may mean that the entry's schema allows in the field. */
function fieldValue(
  entry: Entry,
  field: string | undefined,
  words: string,
  meant: (words: string, now: unknown) => readonly unknown[],
): Pick<Correction, 'field' | 'value'> {
  const fields = Object.keys(entry.body).join(', ')
  if (field === undefined || words === '')
    throw wrong('a field or its value is missing', `FIELD VALUE; fields: ${fields}`)
  let why = `"${words}" is no such value`
  for (const value of meant(words, fieldOf(entry.body, field))) {
    const corrected = withField(entry, field, value)
    if (typeof corrected !== 'string') return { field, value }
    why = corrected
  }
  throw wrong(why, `a value that fits a field of this ${entry.kind}: ${fields}`)
}

function daysMeant(words: string): readonly Days[] {
  const [earliest = '', latest = earliest] = words.split('..')
  return isDay(earliest) && isDay(latest) && earliest <= latest ? [{ earliest, latest }] : []
}

const QUANTITY = /^([≈≤≥<>=]?)\s*(-?\d+(?:\.\d+)?)\s*(\S.*)?$/

const valuesMeant =
  (reader: RecordReader) =>
  (words: string, now: unknown): readonly unknown[] => {
    const [, bound, amount, unit] = QUANTITY.exec(words) ?? []
    const number = amount === undefined ? [] : [Number(amount)]
    const before = (now ?? {}) as { unit?: string; bound?: string }
    const quantity = number.map((value) => ({
      value,
      unit: unit ?? before.unit ?? '',
      bound: bound || (before.bound ?? '='),
    }))
    const party = partyNamed(reader, words)
    const refs = party ? [{ id: party.id, name: party.name }] : []
    return [
      ...daysMeant(words),
      ...(unit === undefined ? number : []),
      ...quantity,
      words,
      ...refs,
      ...refs.map((ref) => [ref]),
      ...(words === 'true' || words === 'false' ? [words === 'true'] : []),
      [words],
    ]
  }

function partyNamed(reader: RecordReader, name: string): Party | undefined {
  const lower = name.toLowerCase()
  const all = reader.parties()
  return (
    all.find((party) => party.id === name) ??
    all.find((party) => [party.name, ...party.names].some((one) => one.toLowerCase() === lower))
  )
}

function partyKnown(reader: RecordReader, name: string) {
  const party = partyNamed(reader, name)
  if (!party)
    throw wrong(`no report names a party "${name}"`, 'a name or id that "parley parties --all" lists')
  return { id: party.id, name: party.name }
}

function partyIn(entry: Entry, name: string): string {
  const refs: { id: string; name: string }[] = []
  const walk = (one: unknown): void => {
    if (!one || typeof one !== 'object') return
    const { id, name } = one as { id?: unknown; name?: unknown }
    if (typeof id === 'string' && typeof name === 'string') refs.push({ id, name })
    for (const inner of Object.values(one)) walk(inner)
  }
  walk(entry.body)
  const found = refs.find((ref) => ref.id === name || ref.name.toLowerCase() === name.toLowerCase())
  if (!found)
    throw wrong(
      `the entry names no "${name}"`,
      `one of: ${[...new Set(refs.map((ref) => `${ref.name} (${ref.id})`))].join(', ') || 'none, it names nobody'}`,
    )
  return found.id
}
