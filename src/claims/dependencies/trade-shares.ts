// In: a scene. Out: shares that trade with one party has of what another sells or needs.
import type { Ref } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { foundDependency } from './found-dependency.ts'
import { headWithin, isShare, ownersOf } from './portions.ts'
import { whatOf } from './sources.ts'

const OUT: ReadonlySet<string> = new Set('export sale shipment delivery'.split(' '))
const IN: ReadonlySet<string> = new Set('import purchase supply delivery shipment'.split(' '))
const MAKES: ReadonlySet<string> = new Set(
  'account make represent be cover meet supply provide form constitute comprise satisfy'.split(' '),
)
/** What trade goes on for, told as a whole without naming it. */
const TOTAL: ReadonlySet<string> = new Set('total all overall whole'.split(' '))

/** "Exports to Peru make up 30 % of Norway's total and 20 % of Chile's", "imports from Peru covered 9 % of Norway's demand". */
export function findTradeShares(scene: Scene): Found[] {
  return scene.doc.quantities.flatMap((share): Found[] => {
    if (!isShare(scene, share) || share.by) return []
    const { grammar, fillers, doc } = scene
    const { lemma, lower, tag, dep, head } = doc.tokens
    const part = headWithin(scene, share)
    const verb = grammar.governor(part)
    const whole = grammar.obliques(part, 'of').find((at) => at >= share.last)
    if (verb < 0 || whole === undefined || !MAKES.has(lemma[verb]!)) return []
    const over = dep[verb]!.startsWith('acl') ? [head[verb]!] : []
    const trade = [...grammar.subjects(verb), ...over].find((at) => OUT.has(lemma[at]!) || IN.has(lemma[at]!))
    if (trade === undefined || trade > share.first) return []
    const to = OUT.has(lemma[trade]!) ? grammar.obliques(trade, 'to')[0] : undefined
    const from = IN.has(lemma[trade]!) ? grammar.obliques(trade, 'from')[0] : undefined
    const side = (refs: readonly Ref[]) => unique(refs.map((ref) => fillers.sideOf(ref) ?? ref))
    const [on, ...others] = [to ?? from ?? -1].flatMap((at) => (at < 0 ? [] : side(fillers.parties(at))))
    if (!on || others.length > 0) return []
    const towns = grammar.dependents(whole, 'nmod:poss').flatMap((at) => fillers.place(at) ?? [])
    const own = side(ownersOf(scene, whole))
    const owners = own.length > 0 ? own : towns
    // "Of Chile's": whose without what.
    const dependent =
      owners.length > 0 ? owners : /^NNPS?$/.test(tag[whole]!) ? side(fillers.parties(whole)) : []
    const isNamed =
      owners.length > 0 && !TOTAL.has(lemma[whole]!) && !lower.slice(share.last, whole).includes(',')
    const one =
      dependent.length === 0 || dependent.some(({ id }) => id === on.id)
        ? undefined
        : foundDependency(scene, {
            trigger: verb,
            foundBy: 'dependency/share@1',
            dependent,
            on,
            what: isNamed
              ? whatOf(scene, whole)
              : { ...fillers.phraseOf(trade, trade, trade), text: lower[trade]! },
            share,
          })
    return one ? [{ ...one, trigger: share.first }] : []
  })
}
