// In: what a layer does while in force. Out: words for it.
import type { Effect } from '../../outlook/regime/index.ts'
import { oneLine, withoutArticle } from './safe-text.ts'
import { numberWords } from './value-words.ts'

/** "34 %", "a licence: …", "a ban"; "nothing by what was read" where nothing holds. */
export function effectWords(effect: Effect | undefined): string {
  switch (effect?.kind) {
    case undefined:
      return 'nothing by what was read'
    case 'adValorem':
      return `${numberWords(effect.bps / 100)} %`
    case 'specific':
      return `${numberWords(effect.minorPerUnit / 100)} ${effect.currency} a ${effect.unit}`
    case 'licence':
      return `a licence (${withoutArticle(oneLine(effect.what))})`
    case 'prohibition':
      return 'a ban'
    case 'status':
      return oneLine(effect.value)
  }
}
