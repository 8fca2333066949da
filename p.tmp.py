def sub(path, *pairs):
    s=open(path).read()
    for a,b in pairs:
        assert s.count(a)==1, (path, s.count(a), a)
        s=s.replace(a,b)
    open(path,'w').write(s)
Q='src/language/quantities/'
sub(Q+'counts.ts',("""  return { first: i, next, value, unit: noun.lemma, scale: 1, noun: noun.token, more: true }
""","""  const unit = noun.lemma === 'time' ? '' : noun.lemma
  return { first: i, next, value, unit, scale: 1, noun: noun.token, more: true }
"""))
sub(Q+'quantities.test.ts',
("""    ['Thousand dollars, million-dollar talk.', ['1000 USD']],
""","""    ['Thousand dollars, million-dollar talk.', ['1000 USD']],
    ['It cost $5 20 cents, $ 5.00 $ 6.00 rent, six kuai five.', ['5.2 USD', '5 USD', '6 USD', '6.5 CNY']],
    ['Two $20 cards, a 300 TEUR loan, 40 kr.', ['2 card', '20 USD', '300000 EUR', '40 SEK']],
    ['A 400 kV line, 5 km3 of water, 3 sq in.', ['400 kilovolt', '5 cubic kilometre', '3 square inch']],
    ['The 6-foot-7 guard is 5 feet 4 sisters tall.', ['6 foot', '7 inch', '5 foot', '4 sister']],
    ['Snow fell 4 to 8 inches, shares rose 3 to 45 points.', ['4-8 inch', '3 point', '45 point']],
    ["I'm 40, she's 31 and chapter 's 12.", ['40', '31']],
    ['Seven in 10 voters, one-in-five firms, odds of five to two.', ['0.7 voter', '0.2 firm']],
    ['Some 30-odd barges, 30-some years.', ['30 barge', '30 year']],
    ['3 million', ['3000000']],
"""),
("""    ['They found ten 5-euro notes.', ['10 note', '5 EUR']],
""","""    ['They found ten 5-euro notes.', ['10 note', '5 EUR']],
    ['Of the 640 surveyed, 212 had a boat.', ['640 ', '212 ']],
    ['We found 1 officer in the phase 1 trial.', ['1 officer']],
    ['Some 3 million Danes met 23 Democrats and 12 Senegalese.', ['3000000 Danes', '23 Democrats', '12 Senegalese']],
    ['He owns 20 James Street.', []],
"""))
