// In: nothing. Out: currencies and units of measure by the words and signs that mean them.

/** ISO 4217 codes of currency signs that stand before a number. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map(
  (
    '$ USD|€ EUR|£ GBP|¥ JPY|￥ JPY|₿ BTC|₹ INR|₩ KRW|₽ RUB|₺ TRY|₫ VND|₪ ILS|₴ UAH|₦ NGN|₱ PHP|฿ THB|₡ CRC|₾ GEL|' +
    '₭ LAK|₲ PYG|₵ GHS|₸ KZT|元 CNY|圓 CNY|円 JPY|원 KRW|ரூ LKR|₮ MNT|₨ INR|₼ AZN|৳ BDT|៛ KHR|֏ AMD|؋ AFN|﷼ IRR|zł PLN|kč CZK|лв BGN|' +
    'Ξ ETH|Ł LTC|₣ CHF|₤ GBP|₧ ESP|₯ GRD|¢ cent|￠ cent|￡ GBP|￦ KRW'
  )
    .split('|')
    .map((line) => line.split(' ') as [string, string]),
)

/** What stands before "$" and makes it another dollar: "US$", "C$", "HK$", "Mex$". */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map(
  (
    'us USD|usd USD|u.s USD|u.s. USD|c CAD|ca CAD|can CAD|canadian CAD|cad CAD|cdn CAD|a AUD|au AUD|aud AUD|aus AUD|australian AUD|nz NZD|nzd NZD|hk HKD|hkd HKD|s SGD|' +
    'sg SGD|sgd SGD|nt TWD|mex MXN|mxn MXN|mx MXN|r BRL'
  )
    .split('|')
    .map((line) => line.split(' ') as [string, string]),
)

/** Codes and short names that stand before or behind a number, lower-cased. */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map(
  (
    'usd eur gbp jpy cny cad aud nzd chf hkd sgd twd inr krw mxn brl zar rub sek nok dkk pln czk huf try thb idr myr php ' +
    'vnd kes ugx kzt gel lak lkr pkr bdt crc ron bgn jod kwd eth ltc ils aed sar egp ngn ars clp cop btc qar omr bhd iqd irr ' +
    'afn ang aoa awg azn bbd bif bmd bnd bsd btn bwp byn bzd cdf cve djf dzd etb fjd ghs gmd gnf gtq gyd ' +
    'hnl hrk htg isk jmd kgs khr kmf kpw kyd lbp lrd lsl lyd mdl mga mkd mmk mnt mru mur mvr mwk mzn nio pab ' +
    'pgk pyg rsd rwf scr srd syp szl tjs tmt tnd ttd tzs uah uyu uzs vuv wst xaf xcd xof xpf yer zmw zwl'
  )
    .split(' ')
    .map((code) => [code, code.toUpperCase()] as const)
    .concat([['rmb', 'CNY']]),
)

