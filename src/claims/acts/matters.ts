// In: nouns in a scene. Out: whether they are papers, rules or measures: nobody that can be struck.
import type { Scene } from '../sentence/scene.ts'
import { canAct } from './actors.ts'

const PAPERS: ReadonlySet<string> = new Set(
  'proposal plan bill law draft decision ruling policy reform order offer amendment budget idea resolution report motion claim measure scheme verdict directive decree provision clause regulation stance statement record handling candidacy legislation statute charter referendum'.split(
    ' ',
  ),
)

/** Papers, rules, measures: what is attacked in words only. */
export const isMatter = (scene: Scene, objects: readonly number[]): boolean =>
  ofTables('measure-nouns', 'agreement-nouns', 'term-nouns')(scene, -1, objects) ||
  objects.some((token) => PAPERS.has(scene.doc.tokens.lemma[token]!))

/** Whether one of the nouns stands in one of the tables and is nobody. */
export function ofTables(...tables: readonly string[]) {
  return (scene: Scene, _: number, objects: readonly number[]): boolean =>
    objects.some(
      (token) =>
        !canAct(scene, token) &&
        tables.some((table) => scene.rows(table).has(scene.doc.tokens.lemma[token]!)),
    )
}
