// In: sentences of our own. Out: that a verb behind what somebody says is joined to the saying where it is his own.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

test.each([
  // His who says it: by tense, by the verb, by who is named, by what is reproached.
  ['Ruud said he would be angry, but ruled out halting the sales.', 'ruled', 'said'],
  ['The palace said the meeting was useful but insisted nothing was signed.', 'insisted', 'said'],
  ['Port chiefs confirmed the ferry had been stopped and said they were checking it.', 'said', 'confirmed'],
  ['Officers confirmed that the envoy is at sea but declined to give details.', 'declined', 'confirmed'],
  ['Peru insists that Chile lifted the ban in April and says it will wait.', 'says', 'insists'],
  ['Minister Ola Ruud said Peru had closed the strait and warned that Norway would act.', 'warned', 'said'],
  ['Kenya said Tanzania had blocked the lorries and called for talks in Arusha.', 'called', 'said'],
  ['Chile claimed that Peru had broken the pact and vowed to limit exports of cod.', 'vowed', 'claimed'],
  ['Kenya said Peru had left the pact and announced a ban on Peruvian fish.', 'announced', 'said'],
  [
    'Ola Ruud told reporters that Peru had closed the strait and announced he would go to Bergen.',
    'announced',
    'told',
  ],
  ['The army said the ferry trade had stopped and demanded an answer.', 'demanded', 'said'],
  [
    "Harbour's chief executive, Paul Ruud, said the union had walked out and urged it to return.",
    'urged',
    'said',
  ],
  ['Peru said Chile had killed two guards and called on Kenya to help.', 'called', 'said'],
  // Theirs of whom it is said, or nobody can tell.
  ['Kenya said Peru had accepted the plan and promised to free the ships.', 'promised', 'accepted'],
  ['Kenya said Peru had left the pact and announced a ban on Kenyan tea.', 'announced', 'left'],
  ['Kenya said Peru had refused the text and demanded money.', 'demanded', 'refused'],
  ['Ruud said the envoy had called him and said Peru would yield.', 'said', 'called'],
  ['Ruud said the envoy just rolled his eyes and said, “No more.”', 'said', 'rolled'],
  ['Kenya said that rebels had attacked the port and burned two barges.', 'burned', 'attacked'],
  ['Kenya said Peru had violated the truce and shelled two villages.', 'shelled', 'violated'],
  ['Kenya said rebels had attacked the port and demanded a ransom.', 'demanded', 'attacked'],
  ['Kenya says Peru has closed the border and wants money.', 'wants', 'closed'],
  ['The ministry said the crews would be given food and offered a bed.', 'offered', 'given'],
])('%s', (sentence, verb, above) => {
  const { tokens } = readSentence(sentence, engine)
  const last = tokens.form.lastIndexOf(verb)
  expect(tokens.form[tokens.head[last]!]).toBe(above)
})