/** Names of currencies by their word; the word before narrows them in {@link CURRENCY_ADJECTIVES}. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
  (
    'dollar USD|dollars USD|buck USD|bucks USD|euro EUR|euros EUR|yen JPY|yuan CNY|renminbi CNY|kuai CNY|sterling GBP|quid GBP|' +
    'franc CHF|francs CHF|mark DEM|marks DEM|peso MXN|pesos MXN|rupee INR|rupees INR|rs INR|kr SEK|won KRW|ruble RUB|rubles RUB|rouble RUB|' +
    'roubles RUB|lira TRY|liras TRY|lire ITL|rand ZAR|krona SEK|kronor SEK|krone NOK|kroner NOK|zloty PLN|baht THB|' +
    'rupiah IDR|ringgit MYR|shekel ILS|shekels ILS|dirham AED|dirhams AED|riyal SAR|riyals SAR|guilder NLG|guilders NLG|' +
    'markka FIM|peseta ESP|pesetas ESP|schilling ATS|schillings ATS|escudo PTE|escudos PTE|drachma GRD|drachmas GRD|' +
    'bitcoin BTC|bitcoins BTC|satoshi satoshi|satoshis satoshi|real BRL|reais BRL|hryvnia UAH|hryvnias UAH|naira NGN|forint HUF|forints HUF|dinar RSD|dinars RSD|taka BDT|takas BDT|kip LAK|kips LAK|dong VND|riel KHR|riels KHR|' +
    'lari GEL|laris GEL|manat AZN|tenge KZT|tugrik MNT|som KGS|leu RON|lei RON|lev BGN|leva BGN|koruna CZK|korunas CZK|kuna HRK|kunas HRK|' +
    'colon CRC|colones CRC|colón CRC|quetzal GTQ|quetzales GTQ|lempira HNL|lempiras HNL|balboa PAB|balboas PAB|gourde HTG|gourdes HTG|' +
    'boliviano BOB|bolivianos BOB|guarani PYG|guaranies PYG|bolivar VES|bolivars VES|birr ETB|cedi GHS|cedis GHS|kwacha ZMW|' +
    'shilling KES|shillings KES|pula BWP|dalasi GMD|kyat MMK|kyats MMK|kina PGK|rial IRR|rials IRR|ether ETH|ethereum ETH|' +
    'afghani AFN|afghanis AFN|lek ALL|leks ALL|kwanza AOA|kwanzas AOA|nakfa ERN|nakfas ERN|króna ISK|krónur ISK|pataca MOP|patacas MOP|' +
    'rufiyaa MVR|ouguiya MRU|ouguiyas MRU|metical MZN|meticais MZN|somoni TJS|somonis TJS|vatu VUV|tala WST|ngultrum BTN|ngultrums BTN|' +
    'leone SLE|leones SLE|cordoba NIO|cordobas NIO|córdobas NIO|soles PEN|ariary MGA|denar MKD|denars MKD|' +
    'litecoin LTC|litecoins LTC|paanga TOP|pa’anga TOP|loti LSL|maloti LSL|lilangeni SZL|emalangeni SZL|zlotys PLN|zloties PLN|' +
    'nairas NGN|forint HUF|rupiahs IDR|ringgits MYR|bahts THB|tenges KZT|tugriks MNT|lempira HNL|guaraníes PYG|guaranis PYG|bolívar VES|bolívares VES|bolivares VES|' +
    'balboa PAB|kwachas ZMW|dalasis GMD|kinas PGK|tālā WST|talas WST|vatus VUV|kronur ISK|rands ZAR|yuans CNY|renminbis CNY|liri ITL|punts IEP|tolar SIT|tolars SIT|' +
    'cent cent|cents cent|penny penny|pennies penny|pence penny|sen sen|öre öre|øre øre|pfennig pfennig|pfennigs pfennig|groszy grosz|stotinki stotinka|kobo kobo|kopeks kopek|kopecks kopek|jiao jiao|fen fen|paise paisa|agorot agora|tetri tetri|tiyin tiyin|satang satang'
  )
    .split('|')
    .map((line) => line.split(' ') as [string, string]),
)

/** Currency words that are also other words: they need a number right before them. */
export const DOUBTFUL_CURRENCY: ReadonlySet<string> = new Set([
  'real',
  'won',
  'mark',
  'marks',
  'rand',
  'sen',
  'som',
  'colon',
  'lei',
  'dong',
  'kip',
  'pula',
])

