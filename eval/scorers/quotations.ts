// In: PolNeAR. Out: exact, begin and token F1 of source, cue and content, and F1 of whole attributions.
import { createHash } from 'node:crypto'
import type { Range } from '#parley/model/range.ts'
import { type Counts, countKeys, f1, noCounts } from '../counts.ts'
import { type AttributedDocument, type Attribution, mergeTouching, polnear } from '../gold/polnear.ts'
import { scorerOf } from '../task.ts'

const ROLES = ['source', 'cue', 'content'] as const
type Role = (typeof ROLES)[number]

const FLOORS: Readonly<Record<Role, readonly [number, number]>> = {
  source: [0.64, 0.73],
  cue: [0.62, 0.7],
  content: [0.42, 0.52],
}

const exactRow = (role: Role) => `quotations, PolNeAR, exact F1, ${role}`
const beginRow = (role: Role) => `— begin F1, ${role}`
const tokenRow = (role: Role) => `— token F1, ${role}`
const RELATION = '— relation F1'
/** Least share of common tokens in content for one attribution to be the other. */
const CONTENT_SHARE = 0.5

/** Words and single signs with their characters: the scorer's own tokens, the same for both sides. */
function tokenStarts(text: string, ranges: readonly Range[]): Set<number> {
  const starts = new Set<number>()
  for (const { start, end } of ranges) {
    for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu))
      starts.add(start + match.index)
  }
  return starts
}

const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let both = 0
  for (const each of a) if (b.has(each)) both++
  return both === 0 ? 0 : both / (a.size + b.size - both)
}

const touch = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  (a.size === 0 && b.size === 0) || [...a].some((each) => b.has(each))

/** Whole attributions: cues overlap, sources share a token (or both have none), content Jaccard of tokens ≥ 0.5; one to one, best content first. */
export function relationsRight(
  text: string,
  gold: readonly Attribution[],
  found: readonly Attribution[],
): number {
  const tokens = (list: readonly Attribution[]) =>
    list.map((a) => ({
      source: tokenStarts(text, a.source),
      cue: tokenStarts(text, a.cue),
      content: tokenStarts(text, a.content),
    }))
  const G = tokens(gold)
  const F = tokens(found)
  const pairs: [number, number, number][] = []
  G.forEach((g, i) => {
    F.forEach((f, j) => {
      if (!touch(g.cue, f.cue) || !touch(g.source, f.source)) return
      const same = g.content.size === 0 && f.content.size === 0 ? 1 : jaccard(g.content, f.content)
      if (same >= CONTENT_SHARE) pairs.push([same, i, j])
    })
  })
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])
  const usedGold = new Set<number>()
  const usedFound = new Set<number>()
  for (const [, i, j] of pairs) {
    if (usedGold.has(i) || usedFound.has(j)) continue
    usedGold.add(i)
    usedFound.add(j)
  }
  return usedGold.size
}

const keyOf = (ranges: readonly Range[]): string =>
  ranges.map(({ start, end }) => `${start}-${end}`).join(';')

/** Each span of a role once: "she" as the source of two attributions is one source. */
const distinct = (
  attributions: readonly Attribution[],
  role: Role,
  key: (ranges: readonly Range[]) => string,
) => [
  ...new Set(
    attributions
      .map((a) => a[role])
      .filter((ranges) => ranges.length > 0)
      .map(key),
  ),
]

