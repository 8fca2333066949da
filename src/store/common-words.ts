// In: nothing. Out: stretches of JSON that stand in most rows of a dossier. Never altered: old rows could not be read.

/** What the compressor knows beforehand. */
export const COMMON =
  '{"id":"","path":"reports/.txt","outlet":"","url":"https://www.","title":"","authors":[""],"genre' +
  '":"unknown","genreBy":"no sign of another","language":"en","parts":[{"start":0,"end":0,"role":"h' +
  'eadline","n":0},{"start":,"end":,"role":"dateline","n":1},{"start":,"end":,"role":"furniture","n' +
  '":2},{"start":,"end":,"role":"body","n":3},{"start":' +
  '],"published":{"value":"2025-01-01","stated":"2025-01-01","earliest":"2025-01-01","latest":"2025' +
  '-01-01","how":"metadata"},"source":{"mediaType":"text/html","sha256":"","extractor":"html@1"},"d' +
  'erivedFrom":[],"sentences":{"read":,"withClaim":},"copies":[],"textLength":' +
  '{"fingerprint":{"outside":[],"inside":[]},"credits":[{"start":0,"end":0,"outlet":"outlet:","rela' +
  'tion":"said to","whole":false},{"start":' +
  '"mentions":[{"id":"person:","name":"","type":"person","of":"US","title":"President","count":1},{' +
  '"id":"org:","name":"","type":"organisation","count":1},{"id":"place:","name":"","type":"place","' +
  'count":' +
  '"claims":[{"id":"c:","kind":"statement","body":{"speaker":[{"id":"person:","name":""}],"of":[],"' +
  'cue":"say","content":"","form":"indirect","addressee":[]},"days":[],"evidence":{"report":"","spa' +
  'ns":[{"start":,"end":}],"roles":{"speaker":{"start":,"end":},"cue":{"start":,"end":},"content":{' +
  '"start":,"end":}},"quote":"","according":["person:"],"foundBy":"statements/quotation@1","polarit' +
  'y":"affirmed","modality":"held"}},{"id":"c:' +
  '"kind":"act","body":{"type":"","plover":"","actor":[{"id":"","name":""}],"recipient":[{"id":"","' +
  'name":""}],"object":{"text":"","start":,"end":,"head":"","ids":[]},"about":{"thread":"measure","' +
  'type":"tariff","by":[],"on":[],"goods":[],"rate":{"value":,"unit":"%","bound":"="},"effect":"rai' +
  'se","status":"in force","name":{"text":"the ","start":' +
  '"days":[{"role":"on","start":,"end":,"type":"DATE","value":"","anchor":"published","relation":"' +
  '"party":{"id":"org:","name":""},"kind":"organisation","names":[""],"titles":[{"title":"","report' +
  's":[""]}],"reports":1}' +
  '{"id":"said:person:","kind":"quoted","name":"","reports":["' +
  '{"id":"report:","kind":"unstated","name":"","reports":["' +
  '{"id":"measure:","kind":"measure","body":{"type":"tariff","name":"","by":[{"id":"","name":""}],"' +
  'on":[],"goods":[],"steps":[{"effect":"stand","status":"in force","rate":{"value":10,"unit":"%","' +
  'bound":"="},"from":{"earliest":"","latest":""},"modality":"held","evidence":["e:"]}],"status":"i' +
  'n force","direction":"tightens"},' +
  '{"id":"round:","kind":"round","body":{"form":"meeting","name":"","place":{"id":"place:","name":"' +
  '"},"opens":{"earliest":"","latest":""},"inSession":[],"delegations":[{"party":{"id":"","name":""' +
  '},"members":[{"person":{"id":"person:","name":""},"office":"","namedBy":1}]}],"agenda":[],"statu' +
  's":"held"},' +
  '{"id":"deadline:","kind":"deadline","body":{"name":"the deadline","what":"","obligor":[],"due":{' +
  '"earliest":"","latest":""},"chain":[],"setBy":[],"moves":[],"movesTold":[],"counts":[]},' +
  '{"id":"commitment:","kind":"commitment","body":{"by":[],"to":[],"what":"","status":"open"},{"id"' +
  ':"agreement:","kind":"agreement","body":{"name":"","form":"deal","stage":"proposed","between":[]' +
  ',"about":[],"terms":[],"leftOpen":[],"approvals":[],"accounts":[],"stages":[{"stage":"agreed","m' +
  'odality":"held","evidence":["e:"]}]},' +
  '{"id":"position:","kind":"position","body":{"party":{"id":"","name":""},"issue":"","stance":"dem' +
  'and","content":"","toldBy":"self","teller":[]},{"id":"linkage:","kind":"linkage","body":{"relati' +
  'on":"","from":"","to":"","user":[],"target":[]},' +
  '{"id":"dependency:","kind":"dependency","body":{"dependent":[],"on":{"id":"","name":""},"what":"' +
  '","affects":[]},{"id":"figure:","kind":"figure","body":{"measures":"","value":{"value":,"unit":"' +
  'USD","bound":"≈"},"scope":[],"of":[]},' +
  '{"id":"act:","kind":"act","body":{"type":"consult: ","plover":"","actor":[{"id":"","name":""}],"' +
  'recipient":[],"object":"","on":{"earliest":"","latest":""}},' +
  '{"id":"statement:","kind":"statement","body":{"speaker":[{"id":"person:","name":""}],"of":[],"un' +
  'named":"","cue":"say","content":"","form":"direct","addressee":[],"on":{"earliest":"","latest":"' +
  '"}},"polarity":"affirmed","modality":"held","evidence":[{"id":"e:","report":"","spans":[{"start"' +
  ':,"end":}],"quote":"","origin":"said:person:","according":["person:"],"foundBy":"figures/quantit' +
  'y@1","polarity":"affirmed","modality":"held","days":[{"role":"on","earliest":"","latest":"","wor' +
  'ds":""}]}],"origins":{"sure":1,"atMost":1},"voices":{"self":1,"opponent":0,"third":0,"outlet":0,' +
  '"reports":1},"belief":0.58,"disputes":[],"valid":{"from":{"earliest":"","latest":""}},"known":{"' +
  'earliest":"20","latest":"20"},"history":[],"aside":true,"mergedBy":"'