/** "Hong Kong dollar": the words between number and currency word, joined, with the word's own code. */
export const CURRENCY_ADJECTIVES: ReadonlyMap<string, string> = new Map(
  (
    'us USD USD|u . s . USD USD|u . s USD USD|american USD USD|canadian USD CAD|australian USD AUD|new zealand USD NZD|hong kong USD HKD|' +
    'singapore USD SGD|taiwan USD TWD|new taiwan USD TWD|british GBP GBP|swiss CHF CHF|french CHF FRF|belgian CHF BEF|' +
    'german DEM DEM|west german DEM DEM|deutsche DEM DEM|chinese CNY CNY|japanese JPY JPY|mexican MXN MXN|argentine MXN ARS|' +
    'chilean MXN CLP|colombian MXN COP|philippine MXN PHP|indian INR INR|pakistani INR PKR|sri lankan INR LKR|korean KRW KRW|' +
    'south korean KRW KRW|russian RUB RUB|turkish TRY TRY|italian TRY ITL|italian ITL ITL|dutch NLG NLG|finnish FIM FIM|' +
    'south african ZAR ZAR|brazilian BRL BRL|jordanian RSD JOD|kuwaiti RSD KWD|bahraini RSD BHD|iraqi RSD IQD|algerian RSD DZD|tunisian RSD TND|libyan RSD LYD|' +
    'serbian RSD RSD|macedonian RSD MKD|costa rican CRC CRC|georgian GEL GEL|laotian LAK LAK|lao LAK LAK|vietnamese VND VND|' +
    'ugandan KES UGX|tanzanian KES TZS|kenyan KES KES|israeli ILS ILS|polish PLN PLN|czech CZK CZK|hungarian HUF HUF|thai THB THB|' +
    'saudi SAR SAR|emirati AED AED|moroccan AED MAD|qatari SAR QAR|omani IRR OMR|yemeni IRR YER|iranian IRR IRR|' +
    'uruguayan MXN UYU|cuban MXN CUP|dominican MXN DOP|nepalese INR NPR|nepali INR NPR|seychelles INR SCR|' +
    'jamaican USD JMD|barbados USD BBD|bahamian USD BSD|belize USD BZD|fijian USD FJD|namibian USD NAD|zimbabwean USD ZWL|liberian USD LRD|' +
    'trinidad USD TTD|brunei USD BND|bermudian USD BMD|swedish SEK SEK|icelandic SEK ISK|uzbek KGS UZS|kyrgyz KGS KGS|nuevo PEN PEN|danish NOK DKK|norwegian NOK NOK|spanish ESP ESP|' +
    'north korean KRW KPW|papua new guinean PGK PGK|papua new guinea PGK PGK|samoan WST WST|tongan TOP TOP|bhutanese BTN BTN|maldivian MVR MVR|angolan AOA AOA|' +
    'albanian ALL ALL|tajikistani TJS TJS|tajik TJS TJS|uzbekistani KGS UZS|kyrgyzstani KGS KGS|turkmen AZN TMT|turkmenistani AZN TMT|azerbaijani AZN AZN|macedonian MKD MKD|' +
    'surinamese USD SRD|surinam USD SRD|guyanese USD GYD|cayman islands USD KYD|eastern caribbean USD XCD|east caribbean USD XCD|solomon islands USD SBD|tuvaluan USD TVD|' +
    'belarusian RUB BYN|transnistrian RUB PRB|mauritian INR MUR|moldovan RON MDL|romanian RON RON|bulgarian BGN BGN|croatian HRK HRK|bosnian DEM BAM|bosnian convertible DEM BAM|convertible DEM BAM|' +
    'sudanese RSD SDD|yugoslav RSD YUM|austrian ATS ATS|portuguese PTE PTE|cape verdean PTE CVE|greek GRD GRD|cfa CHF XOF|cfp CHF XPF|west african cfa CHF XOF|central african cfa CHF XAF|' +
    'rwandan CHF RWF|burundian CHF BIF|congolese CHF CDF|guinean CHF GNF|djiboutian CHF DJF|comorian CHF KMF|luxembourg CHF LUF|somali KES SOS|new ILS ILS|israeli new ILS ILS|' +
    'ethiopian ETB ETB|eritrean ERN ERN|zambian ZMW ZMW|malawian ZMW MWK|ghanaian GHS GHS|nigerian NGN NGN|gambian GMD GMD|malagasy MGA MGA|mongolian MNT MNT|kazakhstani KZT KZT|kazakh KZT KZT|' +
    'cambodian KHR KHR|bangladeshi BDT BDT|burmese MMK MMK|myanmar MMK MMK|indonesian IDR IDR|malaysian MYR MYR|faroese SEK FOK|ukrainian UAH UAH|peruvian PEN PEN|bolivian BOB BOB|paraguayan PYG PYG|' +
    'venezuelan VES VES|guatemalan GTQ GTQ|honduran HNL HNL|nicaraguan NIO NIO|panamanian PAB PAB|haitian HTG HTG|salvadoran CRC SVC|afghan AFN AFN|kosovo EUR EUR|maltese TRY MTL'
  )
    .split('|')
    .map((line) => {
      const words = line.split(' ')
      return [`${words.slice(0, -2).join(' ')} ${words.at(-2)}`, words.at(-1)!] as const
    }),
)

