// In: sentences of our own. Out: whether a measure is told as planned where only a plan is told of, and not where it is only wished for.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const measures = (text: string): string[] =>
  readClaims(text).flatMap(({ body, evidence }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure'
      ? [`${about.effect} ${about.status} | ${evidence.polarity} ${evidence.modality}`]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  [
    "The minister quit after a battle over Peru's plans to impose duties on cod.",
    ['set announced | affirmed planned'],
  ],
  ['Peru imposed duties on Norwegian cod on Monday.', ['set in force | affirmed held']],
  ['Peru blocked a merger after Norway imposed steep duties.', ['set in force | affirmed held']],
  // Somebody is only able to, which is no plan of who says so.
  [
    'Ole Berg said he will table a motion that would give the president the authority to impose duties on cod.',
    [],
  ],
  // Wished for, of whoever would have to do it; somebody who thinks of it in passing.
  ['Fishermen want all the duties on Peru abolished.', []],
  ['Peru wants the toughest sanctions placed on Norway.', []],
  ['Berg hopes that Norway would one day loosen restrictions.', []],
  // "Has" tells one where it says on whom; a duty to act is none, nor are taxes at large.
  ['Norway already has heavy sanctions on Peru.', ['stand in force | affirmed held']],
  ['Norway has a duty to protect the cod.', []],
  ['Norway raised taxes.', []],
  ['Norway raised its carbon tax to $50 a tonne.', ['raise in force | affirmed held']],
  ['The duties on cod from Peru were put into place in May.', ['set in force | affirmed held']],
  // A stand, no measure.
  ['Peru wants to keep exemptions for its media and the arts.', []],
])('%s', (text, found) => {
  expect(measures(text)).toEqual(found)
})

const directions = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    const names = (refs: readonly { name: string }[]) => refs.map(({ name }) => name).join('+') || '?'
    return about?.thread === 'measure'
      ? [
          `${names(about.by)} → ${names(about.on)} | ${about.goods.map(({ text: good }) => good).join(', ')} | ${about.direction ?? ''}`,
        ]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  // Who is hit stands as the verb's object, the measure behind "with".
  ['Peru slapped Norway with duties of 10 percent on salmon.', ['Peru → Norway | salmon | tightens']],
  [
    'The Norwegian government targeted 13 firms from Chile with additional restrictions on exports.',
    ['Norway → Chile | exports | tightens'],
  ],
  ['Norway imposed sanctions on companies tied to Peru.', ['Norway → Peru |  | tightens']],
  // What one verb says of a measure, the other need not repeat.
  [
    'Norway is rolling back the duty it imposed on cod from Peru.',
    ['Norway → Peru | cod from Peru | eases', 'Norway → Peru | cod from Peru | tightens'],
  ],
  [
    'Norway announced duties on Friday on steel amid anxiety and dissent in Peru.',
    ['Norway → ? | steel | tightens'],
  ],
  // A cap is room: more of it eases.
  ['Norway raised the spending cap by $2 billion.', ['Norway → ? |  | eases']],
])('%s', (text, found) => {
  expect(directions(text).sort()).toEqual(found)
})

const programmes = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure'
      ? [
          `${about.effect} ${about.status} | ${about.by.map(({ name }) => name).join('+')} | ${about.name.text}`,
        ]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  [
    'Norway is scrapping the Safe Harbour for Small Ships (SHSS) program.',
    ['end ended | Norway | Safe Harbour for Small Ships (SHSS) program'],
  ],
  [
    'Norway runs SHSS, a program that helps ships. It said it would wind down SHSS in May.',
    ['end announced | Norway | SHSS'],
  ],
  [
    'Peru extended the Coastal Fisheries Aid Program by six years.',
    ['extend in force | Peru | Coastal Fisheries Aid Program'],
  ],
  // No name, somebody else's wish, a court's word.
  ['Norway scrapped its school meals program.', []],
  ['Berg urged Norway not to end the SHSS program.', []],
  ['A judge blocked Norway from ending the SHSS program.', []],
])('%s', (text, found) => {
  expect(programmes(text)).toEqual(found)
})

test('who drafts an order to impose what bears another name imposes it', () => {
  const [by] = readClaims(
    'Norway has drafted an order that would declare an emergency to impose the Peruvian duties.',
  ).flatMap(({ body }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure' ? [about.by.map(({ id }) => id)] : []
  })
  expect(by).toEqual(['NO'])
})

test('what there is no assurance of is not announced', () => {
  expect(measures('Peru signs without any assurance that Norway will lift its duties on cod.')).toEqual([])
})
