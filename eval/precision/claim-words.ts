// In: a claim with its resolved days. Out: all it says in a few plain lines, for a judge.
import type { Ref, Value } from '#parley/model/index.ts'
import type { ToldClaim } from './story-claims.ts'

const isRef = (it: unknown): it is Ref => typeof it === 'object' && it !== null && 'id' in it && 'name' in it
const isText = (it: unknown): it is { text: string } => typeof it === 'object' && it !== null && 'text' in it
const isValue = (it: unknown): it is Value => typeof it === 'object' && it !== null && 'bound' in it

function words(it: unknown): string {
  if (it === undefined || it === null) return ''
  if (Array.isArray(it))
    return it
      .map(words)
      .filter((text) => text !== '')
      .join(' + ')
  if (isRef(it)) return it.name
  if (isText(it)) return `“${it.text}”`
  if (isValue(it))
    return `${it.bound === '=' ? '' : it.bound}${it.value}${it.high === undefined ? '' : `–${it.high}`} ${it.unit}`
  if (typeof it === 'object') return `(${fields(it)})`
  return String(it)
}

function fields(body: object): string {
  return Object.entries(body)
    .filter(([name]) => name !== 'thread' && name !== 'plover')
    .map(([name, value]) => [name, words(value)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}=${text}`)
    .join('; ')
}

/** What a claim says of days, who says so, polarity and modality, after all its fields. */
export function claimWords({
  claim,
  kind,
  evidence,
}: Pick<ToldClaim, 'claim' | 'kind' | 'evidence'>): string {
  const days = evidence.days.map(({ role, earliest, latest, words: said }) => {
    const day =
      earliest === undefined && latest === undefined
        ? '?'
        : earliest === latest
          ? earliest
          : `${earliest ?? '…'}/${latest ?? '…'}`
    return `${role} ${day}${said ? ` (“${said}”)` : ''}`
  })
  return [
    `${kind.toUpperCase()}: ${fields(claim.body)}`,
    days.length > 0 ? `days: ${days.join(', ')}` : '',
    `${evidence.polarity === 'denied' ? 'DENIED ' : ''}${evidence.modality}${evidence.condition ? ` if “${evidence.condition}”` : ''}`,
    evidence.according.length > 0 ? `according to ${evidence.according.join(' < ')}` : '',
  ]
    .filter((line) => line !== '')
    .join(' | ')
}
