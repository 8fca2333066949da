// In: invented sentences. Out: proof of what a clause tells that another may tell otherwise, and of what is nobody's account.
import { describe, expect, it } from 'vitest'
import { loadEngine } from '#parley/reading/engine.ts'
import { readSentence } from '#parley/reading/read-sentence.ts'
import { sceneOf } from '../sentence/scene.ts'
import { findTellings } from './find-tellings.ts'

const engine = loadEngine({ packs: [] })
const toldIn = (text: string) =>
  findTellings(sceneOf(readSentence(text, engine), 'r', engine.claims.lexicon)).map(
    ({ slot, value, holder, label, by }) => `${slot} ${holder ?? value?.value} | ${label} | ${by}`,
  )

describe('a telling', () => {
  it.each([
    ['The army said nine people were killed in the shelling.', 'number 9 | people · killed | The army'],
    ['Norway is the third largest supplier of salmon to Peru.', 'rank 3 | third largest supplier | '],
    ['The rebels broke the ceasefire first.', 'who The rebels | broke the ceasefire first | '],
    ['The talks took place at the request of Peru.', 'who Peru | asked for The talks | '],
    ['The army accused the rebels of breaking the truce.', 'who the rebels | broke the truce | The army'],
    [
      'Norway blamed Peru for the collapse of the talks.',
      'who Peru | is to blame for the collapse of the talks | Norway',
    ],
    [
      'The port blamed the dockers for the backlog, while the union blamed a shortage of cranes.',
      'who a shortage of cranes | is to blame for the backlog | the union',
    ],
    ['Peru said Norway was to blame for the strike.', 'who Norway | is to blame for the strike | Peru'],
    ['Norway and Peru blamed each other for the delay.', 'who Norway | is to blame for the delay | Peru'],
    [
      'Norway runs a trade deficit with Peru.',
      'who surplus of Peru | has the surplus in trade: Norway or Peru | ',
    ],
    ['The treaty was signed in Lima on Monday.', 'where Lima | treaty | '],
  ])('%s', (text, told) => {
    expect(toldIn(text)).toContain(told)
  })

  it.each([
    'The minister left three days ago.',
    'The president signed three other orders.',
    'Norway is one of the largest suppliers of salmon.',
    'The rebels did not break the ceasefire.',
    'The treaty was signed in Lima.',
    'Norway is responsible for the bay.',
    'If Norway had a surplus with Peru, it would pay.',
    'Norway does not have a deficit with Peru.',
    'Norway blamed nobody for the delay.',
    'The sides blamed each other for the delay.',
  ])('is none in: %s', (text) => {
    expect(toldIn(text)).toEqual([])
  })
})
