// In: invented sentences. Out: proof of who denies what where the words point back to it, and that a refused offer is no denial.
import { describe, expect, it } from 'vitest'
import { loadEngine } from '#parley/reading/engine.ts'
import { readSentence } from '#parley/reading/read-sentence.ts'
import { sceneOf } from '../sentence/scene.ts'
import { findDenials } from './find-denials.ts'

const engine = loadEngine({ packs: [] })
const denialsIn = (text: string) =>
  findDenials(sceneOf(readSentence(text, engine), 'r', engine.claims.lexicon)).map(
    ({ by, teller, what }) => `${by} | ${teller} | ${what}`,
  )

describe('a denial', () => {
  it.each([
    [
      'Norway is said to have put forward a halt in fishing for one year. Peru, which used to speak of none, answered with a demand for a halt of ten. Ola Lind denied on Sunday that any halt had been offered.',
      'Ola Lind | others, not named | Norway is said to have put forward a halt in fishing for one year',
    ],
    [
      'The crew is no topic of the talks, Lund said. Viktor Sand, an adviser to the mayor, denied that any swap had been proposed. A Peruvian official, who asked not to be named, maintained that one had.',
      'Viktor Sand | A Peruvian official | any swap had been proposed',
    ],
    [
      'A senior official denied that Oslo, which has before it a request for 20 ferries, had offered anything.',
      'A senior official | others, not named | Oslo, which has before it a request for 20 ferries, had offered anything',
    ],
    [
      'Lund denied a rumour, passed around at the gates since Sunday, that the union wanted the offer voted on again.',
      'Lund | others, not named | the union wanted the offer voted on again',
    ],
    [
      'Officials brushed aside a suggestion that the one had been traded for the other.',
      'Officials | others, not named | the one had been traded for the other',
    ],
    [
      'Reports on the radio that Chile was to follow Peru were denied by the ministry.',
      'the ministry | others, not named | Chile was to follow Peru',
    ],
    [
      'A spokeswoman said about 200 strikers had returned to work since August. The number was rejected as “fantasy” by the union’s president, Per Holm.',
      'Per Holm | A spokeswoman | about 200 strikers had returned to work since August',
    ],
    [
      'Ana Lund put the loss from the first two weeks at $2.4 billion. The union disputes its method.',
      'The union | Ana Lund | Ana Lund put the loss from the first two weeks at $2.4 billion',
    ],
    [
      'Peru has sent back 95 bodies, according to the health ministry in Lima, which says that several bore signs of torture; the army rejects the allegation.',
      'the army | health ministry | several bore signs of torture',
    ],
    [
      'Karl Berg said those arrested had entered illegally. Lawyers for several of the workers dispute that, saying that their clients held visas.',
      'Lawyers for several of the workers | Karl Berg | those arrested had entered illegally',
    ],
    [
      'A rumour went round on Wednesday that the January strike had been dropped in return for a new offer. Both say it is untrue.',
      'Both | others, not named | the January strike had been dropped in return for a new offer',
    ],
    [
      'A banker said that a version without the port was drawn up in May. The mill denies having such a plan.',
      'The mill | A banker | a version without the port was drawn up in May',
    ],
    [
      'Lund and Soto were expected to say that the toll would be met in kind. A fine for the mill is understood to have been held back in May; the ministry denies that there was ever a date.',
      'the ministry | others, not named | A fine for the mill is understood to have been held back in May',
    ],
    [
      'Okafor, in Lima on Monday, called the pact “the best that Norway has ever had” and denied reports that he had sold the port.',
      'Okafor | others, not named | he had sold the port',
    ],
    [
      'Lund said the ports would hand over the wreck. Soto said there would be no such gift.',
      'Soto | Lund | the ports would hand over the wreck',
    ],
    [
      "A lawyer who has spoken to the firm's owners disputed that the port had been sold.",
      'A lawyer | others, not named | the port had been sold',
    ],
    [
      'A report in the Harbour Post that the port had been sold was described as nonsense by the union.',
      'the union | Harbour Post | the port had been sold',
    ],
    [
      'Ola Lind had said in Lima that both sides had agreed to the halt in principle. An aide to Soto told the Post that this went too far.',
      'An aide to Soto | Ola Lind | both sides had agreed to the halt in principle',
    ],
    [
      'The union said the mill had hired guards from abroad, an allegation the owners called absurd.',
      'the owners | The union | the mill had hired guards from abroad',
    ],
    [
      'A source close to the board said that the mill had been told by Oslo to wait. A spokesman for Lund said no instruction of any kind had been given.',
      'A spokesman for Lund | A source close to the board | the mill had been told by Oslo to wait',
    ],
    [
      'Lima has asked Oslo to copy its curbs on feed, a trader said. The ministry later issued a statement saying that no such request had been received.',
      'The ministry | a trader | Lima has asked Oslo to copy its curbs on feed',
    ],
    [
      'The deal gives Lima a veto, Soto told parliament. It does not, said Ola Lind.',
      'Ola Lind | Soto | The deal gives Lima a veto',
    ],
    [
      'A Peruvian delegate said that the release had been promised, something a Norwegian diplomat denied.',
      'a Norwegian diplomat | A Peruvian delegate | the release had been promised',
    ],
    [
      'Peru said Norway had offered to share the catch, a claim the fisheries ministry rejected.',
      'fisheries ministry | Peru | Norway had offered to share the catch',
    ],
    [
      'The union said the port had hired strike-breakers, an accusation denied by the port.',
      'the port | The union | the port had hired strike-breakers',
    ],
    [
      'A senior Danish official travelling with Mette Holm rejected suggestions that Oslo had asked for the delay.',
      'A senior Danish official travelling with Mette Holm | others, not named | Oslo had asked for the delay',
    ],
    [
      'One official who has followed the talks since June said the loan had been promised in writing. Norway denied it.',
      'Norway | One official who has followed the talks since June | the loan had been promised in writing',
    ],
    ['Peru says Norway broke the treaty, which Norway denies.', 'Norway | Peru | Norway broke the treaty'],
    [
      'Lund said Norway had told Peru in advance; Soto denied that.',
      'Soto | Lund | Norway had told Peru in advance',
    ],
    [
      'The Norwegian ministry denied a report in the newspaper De Maas that it was preparing a sale of the port.',
      'Norway | De Maas | Norway was preparing a sale of the port',
    ],
    [
      'Norway denied a Peruvian press report that Oslo had offered to lift the levy.',
      'Norway | the Peruvian press | Oslo had offered to lift the levy',
    ],
    [
      'Trade grew in May; Peru said Norway had sold two trawlers to Chile. Norway denied that.',
      'Norway | Peru | Norway had sold two trawlers to Chile',
    ],
    [
      'A Harbour Post story claimed that Norway and Peru had agreed on new quotas - the ministry, though, denied it.',
      'the ministry | A Harbour Post story | Norway and Peru had agreed on new quotas',
    ],
    [
      'Peru flatly denied accusations from trawler owners that its navy had cut their nets, calling them absurd.',
      'Peru | trawler owners | Peru’s navy had cut their nets',
    ],
    [
      'Ola Lind, a spokesman for the port, denied Peruvian assertions that the crane had been sold.',
      'Ola Lind | Peru | the crane had been sold',
    ],
    [
      'The unions have accused Norway of breaking the treaty; Norway denies wrongdoing.',
      'Norway | The unions | The unions have accused Norway of breaking the treaty',
    ],
    [
      'Trade stopped after the sinking of a Peruvian trawler, which Norway denied.',
      'Norway |  | the sinking of a Peruvian trawler',
    ],
    ["Norway rejected Peru's claim that it owns the bay.", 'Norway | Peru | it owns the bay'],
    [
      'Norway denied that its ministers had offered to share the catch, despite a leaked letter.',
      'Norway | others, not named | Norway’s ministers had offered to share the catch',
    ],
    [
      'Ola Lind denied being involved in the sale of the Bergen ferries.',
      'Ola Lind | others, not named | Ola Lind was involved in the sale of the Bergen ferries',
    ],
    [
      'The minister said it was not true that the government had signed a deal.',
      'The minister | others, not named | the government had signed a deal',
    ],
    [
      'Critics have accused the bank of hiding losses. The bank has repeatedly denied any wrongdoing.',
      'The bank | Critics | Critics have accused the bank of hiding losses',
    ],
    [
      'Ann Lund, the premier, said the ban was "an insult" and rejected the claim that her country had sold the quota.',
      'Ann Lund | others, not named | Ann Lund’s country had sold the quota',
    ],
    [
      'A report by the Harbour Post that Norway had invited Chile to Oslo was denied by the foreign ministry.',
      'foreign ministry | Harbour Post | Norway had invited Chile to Oslo',
    ],
    [
      "A Peruvian official said that Lima had put forward a cap of 28 tonnes; Lund's office denied that any number had been tabled.",
      'Lund | A Peruvian official | Lima had put forward a cap of 28 tonnes',
    ],
    [
      'Chilean diplomats said Norway had come round to a closed season, but a Norwegian spokesman said there had been no such offer.',
      'Norway | Chile | Norway had come round to a closed season',
    ],
    [
      'Lima had asked the port to hold two ships, a pilot said. Her firm had not heard of it, Ann Lund said. The ministry said no such request had been made.',
      'The ministry | a pilot | Lima had asked the port to hold two ships',
    ],
    [
      'No crew was stopped at Ilo, according to the harbour office, although two skippers say they were fined in July. The mayor denied it.',
      'The mayor | two skippers | they were fined in July',
    ],
    [
      'Asked whether the minister had refused to see the owners, Ola Lind denied it.',
      'Ola Lind | others, not named | the minister had refused to see the owners',
    ],
    [
      '“No promises were made,” Lund said, who denied that the owners had spoken for the state.',
      'Lund | others, not named | the owners had spoken for the state',
    ],
    [
      'The port said the crews had not replied to its offer; the union says they had, at noon.',
      'the union | The port | the crews had not replied to its offer',
    ],
    [
      'The mediators deny reports in the media that they have discussed, or have been asked to discuss, the closure of the port.',
      'The mediators | the media | The mediators have discussed, or have been asked to discuss, the closure of the port',
    ],
    [
      'The company said the plant was safe, but the union says it was not.',
      'the union | The company | the plant was safe',
    ],
    [
      'The talks have entered the final stage, the ministry said. Norwegian officials do not share that view.',
      'Norway | the ministry | The talks have entered the final stage',
    ],
    [
      'The report said the mine had leaked acid into the river. The owner called it "simply untrue".',
      'The owner | The report | the mine had leaked acid into the river',
    ],
    [
      'The ban will come into force in May, the fisheries department said. It denied that the delay had anything to do with the talks in Lima.',
      'fisheries department | others, not named | the delay had anything to do with the talks in Lima',
    ],
    [
      'The premier denied a report by an Oslo newsletter, citing a port official, that Norway had drawn up a licence system.',
      'The premier | an Oslo newsletter | Norway had drawn up a licence system',
    ],
    [
      'The ministry denied a report by Harbour Watch, which on Monday quoted a lawyer as saying that two trawlers had been released.',
      'The ministry | Harbour Watch | two trawlers had been released',
    ],
    [
      'It was denied by the finance department that a cap had been discussed in May, as a radio station had reported.',
      'finance department | a radio station | a cap had been discussed in May',
    ],
    [
      'The head of the group said the guards had offered to free 100 sailors. The justice ministry denied having made any offer.',
      'justice ministry | The head of the group | the guards had offered to free 100 sailors',
    ],
    [
      'A diplomat in Lima said a rival pact was being drafted in Oslo. The Norwegian spokesman denied that any work was being done on it.',
      'Norway | A diplomat in Lima | a rival pact was being drafted in Oslo',
    ],
    [
      'The boats will be released when the wrecks have been lifted, Ola Lund said. His counterpart Rosa Quispe said Peru had never accepted such a link.',
      'Rosa Quispe | Ola Lund | The boats will be released when the wrecks have been lifted',
    ],
    [
      'Holm told farmers that Peru had given an assurance about fodder. The Chilean mission said that no assurance had been sought.',
      'Chile | Holm | Peru had given an assurance about fodder',
    ],
    [
      'The fisheries ministry is said to be weighing a further cut in the cod quota. An aide to the minister denied it.',
      'An aide to the minister | others, not named | The fisheries ministry is said to be weighing a further cut in the cod quota',
    ],
    [
      'Norway accused Peru of sinking a trawler; Lima denied that it was responsible.',
      'Peru | Norway | Norway accused Peru of sinking a trawler',
    ],
    [
      'The port said a quarter of its dockers had reported for work. Nonsense, said the union, which counted 300.',
      'the union | The port | a quarter of its dockers had reported for work',
    ],
    [
      'Lund claimed that the offer on cod now stood at 30,000 tonnes. A port official said Mr Lund was mistaken.',
      'A port official | Lund | the offer on cod now stood at 30,000 tonnes',
    ],
    [
      'A mediator said the sides had come within a point of each other before the company asked for a break. A spokesman for Norfish disputed that account.',
      'A spokesman for Norfish | A mediator | the sides had come within a point of each other before the company asked for a break',
    ],
    [
      "In Lima's published account the Norwegians undertook to withdraw the order. That was wrong, Lund said on his return.",
      "Lund | Peru | In Lima's published account the Norwegians undertook to withdraw the order",
    ],
    [
      'Bill Aas says officials told him that 1,500 tonnes of the cod had been carried over from an old quota. “It is a letdown,” Mr Aas said. The department rejects the charge. A spokesman said all the tonnes were new and that the old quota would go on.',
      'The department | Bill Aas | officials told him that 1,500 tonnes of the cod had been carried over from an old quota',
    ],
    [
      'The Port Gazette, citing an aide, reported that Norway would drop a third of the levies. Lund denied it flatly.',
      'Lund | Port Gazette | Norway would drop a third of the levies',
    ],
    [
      '“If the berth is not settled by May, we go back to the old rate,” Lund said. “I told Soto so.” An aide disputed that account.',
      'An aide | Lund | “If the berth is not settled by May, we go back to the old rate,” Lund said',
    ],
    [
      'A senator gave another reason: Lund would stay away until he saw a draft, which he had been promised. Soto denied having promised any draft.',
      'Soto | A senator | A senator gave another reason: Lund would stay away until he saw a draft, which he had been promised',
    ],
    [
      'Quispe expects a rise. A mill spokesman denied that any ministry had asked it to sell.',
      'A mill spokesman | others, not named | any ministry had asked it to sell',
    ],
    [
      'The levy is on the table too. A spokesman for the treasury denied that any decision had been taken.',
      'A spokesman for the treasury | others, not named | any decision had been taken',
    ],
  ])('%s', (text, told) => {
    expect(denialsIn(text)).toEqual([told])
  })

  it.each([
    'Norway offered to share the catch, a proposal that Peru rejected.',
    'Peru said Norway had offered to share the catch, and the ministry rejected it.',
    'Norway did not deny that it had closed the port.',
    'Norway was expected to deny that it had closed the port.',
    'The ministry denied the owners the licences they needed.',
    'Peru rejected a proposal that Chile leave the bay.',
    'If the claim of the owners is denied they will leave the bay.',
    'The minister dismissed fears that the port would close.',
    'The licence for the ferry was denied by the ministry.',
    'Norway denied that any ship had sailed.',
    'Parliament had a bill ready to leave the pact, Ann Lund warned. Ola Lind said the government had taken no such decision.',
    'The crews are angry, their lawyer said. The firm insisted that no such pledge had been given.',
    'The refund is due in May, according to Lima; the Norwegian fact sheet says nothing of the kind.',
    'Peru offered 40 million crowns for the wreck. Norway rejected the figure.',
    'Norway said the treaty had been signed in May. Peru says it had been signed under threat.',
    'Norway said the quota had been cut by half. Peru said it had not heard of it.',
    'The governor called it a good day.',
    'The Post reported that Norway had cut its estimate of the aid by half. Soto said the last text would contain no such debt.',
    'The editor said the minister had resigned; the minister said he had.',
    'Norway said it was sorry but would go on talking. Peru and Chile said they would not.',
    'The banks should be made to pay for the levy, the deputy said. The ministry replied that it had no such plans.',
    'Few experts dispute that the strike has hurt the port.',
    'A rally without the mayor denying that the port was sold would be dull.',
    'The fine is the result of a ruling of May, which struck down a law that denied schools to the poor.',
    'The chair dismissed the idea that they could all work together.',
    'The plan is popular. Lund says it is false.',
    'The quota will be cut in May, Lund said. The ministry rejected the charge.',
    'The regulator said buyers were entitled to know what they got. The mill rejected the suggestion.',
    'Nobody in the trade expects a deal by May. The ministry denied any rift.',
    'The governor asked for more boats. The navy said no boats had been spared.',
    'Mayor Ann Lund will put a new charter to the council. The Liberals want no such thing.',
    'Norway and the union said they had a deal in principle. The nurses have no such thing, and have not met the ministry since May.',
    'Peru said any trawler inside the reef would be treated as a pirate. No trawlers are planned, Ola Lind said.',
    'Mayor Soto told a rally that he would close the port if Norway kept its toll. The harbour office said that no such order had been drafted.',
    'Ola Lind said he expected to meet Soto in May. An official in Lima said no such meeting had been arranged.',
    'If that yields nothing the board will decide whatever is left in dispute. Both sides claim to be pleased. “A board is what we need,” Soto said.',
    'Caution has its reasons: on Monday a drone struck trawlers near Lima. Norway blamed the militia, which denied it.',
    'Readers called all day about a report in the Harbour Post that Norway had offered to delay the fees. “No such offer was made,” a Norwegian spokesman said.',
  ])('is none of: %s', (text) => {
    expect(denialsIn(text)).toEqual([])
  })
})
