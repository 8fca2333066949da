// In: headlines and sentences of our own. Out: that their verb is found among nouns, with its subject.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

/** "subject verb" of each finite verb that has one, the head of the sentence first. */
function clausesOf(sentence: string): string[] {
  const { tokens } = readSentence(sentence, engine)
  const found: string[] = []
  for (let at = 0; at < tokens.count; at++) {
    const subject = tokens.form.findIndex(
      (_, k) => tokens.head[k] === at && tokens.dep[k]!.startsWith('nsubj') && k < at,
    )
    if (subject < 0 || !tokens.tag[at]!.startsWith('VB')) continue
    const told = `${tokens.form[subject]} ${tokens.form[at]}`
    if (tokens.dep[at] === 'root') found.unshift(told)
    else found.push(told)
  }
  return found
}

describe('a string of nouns has its verb', () => {
  test.each([
    ['Hungary blocks EU aid package', ['Hungary blocks']],
    ['EU plans countermeasures if talks fail', ['EU plans', 'talks fail']],
    ['Talks stall over quotas, envoy says', ['Talks stall', 'envoy says']],
    ['Lund praises deal, but had harsh words for Peru', ['Lund praises']],
    ['Rail strike talks collapse', ['talks collapse']],
    ['Kenya, Uganda sign rail pact', ['Kenya sign']],
    ['Berg and Lund face tough choices', ['Berg face']],
    ['Sources say Madrid talks end without deal', ['Sources say', 'talks end']],
    ['Norway warns quota fight threatens herring pact', ['Norway warns', 'fight threatens']],
    ['Farmers fear Brussels deal hurts prices', ['Farmers fear', 'deal hurts']],
    ['Companies that ship copper face new duties.', ['Companies face', 'that ship']],
    ['Plans to close the port sparked protests.', ['Plans sparked']],
    ['Efforts to revive the pact failed.', ['Efforts failed']],
    ['The man who brokered the truce has resigned.', ['man resigned', 'who brokered']],
    ['Peru averted a strike after Norway imposed duties.', ['Peru averted', 'Norway imposed']],
    ['The firm left before Peru approved mergers.', ['firm left', 'Peru approved']],
    ['Officials caution that nothing is agreed.', ['Officials caution', 'nothing agreed']],
    ['Lima had a hope that nothing was lost.', ['Lima had', 'nothing lost']],
    ['Talks that began in May have collapsed.', ['Talks collapsed', 'that began']],
    ['Ships seized in May returned home.', ['Ships returned']],
    ['The tariffs, according to the ministry, raise prices.', ['tariffs raise']],
    ['The envoy said the ministry needed time.', ['envoy said', 'ministry needed']],
    ['Officials expect the talks will resume.', ['Officials expect', 'talks resume']],
    ['Silva said Monday that ports remain closed.', ['Silva said', 'ports remain']],
    ['The ports, Silva said, remain closed.', ['Silva said', 'ports remain']],
    ['The port, which handles grain, reopened.', ['port reopened', 'which handles']],
    ['The text agreed in Doha leaves borders open.', ['text leaves']],
    ['The ban hit growers hard.', ['ban hit']],
    ['U.S. tariffs on steel now add up to 55 percent and will stay.', ['tariffs add']],
    ['no verb: Fish quota talks in Bergen', []],
    ['no verb: Home runs, steel duties, coal', []],
    ['no verb: A trawler seized off Norway', []],
    ['a body, not a verb: In three towns of the coast the mayors met.', ['mayors met']],
  ])('%s', (sentence, wanted) => {
    const found = clausesOf(sentence.replace(/^[a-z, ]+: /, ''))
    expect(found.filter((each) => wanted.includes(each))).toEqual(wanted)
    if (wanted.length === 0) expect(found).toEqual([])
  })
})
