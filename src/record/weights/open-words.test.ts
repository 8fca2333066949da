// In: sentences of reports. Out: what they leave open to one who reads them alone.
import { expect, test } from 'vitest'
import { beginsPointing, openIn } from './open-words.ts'

test.each([
  'It runs for 90 days.',
  'Its exports fell.',
  'the rate was 20',
  'Since then nine boats have landed.',
  'Such a pledge was made in Oslo.',
  'Nor will it do so before May.',
  'There, boats stay in port.',
])('begins by pointing back: %s', (words) => expect(beginsPointing(words)).toBe(true))

test.each([
  'Iceland pays.',
  'The rate for herring fell.',
  'that boats stay out',
  'It is not clear whether Norway will pay.',
  'Both sides confirmed the date.',
])('begins with its own matter: %s', (words) => expect(beginsPointing(words)).toBe(false))

test.each([
  ["Iceland's fisheries minister, Jon Berg, said that figure counts boats from Bergen.", 'figure'],
  ['Norway rejected the suggestion.', 'suggestion'],
  ['Her office said no such fund existed.', 'fund'],
  ['The quota will last for two seasons in the Barents Sea.', 'quota'],
  ['The High Court in Bergen dismissed it on July 22.', ''],
  ['The Herring Union refused both.', ''],
  ['The Herring Union rejected that.', ''],
  ['Jon Berg called that a mistake.', ''],
  ['Oslo has turned one down, Berg says, and offered two.', ''],
  ['Some 40 boats have been moved.', ''],
])('leaves something open: %s', (words, noun) => expect(openIn(words)?.noun).toBe(noun))

test.each([
  'Norway made a suggestion in May and Iceland rejected the suggestion.',
  'The quota of 900 tonnes for herring will last for two seasons.',
  'Norway proposed a levy and withdrew it on Friday.',
  'The government in Oslo paid the fine of 3 million kroner.',
  'People familiar with the matter named Bergen.',
  'Norway raised a levy this week.',
  "The Greens, Lund's partner in office, urged her to yield on the levy.",
  'The fishing law lapses on 30 September unless Iceland renews it.',
  'Jon Berg, who had been up since four, was cheerful.',
  'Lund in Oslo now speaks of 900 boats rather than twice that number.',
  'Envoys who met in Bergen could not agree what was settled there.',
  'Officials in Bergen indicated that the herring quota would hold.',
  'Jon Berg dismissed suggestions that the Bergen talks had failed.',
  'Norway said that for years boats from Iceland had paid.',
  'Nine skippers from Bergen, who lost their licences when their boats were sold, said that they would not accept the bill.',
])('leaves nothing open: %s', (words) => expect(openIn(words)).toBeUndefined())
