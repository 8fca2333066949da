// In: a thing to keep. Out: the item it becomes, named by its content.
import { shortHash } from '../model/index.ts'
import type { Item, ItemKind } from './store.ts'

/** The item of a body. Keys stand as given, so that one thing is one item. */
export function itemOf(kind: ItemKind, body: object): Item {
  const json = JSON.stringify(body)
  return { kind, id: itemId(kind, json), body: json }
}

/** The id of a JSON body. */
export const itemId = (kind: ItemKind, json: string): string => `${kind}:${shortHash(json)}`
