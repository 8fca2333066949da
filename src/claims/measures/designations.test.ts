// In: sentences of our own. Out: what puts somebody or something in a class that rules are for, by whom and on whom.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const told = (text: string): string[] =>
  readClaims(text).flatMap(({ body, evidence }) => {
    const { about } = body as ActBody
    if (about?.thread !== 'measure') return []
    const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')
    return [`${about.type} ${ids(about.by)} > ${ids(about.on)} | ${about.name.text} | ${evidence.modality}`]
  })

test.each<[string, string[]]>([
  [
    'Norway classifies the kelp genome as a strategic good, complicating exports to Peru.',
    ['export control NO >  | classification of the kelp genome as a strategic good | held'],
  ],
  [
    'The United States designated the bank as a foreign terrorist organization in May.',
    ['sanction US >  | designation of the bank as a foreign terrorist organization | held'],
  ],
  [
    'The European Union listed the Peruvian shipyard as a high-risk supplier.',
    ['other EU > PE | listing of the Peruvian shipyard as a high-risk supplier | held'],
  ],
  [
    'Peru declared anchovy a protected species.',
    ['other PE >  | designation of anchovy as a protected species | held'],
  ],
  [
    'Chile was designated as a currency manipulator by the United States on May 3.',
    ['other US > CL | designation of Chile as a currency manipulator | held'],
  ],
  // What a person calls somebody is said; what is no class of rules is none.
  ['Holm labelled the union a terrorist organization.', []],
  ['Norway lists cod as its main export.', []],
  ['Norway declared the talks a success.', []],
])('%s', (text, measures) => expect(told(text)).toEqual(measures))
