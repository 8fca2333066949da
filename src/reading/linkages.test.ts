// In: sentences of our own. Out: what is tied to what: levers, conditions, exchanges, answers, pressure.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { LinkageBody } from '../model/index.ts'

const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')

function ties(text: string): string[] {
  return readClaims(text)
    .filter(({ kind }) => kind === 'linkage')
    .map(({ body, evidence }) => {
      const { relation, from, to, user, target } = body as LinkageBody
      const ends = to ? `${from.text} <> ${to.text}` : from.text
      return `${relation} ${evidence.modality} | ${ends} | ${ids(user)}${target.length > 0 ? ` > ${ids(target)}` : ''}`
    })
}

test.each<[text: string, found: readonly string[]]>([
  [
    'Oslo turned from rules to using cod quotas as a bargaining chip with wider implications.',
    ['leverage held | cod quotas | NO'],
  ],
  [
    'The talks were framed as part of a Norwegian strategy to use cod quotas as a lever in talks with Peru.',
    ['leverage planned | cod quotas | NO > PE'],
  ],
  [
    "Officials said that Norway's leverage extends to gas, cod and timber.",
    ['leverage held | gas, cod and timber | NO'],
  ],
  [
    'Negotiators are eyeing copper and rare earths. For Peru, these resources are strategic leverage.',
    ['leverage held | copper and rare earths | PE'],
  ],
  [
    'Peru announced port visits as well as a ban on Norwegian cod. These moves are seen as a response to port controls.',
    ['retaliation held | a ban on Norwegian cod <> port controls | PE'],
  ],
  [
    'Peru is unlikely to agree without significant concessions, particularly on cod quotas.',
    ['precondition held | agree <> significant concessions, particularly on cod quotas | PE'],
  ],
  [
    'Peru refuses to negotiate until Norway withdraws its ships.',
    ['precondition held | negotiate <> until Norway withdraws its ships | PE'],
  ],
  [
    'Peru said it would lift the tax once Norway opened its ports.',
    ['sequence conditional | it would lift the tax <> once Norway opened its ports | PE'],
  ],
  [
    'With its economy slowing, Peru may concede on ports to gain concessions elsewhere.',
    ['exchange possible | Peru may concede on ports <> concessions | PE'],
  ],
  [
    'In return for lower duties, Peru would open its ports.',
    ['exchange expected | Peru would open its ports <> lower duties | PE'],
  ],
  [
    'Norway urged allies to impose duties on imports from Peru and Chile to pressure them to cut their fleets.',
    ['pressure hypothetical | impose duties on imports from Peru and Chile |  > PE+CL'],
  ],
])('%s', (text, found) => {
  expect(ties(text)).toEqual(found)
})

test.each([
  'Norway has little leverage over Peru.',
  'Norway lost its leverage when the ban was lifted.',
  'Peru lifted the tax once Norway opened its ports.',
  'The fund has been pushed to force a sale of its Norwegian ships.',
  'Peru signed without comment.',
  'The price depends on the weather.',
  'Norway opened a probe into the dumping of Peruvian chips on the eve of the talks.',
])('%s ties nothing to anything', (text) => {
  expect(ties(text)).toEqual([])
})