export const quotations = scorerOf<AttributedDocument, readonly Attribution[]>({
  name: 'quotations',
  data: 'attribution/polnear',
  definition:
    'PolNeAR (Newell et al. 2018): exact F1 = all pieces of a role the same characters; begin = first character; token F1 over the tokens of a role; relation F1 = cues overlap, sources share a token, content Jaccard ≥ 0.5, one to one. First annotator by name. PolNeAR marks no attribution inside the content of another (none of 14,509 looked at in train), so nested ones are not scored. Work = train (sha1 digit 0 or 1 unless --all), check = dev.',
  rows: [
    ...ROLES.map((role) => ({ name: exactRow(role), floor: FLOORS[role][0], target: FLOORS[role][1] })),
    { name: RELATION, floor: 0.5, target: 0.6 },
    ...ROLES.map((role) => ({ name: beginRow(role) })),
    ...ROLES.map((role) => ({ name: tokenRow(role) })),
  ],
  items: (side, all) =>
    polnear(
      side,
      (name) => side === 'check' || all || createHash('sha1').update(name).digest('hex').charAt(0) < '2',
    ),
  perfect: (item) => item.attributions,
  nothing: () => [],
  missing: (layers) => layers.lacks('startDraft', 'tag', 'parse', 'findQuotations'),
  answer: (item, layers) =>
    layers
      .read(item.text)
      .quotations.filter(({ inside }) => inside < 0)
      .map(({ source, cue, content }) => ({
        source: mergeTouching(item.text, source),
        cue: mergeTouching(item.text, cue),
        content: mergeTouching(item.text, content),
      })),
  measure: (items, answers) => {
    const exact: Record<Role, Counts> = { source: noCounts(), cue: noCounts(), content: noCounts() }
    const begin: Record<Role, Counts> = { source: noCounts(), cue: noCounts(), content: noCounts() }
    const token: Record<Role, Counts> = { source: noCounts(), cue: noCounts(), content: noCounts() }
    const relation = noCounts()
    items.forEach(({ text, attributions }, i) => {
      const found = answers[i]!
      for (const role of ROLES) {
        countKeys(exact[role], distinct(attributions, role, keyOf), distinct(found, role, keyOf))
        const first = (ranges: readonly Range[]) => String(ranges[0]!.start)
        countKeys(begin[role], distinct(attributions, role, first), distinct(found, role, first))
        const words = (list: readonly Attribution[]) =>
          [
            ...tokenStarts(
              text,
              list.flatMap((a) => a[role]),
            ),
          ].map(String)
        countKeys(token[role], words(attributions), words(found))
      }
      relation.right += relationsRight(text, attributions, found)
      relation.gold += attributions.length
      relation.found += found.length
    })
    return {
      ...Object.fromEntries(ROLES.map((role) => [exactRow(role), f1(exact[role])])),
      ...Object.fromEntries(ROLES.map((role) => [beginRow(role), f1(begin[role])])),
      ...Object.fromEntries(ROLES.map((role) => [tokenRow(role), f1(token[role])])),
      [RELATION]: f1(relation),
    }
  },
  errors: listErrors,
})

/** Attributions that are not wholly right: the gold one with what was found at the same cue, and found ones without gold. */
function listErrors(
  { name, text, attributions }: AttributedDocument,
  found: readonly Attribution[],
): string[] {
  const words = (ranges: readonly Range[]) => ranges.map((r) => text.slice(r.start, r.end)).join(' … ') || '∅'
  const show = (a: Attribution) => `[${words(a.source)}] <${words(a.cue)}> {${words(a.content)}}`
  const same = (a: Attribution, b: Attribution) => ROLES.every((role) => keyOf(a[role]) === keyOf(b[role]))
  const near = (a: Attribution, b: Attribution) =>
    a.cue.some((x) => b.cue.some((y) => x.start < y.end && y.start < x.end)) ||
    (a.cue.length === 0 && a.content.some((x) => b.content.some((y) => x.start < y.end && y.start < x.end)))
  const lines: string[] = []
  for (const gold of attributions) {
    if (found.some((f) => same(gold, f))) continue
    const partner = found.find((f) => near(gold, f))
    if (partner === undefined) lines.push(`MISSED ${show(gold)}`)
    else {
      const wrong = ROLES.filter((role) => keyOf(gold[role]) !== keyOf(partner[role])).join('+')
      lines.push(`DIFFERS in ${wrong}\n   gold  ${show(gold)}\n   found ${show(partner)}`)
    }
  }
  for (const f of found) if (!attributions.some((gold) => near(gold, f))) lines.push(`EXTRA ${show(f)}`)
  return lines.map((line) => `${name} ${line.replace(/\n(?! {3})/g, '⏎')}`)
}
