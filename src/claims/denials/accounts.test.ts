// In: invented sentences. Out: which two accounts of one thing a text says differ, and whose they are.
import { expect, test } from 'vitest'
import { loadEngine } from '#parley/reading/engine.ts'
import { readSentence } from '#parley/reading/read-sentence.ts'
import { sceneOf } from '../sentence/scene.ts'
import { findDenials } from './find-denials.ts'

const engine = loadEngine({ packs: [] })

const toldIn = (text: string) =>
  findDenials(sceneOf(readSentence(text, engine), 'r', engine.claims.lexicon))
    .filter(({ otherwise }) => otherwise !== undefined)
    .map(({ what, teller, by }) => `${what} | ${teller} | ${by}`)

test.each<[text: string, told: readonly string[]]>([
  [
    'The visit was called off. The Peruvian mission cited a full calendar. A Lima official, who did not want to be named, gave another reason: the port had refused to clear the quay.',
    ['a full calendar | The Peruvian mission | A Lima official'],
  ],
  [
    'The round was put back after Peru asked for more time, the ministry said; a diplomat gave a plainer reason, saying that visas had not come through.',
    ['The round was put back after Peru asked for more time | the ministry | a diplomat'],
  ],
  [
    'The Norwegian delegation came home saying Peru had agreed to monthly checks. Ana Ruiz said her country had “taken note of a wish, nothing else”.',
    ['Peru had agreed to monthly checks | Norway | Ana Ruiz'],
  ],
  ['The mayor gave two reasons: the rain and the cost.', []],
  [
    'What those promises were depends on whom one asks. A ministry official said Oslo had given its word on a fishing bill. Trade Minister Ana Lund said she had told them only that it was under review.',
    ['What those promises were | A ministry official | Ana Lund'],
  ],
  [
    'The two delegations differ about what happens if the vote is lost. Jan Lund said the pledge was unconditional. Rosa Quispe told reporters that the pact falls if Norwegians vote no.',
    ['what happens if the vote is lost | Jan Lund | Rosa Quispe'],
  ],
  [
    'Peru is ready to put off the levy until June, State Secretary Ana Lund told reporters. That is not how Lima tells it. A senior Peruvian official said that no delay had been offered.',
    ['Peru is ready to put off the levy until June | Ana Lund | A senior Peruvian official'],
  ],
  [
    'What they settled depends on whom one asks. Lima’s account has Norway pledging to hold back 9,000 tonnes. Oslo’s readout says the cut will be made “as repairs permit”.',
    ['What they settled | Peru | Norway'],
  ],
  [
    'Fisheries Minister Jan Lund told parliament that the union was “recommending acceptance”. That drew a sharp correction. “We are recommending nothing,” its leader, Rosa Quispe, said.',
    ['the union was “recommending acceptance” | Jan Lund | Rosa Quispe'],
  ],
  [
    'Lund told reporters that quotas had played no part in the talks. Two Peruvian officials said the contrary. Lifting them, in their account, had been accepted by Mr Lund.',
    ['quotas had played no part in the talks | Lund | Two Peruvian officials'],
  ],
  [
    'The round was put off at Lima’s request, according to a Chilean aide. Rosa Quispe, spokeswoman for the Peruvian ministry, told it differently: it was Chile, she said, that had asked.',
    ['The round was put off at Lima’s request | a Chilean aide | Rosa Quispe'],
  ],
  [
    'The palace turned the envoy away, saying it would receive no deputies. The embassy’s version is that he had been invited and then sent home.',
    ['it would receive no deputies | The palace | embassy'],
  ],
  [
    'One negotiator said the Norwegians had offered to halve the fee. Another said it was the Chileans who had offered that.',
    ['the Norwegians had offered to halve the fee | One negotiator | Another'],
  ],
  [
    'Lund said the port had agreed to the rise. Soto said it had done no more than take note of it.',
    ['the port had agreed to the rise | Lund | Soto'],
  ],
  [
    'The two ports do not describe it in the same way. Lund calls it a loan; Soto says it is a gift.',
    ['Lund calls it a loan | Lund | Soto'],
  ],
  ['The mine agreed to lend 40 boats, Lund said. Soto would say only that talks went on.', []],
  ['Lund called the talks useful. Soto said it was the chairman who had made them so.', []],
  ['Lund said the gate had shut. What is not in dispute is that it rained. Soto does not believe him.', []],
  [
    'Okafor said Norway had agreed to sign the pact. Holm told it otherwise: “They only asked for a week.”',
    ['Norway had agreed to sign the pact | Okafor | Holm'],
  ],
  // Who is reproached is told nothing; what would follow is no account.
  [
    'The mill had been given eight barges, said a Peruvian diplomat. Agnes Lund put it otherwise in the chamber: “You have been playing for time.”',
    [],
  ],
  [
    'Lund said Peru had agreed to sign in May. If Peru is to sign and only Chile is missing, Holm said, the pact stands.',
    [],
  ],
  // Wishes, one who thanks, a court, one teller alone.
  ['The two sides differ about wages. The union wants 9 percent. The employers offer 4.', []],
  ['How the levy is shared is disputed. Lund said the ports would get most. The mayor thanked her.', []],
  ['The details are disputed in court. Lund said the ruling would come. Quispe said it would be late.', []],
  ['What comes next depends on the court. Lund said he would wait. The union said it would march.', []],
  ['The size of the fleet is disputed. Lund said it was small. He added that two boats had sunk.', []],
])('%s', (text, told) => {
  expect(toldIn(text)).toEqual(told)
})