const UNIT_LINES = `
percentage point: percentage point|percentage points|percent point|percent points|per cent points|% points|pct point|pct points|pp
basis point: basis point|basis points|bps|bp
%: %|percent|per cent|pct|percents|pc
point: point|points
penny: p
metre: metre|metres|meter|meters|m
kilometre: kilometre|kilometres|kilometer|kilometers|km|kms
centimetre: centimetre|centimetres|centimeter|centimeters|cm
decimetre: decimetre|decimetres|decimeter|decimeters|dm
millimetre: millimetre|millimetres|millimeter|millimeters|mm
micrometre: um|micrometre|micrometres|micrometer|micrometers|μm|µm
nanometre: nanometre|nanometres|nanometer|nanometers|nm
picometre: picometre|picometres|picometer|picometers|pm
mile: mile|miles|mi
nautical mile: nautical mile|nautical miles
yard: yard|yards|yd|yds
foot: foot|feet|ft
inch: inch|inches|in
square metre: m ^ 2|sq meters|sq metres|meters squared|metres squared|square - metre|square - meter|sq . m|sq . metres|sq . meters|square metre|square metres|square meter|square meters|m2|sq m|m²|sqm
square kilometre: km ^ 2|sq . km|square kilometre|square kilometres|square kilometer|square kilometers|km2|sq km|km²
square mile: square - mile|sq . mi|sq . miles|square mile|square miles|sq mi
square foot: sq . ft|sq . feet|sq feet|square foot|square - foot|square feet|sq ft
square inch: square inch|square inches|sq in|sq . in
square centimetre: square centimetre|square centimetres|square centimeter|square centimeters|cm2|cm²|sq cm
square millimetre: square millimetre|square millimetres|square millimeter|square millimeters|mm2|mm²
square decimetre: square decimetre|square decimetres|square decimeter|square decimeters|dm2|dm²
cubic metre: m ^ 3|cubic metre|cubic metres|cubic meter|cubic meters|m3|m³
billion cubic metres: bcm
cubic foot: cubic - foot|cu ft|cu . ft|cubic foot|cubic feet
cubic inch: cubic inch|cubic inches|cu in|cu . in
cubic decimetre: dm3|dm³
cubic millimetre: mm3|mm³
cubic kilometre: km3|km³
acre: acre|acres|ac
hectare: hectare|hectares|ha
kilogram: kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs
hectogram: hg|hectogram|hectograms
decagram: dag|dkg|decagram|decagrams
gram: gram|grams|gramme|grammes|g
milligram: milligram|milligrams|mg
microgram: microgram|micrograms|microgramme|microgrammes|mcg|μg|µg
metric ton: metric ton|metric tons|metric tonne|metric tonnes|tonne|tonnes|t
kiloton: kt|kiloton|kilotons
megaton: mt|megaton|megatons
ton: ton|tons|short ton|short tons|long ton|long tons
pound-mass: lb|lbs|pounds|pound
ounce: ounce|ounces|oz
troy ounce: troy ounce|troy ounces
fluid ounce: fluid ounce|fluid ounces|fl oz|fl . oz
stone: stone
carat: carat|carats|ct
litre: litre|litres|liter|liters|l
centilitre: centilitre|centilitres|centiliter|centiliters|cl
decilitre: decilitre|decilitres|deciliter|deciliters|dl
microlitre: microlitre|microlitres|microliter|microliters|µl|μl
millilitre: millilitre|millilitres|milliliter|milliliters|ml
gallon: gallon|gallons|gal|us gallon|us gallons|u . s . gallon|u . s . gallons|imperial gallon|imperial gallons
quart: quart|quarts|qt|qts
pint: pint|pints|pt
barrel: barrel|barrels|bbl
barrel per day: bpd|b/d
pinch: pinch|pinches
million barrels per day: mb/d|mbpd|mmbpd|mmb/d|mbd
deadweight ton: dwt
twenty-foot equivalent unit: teu|teus|twenty - foot equivalent units|twenty - foot equivalent unit
bushel: bushel|bushels
tablespoon: tablespoon|tablespoons|tbsp
teaspoon: teaspoon|teaspoons|tsp
cup: cup|cups
dram: dram|drams|dr|drachm|drachma
kilometre per hour: kph|km/h|kmh|kilometers an hour|kilometres an hour|kilometres per hour|kilometers per hour|kmph
mile per hour: mph|miles an hour|miles per hour
knot: knot|knots|kn
second: second|seconds|sec|secs|s
millisecond: millisecond|milliseconds|ms
minute: minute|minutes|min|mins
hour: hour|hours|hr|hrs|h
day: day|days
week: week|weeks
month: month|months
year: year|years|yr|yrs
decade: decade|decades
millennium: millennium|millennia|millenniums
millennium: millenia
century: century|centuries
bit: bit|bits
byte: byte|bytes
kilobyte: kilobyte|kilobytes|kb
megabyte: megabyte|megabytes|mb
gigabyte: gig|gigs|gigabyte|gigabytes|gb
terabyte: terabyte|terabytes|tb
megabit: megabit|megabits|mbit
gigabit: gigabit|gigabits|gbit
hertz: hertz|hz
kilohertz: khz|kilohertz
megahertz: mhz|megahertz
gigahertz: ghz|gigahertz
watt: watt|watts|w
kilowatt: kilowatt|kilowatts|kw
megawatt: megawatt|megawatts|mw
gigawatt: gigawatt|gigawatts|gw
kilowatt hour: kilowatt hour|kilowatt hours|kwh
megawatt hour: megawatt hour|megawatt hours|mwh
gigawatt hour: gigawatt hour|gigawatt hours|gwh
british thermal unit: btu|british thermal units
million british thermal units: mmbtu
terawatt hour: terawatt hour|terawatt hours|twh
volt: volt|volts|v
ampere: ampere|amperes|amp|amps
joule: joule|joules
calorie: calorie|calories
kilocalorie: kilocalorie|kcal
horsepower: horsepower|hp
pascal: pascal|pascals
bar: bar
celsius: celsius|celcius|centigrade|centigrate|degrees celsius|degree celsius|degrees celcius|degree celcius|degrees centigrade|degree centigrade|deg celsius|degrees c|degree c|deg c|degc|deg . c|c|° c|° celsius|°c|℃|° celcius
fahrenheit: fahrenheit|farenheit|degrees fahrenheit|degree fahrenheit|degrees farenheit|degree farenheit|deg fahrenheit|degrees f|degree f|deg f|degf|deg . f|f|° f|° fahrenheit|℉
rankine: rankine|degrees rankine
frame per second: fps
millimole per litre: mmol/l
kelvin: kelvin|kelvins|degrees kelvin|degrees k
degree: degree|degrees|deg|°
radian: radian|radians|rad
turn: turn|turns
light year: light year|light years
mile per gallon: mpg|miles per gallon
revolution per minute: rpm|revolutions per minute
ohm: ohm|ohms|Ω
farad: farad|farads
tesla: tesla|teslas
newton: newton|newtons
mole: mole|moles|mol
lumen: lumen|lumens
lux: lux
electronvolt: ev|electronvolts|electronvolt
decibel: db|decibel|decibels
parsec: parsec|parsecs
furlong: furlong|furlongs
pixel: pixel|pixels|px
megapixel: mp|megapixel|megapixels
beat per minute: bpm
kilobit: kilobit|kilobits|kbit
kilobit per second: kbps
petabyte: petabyte|petabytes|pb
exabyte: exabyte|exabytes|eb
kibibyte: kib
mebibyte: mib
gibibyte: gib
tebibyte: tib
megajoule: mj|megajoule|megajoules
gigajoule: gj|gigajoule|gigajoules
kilovolt: kv|kilovolt|kilovolts
millivolt: mv|millivolt|millivolts
milliampere: ma
millibar: mbar|millibar|millibars
angstrom: å|angstrom|angstroms
kilojoule: kj|kilojoule|kilojoules
kilopascal: kpa|kilopascal|kilopascals
megapascal: mpa
atmosphere: atm|atmospheres
microsecond: microsecond|microseconds|μs|µs
nanosecond: nanosecond|nanoseconds|ns
pound per square inch: psi
dot per inch: dpi
cubic centimetre: cc|cubic centimetre|cubic centimetres|cubic centimeter|cubic centimeters|cm3|cm³
square yard: sq yd|sq . yd
cubic yard: cubic yard|cubic yards
square yard: square yard|square yards
fathom: fathom|fathoms
hectolitre: hl|hectolitre|hectolitres|hectoliter|hectoliters
metre per second: m/s
decametre: decametre|decametres|decameter|decameters|dekametre|dekametres|dekameter|dekameters
hectometre: hm|hectometre|hectometres|hectometer|hectometers
hundredweight: hundredweight|hundredweights|cwt
hectopascal: hpa|hectopascal|hectopascals
millimetre of mercury: mmhg|mm hg
gauss: gauss
milliampere hour: mah
metre per second squared: m/s2|m/s²
part per million: ppm|parts per million
part per billion: ppb|parts per billion
megabit per second: mbps
gigabit per second: gbps
`

interface Branch {
  unit?: string
  readonly next: Map<string, Branch>
}

/** Units by their words, one branch a word: the longest phrase wins. */
export const UNIT_TREE: Branch = { next: new Map() }
for (const line of UNIT_LINES.trim().split('\n')) {
  const colon = line.indexOf(':')
  for (const phrase of line.slice(colon + 2).split('|')) {
    let branch = UNIT_TREE
    for (const word of atomsOfUnit(phrase)) {
      let next = branch.next.get(word)
      if (!next) {
        next = { next: new Map() }
        branch.next.set(word, next)
      }
      branch = next
    }
    branch.unit = line.slice(0, colon)
  }
}

/** A unit's words as atoms: "km2" is "km" "2", "km/h" is "km" "/" "h". */
function atomsOfUnit(phrase: string): string[] {
  return phrase.match(/[a-zμµ]+|\d+|[^\sa-zμµ\d]/g) ?? []
}

/** One- and two-letter units: only right behind digits ("7.62mm", "100t", "20 kg"), never behind a number in words. */
export const isShortUnit = (word: string): boolean => word.length <= 2 && /^[a-zμµ]+$/.test(word)

/** Short units that are English words or ambiguous: they must be glued to the digits or end the phrase. */
export const GLUED_ONLY: ReadonlySet<string> = new Set([
  'm',
  'in',
  't',
  's',
  'h',
  'v',
  'w',
  'pm',
  'mi',
  'b',
  'ha',
  'pp',
  'bp',
  'ms',
  'mw',
  'mb',
  'tb',
  'min',
  'gal',
  'rad',
  'bar',
  'kw',
  'hp',
  'c',
  'p',
  'pc',
  'f',
  'ev',
  'db',
  'pb',
  'atm',
  'ns',
  'ac',
  'ct',
  'qt',
  'pt',
  'dr',
  'kn',
  'hm',
  'hg',
  'eb',
  'um',
  'mp',
  'px',
  'mv',
  'ma',
])

/** True for a word that begins a unit of measure and is longer than two letters or a known abbreviation of two. */
export const isMeasureWord = (word: string): boolean =>
  UNIT_TREE.next.has(word) &&
  (word.length > 2 || /^(km|kg|ft|mw|oz|cm|mm)$/.test(word)) &&
  !UNIT_TIMES.has(word)

/** Units of time are words of dates too. */
export const UNIT_TIMES: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'century',
  'bar',
])
